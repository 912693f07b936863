import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { pictures } from "../../../examples/patterns/services/pictures/service";
import type { Taken } from "../../../workloads/runtime/access/queue";
import { observer, type ObserverAccess, type Turn } from "../../../workloads/patterns/job-observer/runtime/observer";
import { checkedSize, workersFor } from "../../../workloads/patterns/job-observer/runtime/pool-size";
import { worker, type WorkerAccess } from "../../../workloads/patterns/job-observer/runtime/worker";
import { logger } from "../../../workloads/runtime/telemetry";
import { statementsOf } from "../../accounts/policy";
import fc from "../../fast-check";
import { builtService } from "../built-service";

const built = builtService(pictures);

beforeAll(() => logger.setLogLevel("SILENT"));

describe("a job observer", () => {
  test("is called by the clock, through a queue with dead letters and alarms, and may not take a job", () => {
    expect(built["aws_cloudwatch_event_rule"]?.["observe"]).toMatchObject({ schedule_expression: "rate(1 minute)" });
    expect(built["aws_cloudwatch_event_target"]?.["observe"]).toMatchObject({
      arn: "${aws_sqs_queue.observe.arn}",
      dead_letter_config: { arn: "${aws_sqs_queue.observe_dead-letters.arn}" },
    });
    expect(built["aws_sqs_queue"]?.["observe"]?.["policy"]).toContain(":rule/pictures-observe");
    for (const alarm of ["observe-dead-letters", "observe-age", "jobs-dead-letters", "jobs-age", "worker-failed"])
      expect(built["aws_cloudwatch_metric_alarm"]).toHaveProperty([alarm]);
    expect(mayDo("observe", ":pictures-jobs")).toEqual(["sqs:GetQueueAttributes"]);
    expect(mayDo("observe", ":stateMachine:pictures-worker")).toEqual(["states:StartExecution"]);
  });

  test("has workers that take jobs, and start nobody", () => {
    expect(mayDo("work", ":pictures-jobs")).toEqual(["sqs:DeleteMessage", "sqs:ReceiveMessage"]);
    expect(mayDo("work", ":stateMachine:pictures-worker")).toEqual([]);
    expect(Object.keys(built["aws_lambda_event_source_mapping"] ?? {})).toEqual(["observe"]);
    expect(built["aws_sqs_queue"]?.["jobs"]?.["redrive_policy"]).toContain('"maxReceiveCount":3');
  });

  test("refuses what is no size of a pool", () => {
    for (const wrong of [{ most: 0 }, { least: 5 }, { jobsPerWorker: 0 }, { most: 1.5 }, { least: -1 }])
      expect(() => observer({ jobsPerWorker: 5, most: 4, ...wrong })).toThrow("cannot be");
  });

  test("wants as many workers as the queue is deep, within its bounds", () => {
    const size = checkedSize({ jobsPerWorker: 5, least: 1, most: 4 });
    expect([0, 5, 6, 16, 1000].map((waiting) => workersFor(waiting, size))).toEqual([1, 1, 2, 4, 4]);
  });
});

