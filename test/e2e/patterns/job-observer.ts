import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { GetQueueUrlCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, test } from "@jest/globals";
import type { Picture, PictureJob } from "../../../examples/patterns/services/pictures/picture";
import { size } from "../../../examples/patterns/services/pictures/pool";
import { pictures } from "../../../examples/patterns/services/pictures/service";
import { accountsOf, type KeptAccount, type KeptAccounts } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";
import { handledIn, whileTwin } from "../twin";
import { answered, eventually } from "./eventually";

const account = "pictures";
const jobs = "pictures-jobs";
/** Four workers take nine seconds for them, one takes 36. */
const often = 24;
const milliseconds = 1500;
/** A job that was handed out comes again after this. */
const hiddenSeconds = 8;

/** From the first of the pictures to the last. */
let grownSeconds = 0;

/** From outside: there are as many workers as the queue is deep, within bounds, and a pool that nobody observes stays as it is. */
export function jobObserverKept(rehearsal: () => KeptRehearsal): void {
  describe("a pool of workers that is observed", () => {
    test("has its least of workers, of whom nobody asked but the clock", async () => {
      const there = await accountsOf(rehearsal()).account(account);
      const pool = await eventually(
        () => poolOf(there),
        ({ places }) => places.length === 1,
      );
      expect(pool).toMatchObject({ wanted: 1, places: ["1"] });
    }, 400_000);

    test("grows to its bound and shrinks again, does every job once, and lets one that cannot be done fail alone", async () => {
      const kept = accountsOf(rehearsal());
      const there = await kept.account(account);
      await there.hideFor(jobs, hiddenSeconds);
      try {
        const ids = await ask(there, "grown", { torn: true });
        await observeNow(there);
        const most = await eventually(
          () => poolOf(there),
          ({ places }) => places.length === size.most,
        );
        expect(most).toMatchObject({ wanted: size.most, places: ["1", "2", "3", "4"] });
        const all = await drawn(there, ids);
        grownSeconds = secondsOf(all);
        const torn = () => there.waiting("pictures-jobs_dead-letters");
        expect(await eventually(torn, (count) => count > 0)).toBe(1);
        expect(await bodiesOf(there, "pictures-jobs_dead-letters")).toEqual([
          { pictureId: expect.stringContaining("torn") as unknown, milliseconds: 0, torn: true },
        ]);
        // One that comes again is drawn no second time.
        const [{ pictureId } = { pictureId: "" }] = all;
        await there.sendAll(jobs, [{ pictureId, milliseconds: 0 } satisfies PictureJob]);
        expect(
          await eventually(
            () => there.waiting(jobs),
            (count) => count === 0,
          ),
        ).toBe(0);
        expect(secondsOf(await drawn(there, ids))).toBe(grownSeconds);
        await observeNow(there);
        const least = await eventually(
          () => poolOf(there),
          ({ places, wanted }) => places.length === 1 && wanted === 1,
        );
        expect(least).toMatchObject({ wanted: 1, places: ["1"] });
        expect(await askedOverHttp(kept)).toBe(200);
      } finally {
        await there.purge("pictures-jobs_dead-letters");
        await there.hideFor(jobs, 180);
      }
    }, 900_000);

    test("is found not to grow, and to take longer, when it is as large as it is", async () => {
      const there = await accountsOf(rehearsal()).account(account);
      await whileTwin(there, pictures, "observe", handledIn(join(__dirname, "twins/pictures")), async () => {
        const ids = await ask(there, "fixed");
        await observeNow(there);
        const seen = new Set<string>();
        const all = await drawn(there, ids, async () =>
          (await poolOf(there)).places.forEach((place) => seen.add(place)),
        );
        expect([...seen]).toEqual(["1"]);
        expect(secondsOf(all)).toBeGreaterThan(1.3 * grownSeconds);
      });
    }, 900_000);
  });
}

/** Who is at work, and how many are wanted. */
async function poolOf(there: KeptAccount): Promise<{ readonly wanted: number; readonly places: readonly string[] }> {
  const items = await there.items("pictures-workers");
  const places = items.filter(({ heldUntil }) => Number(heldUntil) > Date.now()).map(({ worker }) => String(worker));
  return { wanted: Number(items.find(({ worker }) => worker === "pool")?.["wanted"] ?? 0), places: places.sort() };
}

/** Puts a row of jobs into the queue, and one among them that nobody can do. @returns what is to be drawn */
async function ask(there: KeptAccount, prefix: string, { torn = false } = {}): Promise<readonly string[]> {
  const run = `${prefix}-${randomUUID().slice(0, 8)}`;
  const asked = Array.from({ length: often }, (_, index): PictureJob => ({
    pictureId: `${run}-${index}`,
    milliseconds,
  }));
  const poison: PictureJob = { pictureId: `${run}-torn`, milliseconds: 0, torn };
  await there.sendAll(jobs, torn ? asked.toSpliced(5, 0, poison) : asked);
  return asked.map(({ pictureId }) => pictureId);
}

/** What EventBridge puts into the queue when the time has come, without the wait for it. */
async function observeNow(there: KeptAccount): Promise<void> {
  const tick = { id: randomUUID(), "detail-type": "Scheduled Event", time: new Date().toISOString(), detail: {} };
  await there.sendAll("pictures-observe", [tick]);
}

/** Waits for the pictures. */
async function drawn(
  there: KeptAccount,
  ids: readonly string[],
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<readonly Picture[]> {
  const wanted = new Set(ids);
  const look = async (): Promise<readonly Picture[]> => {
    await meanwhile();
    const items = (await there.items("pictures-pictures")) as unknown as readonly Picture[];
    return items.filter(({ pictureId }) => wanted.has(pictureId));
  };
  const found = await eventually(look, ({ length }) => length === ids.length, 600_000);
  expect(found.map(({ pictureId }) => pictureId).sort()).toEqual([...ids].sort());
  return found;
}

function secondsOf(drawings: readonly Picture[]): number {
  const times = drawings.map(({ drawnAt }) => Date.parse(drawnAt));
  return (Math.max(...times) - Math.min(...times)) / 1000;
}

async function bodiesOf({ settings }: KeptAccount, QueueName: string): Promise<readonly unknown[]> {
  const sqs = new SQSClient({ ...settings, useQueueUrlAsEndpoint: false });
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  return Messages.map(({ Body = "" }) => JSON.parse(Body) as unknown);
}

/** A picture that is asked for by the API is there in the end. */
async function askedOverHttp(kept: KeptAccounts): Promise<number> {
  const headers = { "content-type": "application/json" };
  const request = { method: "POST", path: "/pictures", headers, body: JSON.stringify({ milliseconds: 10 }) };
  const { body } = await answered(kept, account, request);
  const { pictureId } = JSON.parse(body) as { readonly pictureId: string };
  const get = { method: "GET", path: `/pictures/${pictureId}`, headers: {}, body: undefined };
  const { status } = await eventually(
    () => kept.send(account, get),
    (answer) => answer.status === 200,
  );
  return status;
}
