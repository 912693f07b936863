import { setTimeout as sleep } from "node:timers/promises";
import { GetFunctionConfigurationCommand, UpdateFunctionConfigurationCommand } from "@aws-sdk/client-lambda";
import { describe, expect, test } from "@jest/globals";
import { accountsOf, type KeptAccount, type KeptAccounts } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";

const account = "bulkhead";
/** Work of the standard class: with its two workers a minute at least, whatever the machine. */
const flood = { reports: 600, milliseconds: 200 };
/** Requests that the standard class sends meanwhile, from so many senders. */
const crowd = { requests: 48, senders: 8 };
const quietReports = 10;
/** Half of what the flood takes at least: how long a report of the premium class may wait. */
const boundMilliseconds = 30_000;

/** From outside: a flood of one class of tenants is not felt by the other. */
export function bulkheadPattern(rehearsal: () => KeptRehearsal): void {
  describe("the bulkhead", () => {
    test("answers every request of the quiet class, and does its work in time, during a flood of the other", async () => {
      const accounts = accountsOf(rehearsal());
      const own = await accounts.account(account);
      try {
        await fill(own, "flood");
        const [answers, refused] = await Promise.all([askQuietly(accounts, "quiet"), crowdIn(accounts)]);
        expect(answers).toEqual(Array.from({ length: quietReports }, () => 202));
        const ages = await agesOf(own, "quiet", 2 * boundMilliseconds);
        expect(ages).toHaveLength(quietReports);
        expect(Math.max(...ages)).toBeLessThan(boundMilliseconds);
        // Meanwhile it did flood.
        expect(await own.waiting("bulkhead-standard")).toBeGreaterThan(0);
        console.log(
          `the quiet class waited ${Math.max(...ages)} ms at most; ` +
            `${refused} of ${crowd.requests} requests of the other were refused`,
        );
      } finally {
        await own.purge("bulkhead-standard");
      }
    }, 400_000);

    test("is found missing where both share a queue and its workers: the quiet class waits for the flood", async () => {
      const accounts = accountsOf(rehearsal());
      const own = await accounts.account(account);
      const restore = await shareQueue(own);
      try {
        await fill(own, "shared");
        expect(await askQuietly(accounts, "late")).toEqual(Array.from({ length: quietReports }, () => 202));
        expect((await agesOf(own, "late", boundMilliseconds)).length).toBeLessThan(quietReports);
      } finally {
        await restore();
        await own.purge("bulkhead-standard");
      }
    }, 400_000);
  });
}

function fill(own: KeptAccount, name: string): Promise<void> {
  const askedAt = new Date().toISOString();
  const { milliseconds } = flood;
  const reports = Array.from({ length: flood.reports }, (_, index) => ({ reportId: `${name}-${index}` }));
  return own.sendAll(
    "bulkhead-standard",
    reports.map((report) => ({ ...report, milliseconds, askedAt })),
  );
}

/** Reports of the premium class, one after the other. @returns the answers */
async function askQuietly(accounts: KeptAccounts, name: string): Promise<readonly number[]> {
  const answers: number[] = [];
  for (let index = 0; index < quietReports; index += 1)
    answers.push(await ask(accounts, "premium", `${name}-${index}`));
  return answers;
}

/** @returns how many were refused */
async function crowdIn(accounts: KeptAccounts): Promise<number> {
  const left = Array.from({ length: crowd.requests }, (_, index) => `crowd-${index}`).values();
  let refused = 0;
  const sender = async (): Promise<void> => {
    for (const report of left) if ((await ask(accounts, "standard", report)) !== 202) refused += 1;
  };
  await Promise.all(Array.from({ length: crowd.senders }, sender));
  return refused;
}

async function ask(accounts: KeptAccounts, tenants: string, report: string): Promise<number> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ milliseconds: 1 });
  const path = `/${tenants}/reports/${report}`;
  return (await accounts.send(account, { method: "PUT", path, headers, body })).status;
}

/** Waits until all reports of that name are made, but no longer than `patience`. @returns how long each took, from when it was asked for */
async function agesOf(own: KeptAccount, name: string, patience: number): Promise<readonly number[]> {
  for (const until = Date.now() + patience; ; await sleep(1000)) {
    const made = (await own.items("bulkhead-reports")).filter(({ reportId }) =>
      String(reportId).startsWith(`${name}-`),
    );
    if (made.length < quietReports && Date.now() < until) continue;
    return made.map(({ askedAt, doneAt }) => Date.parse(String(doneAt)) - Date.parse(String(askedAt)));
  }
}

/** Requests of the premium class go to the queue of the other, as that one's function may send them. @returns what undoes it */
async function shareQueue({ lambda }: KeptAccount): Promise<() => Promise<void>> {
  const read = (name: string) =>
    lambda.send(new GetFunctionConfigurationCommand({ FunctionName: `bulkhead-submit${name}` }));
  const [premium, standard] = [await read("Premium"), await read("Standard")];
  const own = { ...premium.Environment?.Variables };
  const configure = async (Variables: Record<string, string>, Role: string | undefined): Promise<void> => {
    const FunctionName = "bulkhead-submitPremium";
    const role = Role === undefined ? {} : { Role };
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables }, ...role }));
  };
  const shared = standard.Environment?.Variables?.["STANDARD_QUEUE"];
  if (shared === undefined) throw new Error("submitStandard has no queue");
  await configure({ ...own, PREMIUM_QUEUE: shared }, standard.Role);
  return () => configure(own, premium.Role);
}
