import { randomInt, randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { streamAnalytics } from "../../../examples/patterns/services/stream-analytics/service";
import { type Vote, windowSeconds } from "../../../examples/patterns/services/stream-analytics/vote";
import { windowOf } from "../../../workloads/patterns/windowed-counts/windows";
import { accountsOf, type KeptAccounts } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";
import { changedCode, deployTwin } from "../twin";
import { answered, eventually } from "./eventually";

const account = "stream-analytics";
const voters = 10_000;
const choices = ["yes", "no", "abstain"] as const;
/** Most votes of a request. */
const most = 500;

/** Totals of windows: its start → choice → votes. */
type Totals = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** From outside: every vote counts once, in the minute in which it was given, whatever comes twice and whatever is no vote. */
export function streamAnalyticsKept(rehearsal: () => KeptRehearsal): void {
  describe("stream analytics", () => {
    test(`counts ${voters} votes exactly, a tenth of which come twice, and parks what is no vote`, async () => {
      const kept = accountsOf(rehearsal());
      const there = await kept.account(account);
      const parked = await there.waiting("stream-analytics-countVotes_dead-letters");
      const votes = votesOf(voters, Date.parse("2026-03-01T12:00:00Z") + randomInt(100_000) * 60_000);
      const again = votes.filter((_, index) => index % 10 === 0);
      const started = Date.now();
      await cast(kept, votes.slice(0, voters / 2));
      await putPoison(kept);
      await cast(kept, [...again, ...votes.slice(voters / 2)]);
      const taken = Date.now();
      expect(await totals(kept, totalsOf(votes))).toEqual(totalsOf(votes));
      console.log(
        `${votes.length + again.length} votes taken in ${seconds(started, taken)} s, counted after ${seconds(started, Date.now())} s`,
      );
      const inTheEnd = await eventually(
        () => there.waiting("stream-analytics-countVotes_dead-letters"),
        (count) => count >= parked + 1,
      );
      expect(inTheEnd).toBe(parked + 1);
      // All of it is kept in the bucket, what came twice and what is no vote too.
      const ids = new Set(votes.map(({ id }) => id));
      const lines = await eventually(
        async () => (await linesIn(kept)).filter((line) => ids.has(idIn(line))),
        (all) => all.length >= votes.length + again.length,
      );
      expect(new Set(lines.map(idIn)).size).toBe(votes.length);
      expect((await linesIn(kept)).some((line) => line.startsWith("no vote"))).toBe(true);
    }, 900_000);

    test("is found to count twice what comes twice with its condition taken away", async () => {
      const kept = accountsOf(rehearsal());
      const votes = votesOf(200, Date.parse("2027-03-02T12:00:00Z") + randomInt(100_000) * 60_000);
      const twice = twofold(totalsOf(votes));
      const restore = await withoutCondition(kept);
      try {
        await cast(kept, votes);
        expect(await totals(kept, totalsOf(votes))).toEqual(totalsOf(votes));
        await cast(kept, votes);
        expect(await totals(kept, twice)).toEqual(twice);
      } finally {
        await restore();
      }
    }, 400_000);
  });
}

/** Votes of five minutes, in no order of time. @param from when the first minute begins */
function votesOf(count: number, from: number): readonly Vote[] {
  const run = randomUUID().slice(0, 8);
  return Array.from({ length: count }, (_, index) => ({
    id: `${run}-${index}`,
    choice: choices[index % 7 < 3 ? 0 : index % 7 < 5 ? 1 : 2] ?? "yes",
    at: new Date(from + ((index * 7919) % 300_000)).toISOString(),
  }));
}

function totalsOf(votes: readonly Vote[]): Totals {
  const totals: Record<string, Record<string, number>> = {};
  for (const { at, choice } of votes) {
    const window = (totals[windowOf(Date.parse(at), windowSeconds)] ??= {});
    window[choice] = (window[choice] ?? 0) + 1;
  }
  return totals;
}

function twofold(totals: Totals): Totals {
  const doubled = (counts: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(counts).map(([choice, count]) => [choice, 2 * count]));
  return Object.fromEntries(Object.entries(totals).map(([window, counts]) => [window, doubled(counts)]));
}

async function cast(kept: KeptAccounts, votes: readonly Vote[]): Promise<void> {
  const headers = { "content-type": "application/json" };
  for (let from = 0; from < votes.length; from += most) {
    const body = JSON.stringify({ votes: votes.slice(from, from + most) });
    expect(await answered(kept, account, { method: "POST", path: "/votes", headers, body })).toMatchObject({
      status: 202,
    });
  }
}

/** Puts on the stream what is no JSON, behind the service's back. */
async function putPoison(kept: KeptAccounts): Promise<void> {
  const { askJson } = await kept.account(account);
  const Data = Buffer.from("no vote\n").toString("base64");
  const input = { StreamName: "stream-analytics-votes", Records: [{ PartitionKey: "poison", Data }] };
  expect(await askJson("kinesis", "Kinesis_20131202.PutRecords", input)).toMatchObject({ FailedRecordCount: 0 });
}

/** Waits for the totals of the windows that are wanted. @returns those that are there in the end */
function totals(kept: KeptAccounts, wanted: Totals): Promise<Totals> {
  const read = async (window: string) => {
    const path = `/totals?at=${encodeURIComponent(window)}`;
    const { body } = await answered(kept, account, { method: "GET", path, headers: {}, body: undefined });
    return [window, (JSON.parse(body) as { readonly totals: Readonly<Record<string, number>> }).totals] as const;
  };
  const sumOf = (all: Totals): number =>
    Object.values(all)
      .flatMap((counts) => Object.values(counts))
      .reduce((sum, count) => sum + count, 0);
  return eventually(
    async () => Object.fromEntries(await Promise.all(Object.keys(wanted).map(read))),
    (all) => sumOf(all) >= sumOf(wanted),
    600_000,
  );
}

/** MiniStack's Firehose compresses nothing. */
function textOf(object: Uint8Array): string {
  const isCompressed = object[0] === 0x1f && object[1] === 0x8b;
  return (isCompressed ? gunzipSync(object) : Buffer.from(object)).toString();
}

async function linesIn(kept: KeptAccounts): Promise<readonly string[]> {
  const { contents, id } = await kept.account(account);
  const texts = (await contents(`stream-analytics-delivered-${id}`)).map(textOf);
  return texts.flatMap((text) => text.split("\n").filter(Boolean));
}

/** Id of the vote in a line; empty of one that is no vote. */
function idIn(line: string): string {
  return /"id":"([^"]+)"/.exec(line)?.[1] ?? "";
}

/** Deploys the consumer without the condition that a vote was not counted before. @returns what puts it back */
async function withoutCondition(kept: KeptAccounts): Promise<() => Promise<void>> {
  const always = changedCode((code) =>
    code.replace(/attribute_not_exists\((id|\$\{\w+\})\)/g, "attribute_not_exists(no_such_attribute)"),
  );
  return deployTwin(await kept.account(account), streamAnalytics, "countVotes", always);
}

function seconds(from: number, to: number): string {
  return ((to - from) / 1000).toFixed(0);
}
