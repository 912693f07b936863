import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { ListMapRunsCommand, DescribeMapRunCommand, SFNClient } from "@aws-sdk/client-sfn";
import { describe, expect, test } from "@jest/globals";
import { type Count, partBytes } from "../../../examples/patterns/services/wordcount/counting";
import { wordcount } from "../../../examples/patterns/services/wordcount/service";
import { accountsOf, type KeptAccounts } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";
import { handledIn, whileTwin } from "../twin";
import { eventually } from "./eventually";

/** Isaac Newton, "Opticks", the fourth edition (1730), part I of the first book. */
const text = join(__dirname, "opticks.txt");

/** From outside: the parts' counts add up to the count of the whole, and do not where parts are cut through words. */
export function wordcountKept(rehearsal: () => KeptRehearsal): void {
  describe("the words of Newton's Opticks", () => {
    test("are counted in parts as they are in one piece", async () => {
      const kept = accountsOf(rehearsal());
      const { count, words, runs } = await countOfText(kept);
      const wanted = countedByShell();
      const parts = Math.ceil(readFileSync(text).length / partBytes);
      expect(words).toEqual(wanted);
      expect(count).toMatchObject({
        parts,
        total: Object.values(wanted).reduce((sum, each) => sum + each, 0),
        distinct: Object.keys(wanted).length,
        most: expect.arrayContaining([{ word: "the", count: wanted["the"] }]) as unknown,
      });
      // Each part had an execution of its own.
      expect(runs).toMatchObject([{ status: "SUCCEEDED", executionCounts: { total: parts, succeeded: parts } }]);
    }, 400_000);

    test("are counted wrong by mappers that take parts as they were cut", async () => {
      const kept = accountsOf(rehearsal());
      const twin = handledIn(join(__dirname, "twins/wordcount"));
      await whileTwin(await kept.account("wordcount"), wordcount, "countPart", twin, async () => {
        const { words } = await countOfText(kept);
        expect(words["the"]).toBeGreaterThan(100);
        expect(words).not.toEqual(countedByShell());
      });
    }, 400_000);
  });
}

/** Counts by programs that share nothing with the service. */
function countedByShell(): Readonly<Record<string, number>> {
  const script = `LC_ALL=C tr 'A-Z' 'a-z' < "$0" | LC_ALL=C tr -cs 'a-z' '\\n' | grep . | LC_ALL=C sort | uniq -c`;
  const lines = execFileSync("bash", ["-c", script, text], { encoding: "utf8" }).trim().split("\n");
  return Object.fromEntries(
    lines.map((line): [string, number] => {
      const [count, word = ""] = line.trim().split(" ");
      return [word, Number(count)];
    }),
  );
}

async function countOfText(kept: KeptAccounts) {
  const { id, settings } = await kept.account("wordcount");
  const s3 = new S3Client(settings);
  const sfn = new SFNClient(settings);
  const Bucket = `wordcount-words-${id}`;
  await s3.send(new PutObjectCommand({ Bucket, Key: "texts/opticks.txt", Body: readFileSync(text) }));
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ key: "opticks.txt" });
  const begun = await kept.send("wordcount", { method: "POST", path: "/counts", headers, body });
  expect(begun.status).toBe(202);
  const { countId } = JSON.parse(begun.body) as { countId: string };
  const answer = await eventually(
    () => kept.send("wordcount", { method: "GET", path: `/counts/${countId}`, headers: {}, body: undefined }),
    ({ status }) => status === 200,
  );
  expect(answer.status).toBe(200);
  const result = await s3.send(new GetObjectCommand({ Bucket, Key: `results/${countId}.json` }));
  const executionArn = `arn:aws:states:${settings.region}:${id}:execution:wordcount-count:${countId}`;
  const { mapRuns = [] } = await sfn.send(new ListMapRunsCommand({ executionArn }));
  const runs = await Promise.all(mapRuns.map(({ mapRunArn }) => sfn.send(new DescribeMapRunCommand({ mapRunArn }))));
  return {
    count: JSON.parse(answer.body) as Count,
    words: JSON.parse((await result.Body?.transformToString()) ?? "{}") as Readonly<Record<string, number>>,
    runs,
  };
}
