import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { type StackSpec, stacksOf } from "../../../declaration/stacks";
import { nameOf, onRecord, thisMachine } from "../../../delivery/locks/run-record";
import { freeStaleLock } from "../../../delivery/recovery/stale-lock";
import { sample } from "../../fixtures/zones";
import { fakeAws } from "../fake-aws";

const stack = stacksOf(sample).find(({ id }) => id === "orders-dev") as StackSpec;

/** Frees the lock that an operation took, after a destroy on record or none. @returns methods S3 was asked with, and what was told */
async function free(Operation: string, isOnRecord: boolean) {
  const outDirectory = mkdtempSync(join(tmpdir(), "landfall-lock-"));
  if (isOnRecord) await onRecord(outDirectory, () => Promise.resolve());
  const lock = { ID: "1", Operation, Who: nameOf(thisMachine()), Created: new Date().toISOString() };
  const aws = await fakeAws(({ method }) => (method === "GET" ? { body: JSON.stringify(lock) } : { status: 204 }));
  const told: string[] = [];
  const options = {
    outDirectory,
    unlock: "anybody",
    onRecovery: ({ type }: { type: string }) => told.push(type),
  } as const;
  try {
    await freeStaleLock(sample, stack, aws.environment, options, outDirectory);
    return { told, methods: aws.requests.map(({ method }) => method) };
  } catch (error) {
    expect({ told, methods: aws.requests.map(({ method }) => method) }).toEqual({ told: [], methods: ["GET"] });
    throw error;
  } finally {
    aws.close();
  }
}

test.each([
  ["a destroy on record", "OperationTypeApply", true],
  ["a plan", "OperationTypePlan", false],
])("the lock of %s is freed before a destroy", async (_, operation, isOnRecord) => {
  expect(await free(operation, isOnRecord)).toEqual({ told: ["stale-lock"], methods: ["GET", "DELETE"] });
});

test("the lock of an apply stays, for what it made may be unrecorded", async () => {
  const refused = free("OperationTypeApply", false);
  await expect(refused).rejects.toThrow("the state of orders-dev is locked by");
  await expect(refused).rejects.toMatchObject({
    remedy: expect.stringContaining("`landfall deploy --recover orders-dev`"),
  });
});