describe("a pool of workers", () => {
  test("has, however observers and workers overlap, no more workers than wanted, and does every job that can be done", async () => {
    const jobs = fc.array(fc.boolean(), { maxLength: 30 });
    const observed = fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        jobs,
        fc.integer({ min: 1, max: 5 }),
        fc.nat({ max: 1 }),
        observed,
        async (all, most, least, looks) => {
          const world = poolWorld(all);
          const observe = observer({ jobsPerWorker: 3, least, most }, world.clock);
          for (const [index, turns] of looks.entries()) {
            // Two at once, as of a tick that is delivered twice.
            await Promise.all([world.observe(observe, `tick-${index}`), world.observe(observe, `tick-${index}-again`)]);
            expect(world.alive()).toBeLessThanOrEqual(most);
            for (let turn = 0; turn < turns; turn++) await world.turn();
          }
          await world.observe(observe, "last");
          for (let turn = 0; turn < 60; turn++) await world.turn();
          expect(world.done.sort()).toEqual(all.flatMap((can, job) => (can ? [job] : [])));
          expect(world.alive()).toBe(least);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("is found to be larger than it may where places are taken without a condition", async () => {
    const world = poolWorld([true, true], false);
    const observe = observer({ jobsPerWorker: 1, most: 2 }, world.clock);
    await Promise.all([world.observe(observe, "tick"), world.observe(observe, "tick-again")]);
    expect(world.alive()).toBe(4);
  });

  test("takes a place again whose worker was lost", async () => {
    const world = poolWorld([true, true]);
    const observe = observer({ jobsPerWorker: 10, most: 1 }, world.clock);
    await world.observe(observe, "first");
    world.lose();
    await world.observe(observe, "second");
    expect(world.alive()).toBe(0);
    world.pass(91_000);
    await world.observe(observe, "third");
    await world.turn();
    expect(world.done).toEqual([0, 1]);
  });

  test("lets a worker go whose place somebody else has, or whose life is over", async () => {
    const world = poolWorld([true]);
    await world.observe(observer({ jobsPerWorker: 1, most: 1 }, world.clock), "first");
    const [turn] = world.turns();
    expect(turn).toMatchObject({ place: 1, holder: "first-1" });
    expect(await world.work({ place: 1, holder: "stranger", until: Infinity })).toEqual({ again: false });
    world.pass(11 * 60_000);
    await world.turn();
    expect([world.done, world.alive()]).toEqual([[], 0]);
  });
});

/** What a role may do to what an ARN ends with. */
function mayDo(role: string, ending: string): readonly string[] {
  return statementsOf(built["aws_iam_role_policy"]?.[role]?.["policy"])
    .filter(({ Resource }) => String(Resource).endsWith(ending))
    .flatMap(({ Action }) => Action)
    .sort();
}

/** A queue, a table and a state machine in memory. @param jobs which of them can be done @param conditional whether the table decides conditions */
function poolWorld(jobs: readonly boolean[], conditional = true) {
  let now = 0;
  let running: Turn[] = [];
  const waiting = jobs.map((can, job) => ({ job, can, deliveries: 0 }));
  const done: number[] = [];
  const items = new Map<string, Record<string, unknown>>();
  const clock = (): number => now;
  const workers = tableOf(items, conditional);
  const queue = {
    waiting: async () => waiting.length,
    take: async (): Promise<Taken | undefined> => {
      now += 1000;
      const message = waiting.shift();
      if (message === undefined) return undefined;
      const attributes = { ApproximateReceiveCount: String(++message.deliveries) };
      const body = JSON.stringify(message);
      // What fails comes again, three times.
      if (!message.can && message.deliveries < 3) waiting.push(message);
      return { receipt: "", record: { messageId: String(message.job), body, messageAttributes: {}, attributes } };
    },
    done: async () => undefined,
  };
  const machine = { start: async (_name: string, input: object) => running.push(input as Turn) > 0 };
  const access = { queues: { jobs: queue }, tables: { workers }, stateMachines: { worker: machine } };
  const work = worker<{ job: number; can: boolean }, WorkerAccess>(async ({ body }) => {
    if (!body.can) throw new Error("cannot be done");
    done.push(body.job);
  }, clock);
  return {
    clock,
    done,
    alive: () => running.length,
    turns: () => running,
    lose: () => void (running = []),
    pass: (milliseconds: number) => void (now += milliseconds),
    work: (turn: Turn) => work(turn, access as unknown as WorkerAccess),
    observe: (observe: ReturnType<typeof observer>, id: string) =>
      observe({ id, time: "" }, access as unknown as ObserverAccess),
    /** One turn of each worker. */
    turn: async () => {
      const before = running;
      const again = await Promise.all(before.map((turn) => work(turn, access as unknown as WorkerAccess)));
      running = before.filter((_turn, index) => again[index]?.again);
    },
  };
}

/** The conditions that places are taken, kept and left by. */
function tableOf(items: Map<string, Record<string, unknown>>, conditional: boolean) {
  type Update = {
    Key: { worker: string };
    ConditionExpression?: string;
    ExpressionAttributeValues: Record<string, unknown>;
  };
  const holds = (item: Record<string, unknown>, { ConditionExpression, ExpressionAttributeValues: values }: Update) => {
    if (ConditionExpression === undefined || !conditional) return true;
    if (ConditionExpression === "holder = :holder") return item["holder"] === values[":holder"];
    return item["holder"] === undefined || Number(item["heldUntil"]) < Number(values[":now"]);
  };
  return {
    get: async ({ Key }: Pick<Update, "Key">) => items.get(Key.worker),
    update: async (update: Update & { UpdateExpression: string }) => {
      const { Key, UpdateExpression, ExpressionAttributeValues: values } = update;
      const item = items.get(Key.worker) ?? {};
      if (!holds(item, update)) throw new ConditionalCheckFailedException({ message: "", $metadata: {} });
      const set = [...UpdateExpression.matchAll(/#?(\w+) = (:\w+)/g)].map(([, name = "", value = ""]) => [
        name,
        values[value],
      ]);
      items.set(Key.worker, UpdateExpression.startsWith("REMOVE") ? {} : { ...item, ...Object.fromEntries(set) });
    },
  };
}
