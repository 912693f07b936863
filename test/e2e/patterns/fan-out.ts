import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import {
  CreateEventSourceMappingCommand,
  DeleteEventSourceMappingCommand,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from "@aws-sdk/client-lambda";
import { describe, expect, test } from "@jest/globals";
import { accountsOf, type KeptAccount, type KeptAccounts } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";
import { answered, eventually } from "./eventually";

const account = "fan-out";
const parts = ["billed", "refunded", "screened", "kept"] as const;

type Share = Readonly<Record<(typeof parts)[number], readonly string[]>>;

interface Happening {
  readonly orderId: string;
  readonly kind: "placed" | "cancelled";
  readonly total: number;
}

/** From outside: what is told once reaches everybody whom it concerns, nobody else, and one that fails holds up no other. */
export function fanOutKept(rehearsal: () => KeptRehearsal): void {
  describe("fan-out", () => {
    test("gives each exactly its share of what is told", async () => {
      const kept = accountsOf(rehearsal());
      const told = happenings("share");
      await tell(kept, told);
      expect(await shares(kept, told)).toEqual(sharesOf(told));
      // What must not come would have come by now.
      await sleep(5000);
      expect(await look(kept, told)).toEqual(sharesOf(told));
    }, 400_000);

    test("holds up nobody when one fails, who gets everything once that is mended", async () => {
      const kept = accountsOf(rehearsal());
      const { hideFor } = await kept.account(account);
      const told = happenings("failing");
      // Tried again sooner than in three minutes, and not five times before it is mended.
      await hideFor("fan-out-billOrder", 20);
      rehearsal().inject({ "billing-fails": { ...billing, error: { code: "InternalServerError", status: 500 } } });
      try {
        await tell(kept, told);
        expect(
          await shares(kept, told, ({ refunded, screened, kept: all }) => ({ refunded, screened, kept: all })),
        ).toEqual({
          ...sharesOf(told),
          billed: [],
        });
      } finally {
        rehearsal().inject({});
      }
      expect(await shares(kept, told)).toEqual(sharesOf(told));
      await hideFor("fan-out-billOrder", 180);
    }, 600_000);

    test("is found to give one what is not its share with its filter taken away", async () => {
      const kept = accountsOf(rehearsal());
      const there = await kept.account(account);
      const subscription = await subscriptionOf(there, "fan-out-refundOrder");
      await filter(there, subscription, {});
      try {
        const told = happenings("twin");
        await tell(kept, told);
        const all = told.map(({ orderId }) => orderId).sort();
        expect((await shares(kept, told, undefined, { ...sharesOf(told), refunded: all })).refunded).toEqual(all);
      } finally {
        await filter(there, subscription, { kind: ["cancelled"] });
      }
    }, 400_000);

    test("is found to give no two of them their shares when they take from one queue", async () => {
      const kept = accountsOf(rehearsal());
      const there = await kept.account(account);
      await whileShared(there, "fan-out-billOrder", "fan-out-keepOrder", async () => {
        const both = ({ billed, kept: others }: Share): readonly string[] => [...billed, ...others].sort();
        const told: Happening[] = [];
        // Whichever polls first takes a message: after a few rounds neither was first each time.
        const seen = await eventually(
          async () => {
            const more = happenings("shared");
            await tell(kept, more);
            told.push(...more);
            return eventually(
              () => look(kept, told),
              (share) => both(share).length >= told.length,
            );
          },
          (share) => share.billed.length > 0 && share.kept.length > 0,
        );
        const all = told.map(({ orderId }) => orderId).sort();
        // Each message went to one of the two, wanted there or not: the one lacks what the other has.
        expect(both(seen)).toEqual(all);
        expect(seen.billed).not.toEqual([]);
        expect(seen.kept).not.toEqual([]);
        expect(seen.kept).not.toEqual(all);
        // Those that have queues of their own are as they were.
        const { refunded, screened } = await shares(kept, told, ({ refunded: one, screened: other }) => ({
          refunded: one,
          screened: other,
        }));
        expect({ refunded, screened }).toEqual({
          refunded: sharesOf(told).refunded,
          screened: sharesOf(told).screened,
        });
      });
    }, 600_000);
  });
}

const billing = { function: "fan-out-billOrder", service: "dynamodb", operation: "PutItem", resource: "fan-out-done" };

function happenings(prefix: string): readonly Happening[] {
  const run = randomUUID().slice(0, 8);
  return Array.from({ length: 12 }, (_, index) => ({
    orderId: `${prefix}-${run}-${index}`,
    kind: index % 3 === 0 ? "cancelled" : "placed",
    total: index % 2 === 0 ? 2000 : 200,
  }));
}

function sharesOf(told: readonly Happening[]): Share {
  const of = (wanted: (happening: Happening) => boolean): readonly string[] =>
    told
      .filter(wanted)
      .map(({ orderId }) => orderId)
      .sort();
  return {
    billed: of(({ kind }) => kind === "placed"),
    refunded: of(({ kind }) => kind === "cancelled"),
    screened: of(({ kind, total }) => kind === "placed" && total >= 1000),
    kept: of(() => true),
  };
}

async function tell(kept: KeptAccounts, told: readonly Happening[]): Promise<void> {
  const headers = { "content-type": "application/json" };
  for (const happening of told) {
    const request = { method: "POST", path: "/happenings", headers, body: JSON.stringify(happening) };
    expect(await answered(kept, account, request)).toMatchObject({ status: 202 });
  }
}

/** Waits for the shares that are looked at. */
function shares(
  kept: KeptAccounts,
  told: readonly Happening[],
  of: (share: Share) => Partial<Share> = (share) => share,
  wanted = sharesOf(told),
): Promise<Share> {
  const text = JSON.stringify(of(wanted));
  return eventually(
    () => look(kept, told),
    (share) => JSON.stringify(of(share)) === text,
  );
}

/** What of this is done, by part. */
async function look(kept: KeptAccounts, told: readonly Happening[]): Promise<Share> {
  const ours = new Set(told.map(({ orderId }) => orderId));
  const done = await Promise.all(
    parts.map(async (part) => {
      const { body } = await answered(kept, account, {
        method: "GET",
        path: `/done/${part}`,
        headers: {},
        body: undefined,
      });
      const { orders } = JSON.parse(body) as { readonly orders: readonly string[] };
      return orders.filter((id) => ours.has(id)).sort();
    }),
  );
  const [billed = [], refunded = [], screened = [], all = []] = done;
  return { billed, refunded, screened, kept: all };
}

/** Does something while a function is not fed from its own queue but from another's. */
async function whileShared(
  { lambda, purge, id, settings }: KeptAccount,
  FunctionName: string,
  queue: string,
  during: () => Promise<void>,
): Promise<void> {
  const { EventSourceMappings: [own] = [] } = await lambda.send(new ListEventSourceMappingsCommand({ FunctionName }));
  if (own?.UUID === undefined) throw new Error(`nothing feeds ${FunctionName}`);
  const EventSourceArn = `arn:aws:sqs:${settings.region}:${id}:${queue}`;
  const FunctionResponseTypes = ["ReportBatchItemFailures" as const];
  await lambda.send(new UpdateEventSourceMappingCommand({ UUID: own.UUID, Enabled: false }));
  const { UUID } = await lambda.send(
    new CreateEventSourceMappingCommand({ FunctionName, EventSourceArn, BatchSize: 1, FunctionResponseTypes }),
  );
  try {
    await during();
  } finally {
    await lambda.send(new DeleteEventSourceMappingCommand({ UUID }));
    // What was told meanwhile waits there too.
    await purge(FunctionName);
    await lambda.send(new UpdateEventSourceMappingCommand({ UUID: own.UUID, Enabled: true }));
  }
}

function askSns({ ask }: KeptAccount, parameters: Readonly<Record<string, string>>): Promise<string> {
  const body = new URLSearchParams({ Version: "2010-03-31", ...parameters }).toString();
  return ask({ service: "sns", headers: { "content-type": "application/x-www-form-urlencoded" }, body });
}

/** ARN of the subscription that fills a queue. */
async function subscriptionOf(there: KeptAccount, queue: string): Promise<string> {
  const listed = await askSns(there, { Action: "ListSubscriptions" });
  const members = listed.split("<member>").find((member) => member.includes(`:${queue}</Endpoint>`)) ?? "";
  const found = /<SubscriptionArn>([^<]+)</.exec(members)?.[1];
  if (found === undefined) throw new Error(`nothing fills ${queue}: ${listed.slice(0, 500)}`);
  return found;
}

async function filter(there: KeptAccount, SubscriptionArn: string, policy: object): Promise<void> {
  const AttributeValue = JSON.stringify(policy);
  const Action = "SetSubscriptionAttributes";
  await askSns(there, { Action, SubscriptionArn, AttributeName: "FilterPolicy", AttributeValue });
}
