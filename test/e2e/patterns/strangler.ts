import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { strangler as service } from "../../../examples/patterns/services/strangler/service";
import type { Route } from "../../../workloads/patterns/strangler/runtime/route";
import { accountsOf, type KeptAccounts } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";
import { deployTwin, handledIn } from "../twin";

const account = "strangler";
const skus = Array.from({ length: 8 }, (_, index) => `sku-${index}`);
const cents = 1200;
/** The copy of this one went wrong. */
const wrong = { sku: "sku-wrong", old: cents, new: 999 };
/** Requests at each share, while it is changed. */
const requestsEach = 12;

/** The new implementation is broken: the SDK does not repeat this error. */
const broken = {
  "modern-broken": {
    function: "strangler-getPrice",
    service: "dynamodb",
    resource: "strangler-modern",
    error: { code: "ModernBroken", status: 400 },
  },
} as const;

/** From outside: requests move to the new implementation and back, and nobody who asks sees it happen. */
export function stranglerPattern(rehearsal: () => KeptRehearsal): void {
  describe("the strangler", () => {
    test("moves from 0 to 100 % and back without a failed request, and reports where the new one differs", async () => {
      const kept = rehearsal();
      const accounts = accountsOf(kept);
      const own = await accounts.account(account);
      await route(accounts, { on: true, newPercent: 0, compare: true });
      for (const sku of [...skus, wrong.sku]) expect(await put(accounts, sku, cents)).toBe(200);
      // Both have been written.
      expect(await own.items("strangler-modern")).toHaveLength((await own.items("strangler-legacy")).length);
      await own.put("strangler-modern", { sku: wrong.sku, amount: { value: wrong.new / 100, currency: "EUR" } });

      const load = underLoad(accounts);
      try {
        for (const newPercent of [0, 25, 50, 100]) {
          await route(accounts, { on: true, newPercent, compare: true });
          await load.more(requestsEach);
        }
        expect((await get(accounts, wrong.sku)).cents).toBe(wrong.new);
        kept.inject(broken);
        await load.more(requestsEach);
        kept.inject({});
        // What is written while the new one leads is there for the way back.
        expect(await put(accounts, "sku-late", 1300)).toBe(200);
        await route(accounts, { on: false, newPercent: 100, compare: true });
        expect((await get(accounts, wrong.sku)).cents).toBe(wrong.old);
        expect((await get(accounts, "sku-late")).cents).toBe(1300);
        await load.more(requestsEach);
      } finally {
        kept.inject({});
        await load.end();
      }
      expect(load.failed).toEqual([]);
      const differences = await own.items("strangler-differences");
      const kinds = (sku: string): Set<unknown> =>
        new Set(differences.filter(({ key }) => key === sku).map(({ kind }) => kind));
      expect(kinds(wrong.sku)).toContain("answer");
      expect(differences.some(({ kind }) => kind === "failed")).toBe(true);
      expect(differences.filter(({ kind, key }) => kind === "answer" && key !== wrong.sku)).toEqual([]);
    }, 600_000);

    test("is found missing where everything is switched at once to what is broken", async () => {
      const kept = rehearsal();
      const accounts = accountsOf(kept);
      const restore = await deployTwin(
        await accounts.account(account),
        service,
        "getPrice",
        handledIn(join(__dirname, "hard-switch")),
      );
      kept.inject(broken);
      try {
        const answers = await Promise.all(skus.map((sku) => get(accounts, sku)));
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([500]));
      } finally {
        kept.inject({});
        await restore();
      }
    }, 300_000);
  });
}

/** One write: all that an operator changes. */
async function route(accounts: KeptAccounts, item: Route): Promise<void> {
  await (await accounts.account(account)).put("strangler-routes", { route: "prices", ...item });
}

/** Readers who ask all the time. */
function underLoad(accounts: KeptAccounts) {
  const failed: string[] = [];
  let asked = 0;
  let going = true;
  const reader = async (first: number): Promise<void> => {
    for (let at = first; going; at += 1, asked += 1) {
      const sku = skus[at % skus.length] ?? "";
      const { status } = await get(accounts, sku);
      if (status !== 200) failed.push(`${sku}: ${status}`);
    }
  };
  const reading = Promise.all([reader(0), reader(3)]);
  return {
    failed,
    more: async (requests: number): Promise<void> => {
      for (const until = asked + requests; asked < until;) await sleep(200);
    },
    end: async (): Promise<void> => {
      going = false;
      await reading;
    },
  };
}

async function put(accounts: KeptAccounts, sku: string, price: number): Promise<number> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ cents: price });
  return (await accounts.send(account, { method: "PUT", path: `/prices/${sku}`, headers, body })).status;
}

async function get(accounts: KeptAccounts, sku: string): Promise<{ readonly status: number; readonly cents: number }> {
  const asked = { method: "GET", path: `/prices/${sku}`, headers: {}, body: undefined };
  const { status, body } = await accounts.send(account, asked);
  return { status, cents: Number((JSON.parse(body) as { readonly cents?: number }).cents) };
}
