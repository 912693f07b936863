import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { carrier } from "../../../examples/patterns/services/circuit-breaker/carrier";
import { circuitBreaker as service } from "../../../examples/patterns/services/circuit-breaker/service";
import { accountsOf, type KeptAccounts } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";
import { deployTwin, handledIn } from "../twin";

const account = "circuit-breaker";
/** Requests at once while the carrier is down. */
const crowd = 12;

/** An error that the SDK does not repeat: each call of the carrier is one call that the gateway records. */
const down = {
  "carrier-down": {
    function: "circuit-breaker-*",
    service: "dynamodb",
    resource: "circuit-breaker-carrier",
    error: { code: "CarrierDown", status: 400 },
  },
} as const;

/** From outside: what fails is left alone, by all functions, and gets in the end what it was not asked. */
export function circuitBreakerPattern(rehearsal: () => KeptRehearsal): void {
  describe("the circuit breaker", () => {
    test("keeps every function from a carrier that fails, probes it, and makes the calls that waited", async () => {
      const kept = rehearsal();
      const accounts = accountsOf(kept);
      const atFirst = hits(kept);
      const parcels: string[] = [];
      const put = async (): Promise<number> => {
        const parcel = `parcel-${parcels.length}`;
        parcels.push(parcel);
        return book(accounts, parcel);
      };
      const askAll = async (): Promise<readonly number[]> => [
        ...(await Promise.all([
          ...Array.from({ length: crowd / 2 }, put),
          ...Array.from({ length: crowd / 2 }, (_, index) => get(accounts, `parcel-${index}`)),
        ])),
      ];
      kept.inject(down);
      try {
        await until(async () => (await put()) === 202 && (await circuitOf(accounts)).state === "open");
        expect(hits(kept) - atFirst).toBeGreaterThanOrEqual(4);

        // What was let through before has ended by then, or been given up.
        await sleep(carrier.settings.timeoutSeconds * 1000);
        const atOpen = hits(kept);
        const open = await circuitOf(accounts);
        // Answered, by functions that all know; a probe among them fails as the carrier does.
        for (const status of await askAll()) expect([202, 503, 500]).toContain(status);
        await until(async () => Date.now() > open.openUntil);
        await askAll();
        await until(async () => hits(kept) > atOpen);
        await until(async () => (await circuitOf(accounts)).state === "open");
        // Each time that it is half-open one call passes, and fails.
        const reached = hits(kept) - atOpen;
        const { epoch } = await circuitOf(accounts);
        const before = open.state === "half-open" ? open.epoch - 1 : open.epoch;
        expect(reached).toBeLessThanOrEqual(Math.ceil((epoch - before) / 2));
        console.log(`${reached} of ${2 * crowd} requests, and of the calls that wait, reached the carrier`);
      } finally {
        kept.inject({});
      }
      await until(async () => {
        const known = new Set((await booked(accounts)).map(({ parcelId }) => parcelId));
        return parcels.every((parcel) => known.has(parcel)) && (await circuitOf(accounts)).state === "closed";
      });
      expect(await get(accounts, parcels[0] ?? "")).toBe(200);
      expect(await (await accounts.account(account)).waiting("circuit-breaker-parked_dead-letters")).toBe(0);
    }, 600_000);

    test("is found missing where a function has none: every request reaches the carrier", async () => {
      const kept = rehearsal();
      const accounts = accountsOf(kept);
      const restore = await deployTwin(
        await accounts.account(account),
        service,
        "bookParcel",
        handledIn(join(__dirname, "without-breaker")),
      );
      const before = hits(kept);
      kept.inject(down);
      try {
        const asked = Array.from({ length: crowd }, (_, index) => book(accounts, `twin-${index}`));
        expect(new Set(await Promise.all(asked))).toEqual(new Set([500]));
        expect(hits(kept) - before).toBe(crowd);
      } finally {
        kept.inject({});
        await restore();
      }
    }, 300_000);
  });
}

/** Calls that reached the carrier while it was down. */
function hits(kept: KeptRehearsal): number {
  return kept.calls().filter(({ fault }) => fault?.rules.includes("carrier-down")).length;
}

async function book(accounts: KeptAccounts, parcel: string): Promise<number> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ grams: 1200 });
  return (await accounts.send(account, { method: "PUT", path: `/parcels/${parcel}`, headers, body })).status;
}

async function get(accounts: KeptAccounts, parcel: string): Promise<number> {
  return (await accounts.send(account, { method: "GET", path: `/parcels/${parcel}`, headers: {}, body: undefined }))
    .status;
}

async function booked(accounts: KeptAccounts) {
  return (await accounts.account(account)).items("circuit-breaker-carrier");
}

async function circuitOf(accounts: KeptAccounts) {
  const [item] = await (await accounts.account(account)).items("circuit-breaker-breakers");
  return {
    state: String(item?.["state"]),
    epoch: Number(item?.["epoch"] ?? 0),
    openUntil: Number(item?.["openUntil"] ?? 0),
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 300_000; Date.now() < end; await sleep(500)) if (await holds()) return;
  throw new Error("what was waited for did not come");
}
