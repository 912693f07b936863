import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { transactionalOutbox } from "../../../examples/patterns/services/transactional-outbox/service";
import { accountsOf, type KeptAccounts } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";
import { changedCode, deployTwin } from "../twin";
import { eventually } from "./eventually";

const name = "transactional-outbox";

/** The function dies as soon as its write is done: before it could publish anything. */
const killedAfterWrite = {
  "written-and-dead": {
    function: "transactional-outbox-signUp",
    service: "dynamodb",
    operation: "TransactWriteItems",
    kill: "after",
    times: 1,
  },
} as const;

/** From outside: what was written is told, and has its effect once, wherever a function ends. */
export function transactionalOutboxKept(rehearsal: () => KeptRehearsal): void {
  describe("an event that is stored with what it tells of", () => {
    test("is published and has one effect though the function died after its write", async () => {
      const kept = accountsOf(rehearsal());
      await signUpAnother(kept);
      const signupId = randomUUID();
      expect(await signUpAndDie(rehearsal(), kept, signupId)).toBeGreaterThanOrEqual(500);
      expect(await greeted(kept, signupId)).toBe(1);
      // Whoever was not answered asks again.
      expect(await signUp(kept, signupId)).toBe(202);
      const later = await signUpAnother(kept);
      expect(await greeted(kept, later)).toBe(1);
      expect(await greetings(kept, signupId)).toBe(1);
      expect(published(rehearsal())).toBeGreaterThanOrEqual(2);
    }, 600_000);

    test("would be lost for ever if it were published after the write", async () => {
      const kept = accountsOf(rehearsal());
      const account = await kept.account(name);
      // One write after the other, in place of all in one transaction.
      const restore = await deployTwin(
        account,
        transactionalOutbox,
        "signUp",
        changedCode((code) =>
          code.replace(
            /await ([\w$]+)\.send\(new ([\w$]+)\(\{TransactItems:\[\.\.\.([\w$]+)\]\}\)\)/,
            "for(const one of $3)await $1.send(new $2({TransactItems:[one]}))",
          ),
        ),
      );
      try {
        await signUpAnother(kept);
        const signupId = randomUUID();
        expect(await signUpAndDie(rehearsal(), kept, signupId)).toBeGreaterThanOrEqual(500);
        expect(await signUp(kept, signupId)).toBe(202);
        const later = await signUpAnother(kept);
        expect(await greeted(kept, later)).toBe(1);
        expect(await greetings(kept, signupId)).toBe(0);
        const told = (await account.items(`${name}-outbox`)).map((item) => item["signupId"]);
        expect(told).toContain(later);
        expect(told).not.toContain(signupId);
      } finally {
        await restore();
      }
    }, 600_000);
  });
}

/** How often somebody was greeted, once it was once or patience has ended. */
function greeted(kept: KeptAccounts, signupId: string): Promise<number> {
  return eventually(
    () => greetings(kept, signupId),
    (count) => count === 1,
  );
}

/** Signs somebody else up, with patience: a function may time out on a machine that is busy enough. */
async function signUpAnother(kept: KeptAccounts): Promise<string> {
  const signupId = randomUUID();
  const status = await eventually(
    () => signUp(kept, signupId),
    (answered) => answered === 202,
  );
  expect(status).toBe(202);
  return signupId;
}

async function signUp(kept: KeptAccounts, signupId: string): Promise<number> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ name: "Ada" });
  return (await kept.send(name, { method: "PUT", path: `/signups/${signupId}`, headers, body })).status;
}

/** @returns what the client is answered */
async function signUpAndDie(rehearsal: KeptRehearsal, kept: KeptAccounts, signupId: string): Promise<number> {
  const before = killed(rehearsal);
  rehearsal.inject(killedAfterWrite);
  try {
    const status = await signUp(kept, signupId);
    expect(killed(rehearsal)).toBe(before + 1);
    return status;
  } finally {
    rehearsal.inject({});
  }
}

async function greetings(kept: KeptAccounts, signupId: string): Promise<number> {
  const path = `/signups/${signupId}`;
  const { body } = await kept.send(name, { method: "GET", path, headers: {}, body: undefined });
  return Number((JSON.parse(body) as { readonly greetings?: number }).greetings ?? -1);
}

function killed(rehearsal: KeptRehearsal): number {
  return rehearsal.calls().filter(({ fault }) => fault?.effect === "kill after").length;
}

function published(rehearsal: KeptRehearsal): number {
  return rehearsal
    .calls()
    .filter(({ operation, principal }) => operation === "SendMessage" && principal.includes(`${name}-announce`)).length;
}
