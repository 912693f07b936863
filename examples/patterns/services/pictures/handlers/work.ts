import { setTimeout as sleep } from "node:timers/promises";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { ifAbsent, type Message, type TaskHandle, type Turn, worker } from "../../../../../workloads/runtime";
import type { Picture, PictureJob } from "../picture";
import type { pictures } from "../service";

/** Draws a picture, once: one that is there stays as it is. */
export const work: TaskHandle<typeof pictures, "work", Turn, { again: boolean }> = worker(
  async ({ body: { pictureId, milliseconds, torn } }: Message<PictureJob>, { tables }) => {
    if (torn) throw new Error("the picture is torn");
    await sleep(milliseconds);
    const picture: Picture = { pictureId, drawnAt: new Date().toISOString() };
    try {
      await tables.pictures.put({ Item: { ...picture }, ...ifAbsent("pictureId") });
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
);
