import { join } from "node:path";
import { GetFunctionConfigurationCommand } from "@aws-sdk/client-lambda";
import { describe, expect, test } from "@jest/globals";
import { texts } from "../../../examples/patterns/services/texts/service";
import { type Count, countOf, wordsOf } from "../../../examples/patterns/services/texts/text";
import { accountsOf, type KeptAccounts } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";
import { failing, handledIn, whileTwin } from "../twin";
import { eventually } from "./eventually";

const sent = [
  "To be, or not to be",
  "L'État, c'est moi; l’état",
  "a a a b",
  "Rose is a rose is a rose",
  "one",
  "42 is 42",
];

/** A message that was handed out comes again after this; five times that and it is a dead letter. */
const hiddenSeconds = 40;

const stages = ["normalise", "count", "keep"] as const;

/** From outside: stages with queues between them fail and go on by themselves, and without the queues a text is lost. */
export function textsKept(rehearsal: () => KeptRehearsal): void {
  describe("texts that go through a chain of queues", () => {
    test("are counted as the filters count them one after the other", async () => {
      const kept = accountsOf(rehearsal());
      const ids = await send(kept);
      expect(await counted(kept, ids)).toEqual(asExpected(ids));
    }, 300_000);

    test("wait before a stage that is broken, and are all counted when it is mended", async () => {
      const kept = accountsOf(rehearsal());
      const account = await kept.account("texts");
      await account.hideFor("texts-count", hiddenSeconds);
      const ids: string[] = [];
      try {
        await whileTwin(account, texts, "count", failing, async () => {
          ids.push(...(await send(kept)));
          const held = { normalise: 0, count: sent.length, keep: 0 };
          const waiting = await eventually(
            () => waitingIn(account),
            (seen) => JSON.stringify(seen) === JSON.stringify(held),
            120_000,
          );
          expect(waiting).toEqual(held);
          expect(await there(kept, ids)).toEqual([]);
        });
        expect(await counted(kept, ids)).toEqual(asExpected(ids));
        expect(await account.waiting("texts-count_dead-letters")).toBe(0);
      } finally {
        await account.hideFor("texts-count", 180);
      }
    }, 500_000);

    test("are lost at a broken stage when stages call each other", async () => {
      const kept = accountsOf(rehearsal());
      const account = await kept.account("texts");
      // Its role may send messages, and call nobody.
      await letCallStages(account);
      await whileTwin(account, texts, "sendText", handledIn(join(__dirname, "twins/texts")), async () => {
        // As long as all stages work there is no difference.
        const ids = await send(kept);
        expect(await counted(kept, ids)).toEqual(asExpected(ids));
        const before = (await account.items("texts-counts")).length;
        await whileTwin(account, texts, "count", failing, async () => {
          const statuses = await Promise.all(sent.map(async (text) => (await post(kept, text)).status));
          expect(statuses.filter((status) => status < 500)).toEqual([]);
        });
        // Nothing has them: no queue, and no table.
        const waiting = await eventually(
          () => waitingIn(account),
          (queues) => Object.values(queues).every((count) => count === 0),
        );
        expect(waiting).toEqual({ normalise: 0, count: 0, keep: 0 });
        expect(await account.items("texts-counts")).toHaveLength(before);
      });
    }, 400_000);
  });
}

type Account = Awaited<ReturnType<KeptAccounts["account"]>>;

async function letCallStages({ ask, id, lambda }: Account): Promise<void> {
  const { Role = "" } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: "texts-sendText" }));
  const Statement = [
    { Effect: "Allow", Action: "lambda:InvokeFunction", Resource: `arn:aws:lambda:*:${id}:function:texts-*` },
  ];
  const parameters = {
    Action: "PutRolePolicy",
    Version: "2010-05-08",
    RoleName: Role.split("/").at(-1) ?? "",
    PolicyName: "call-stages",
    PolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement }),
  };
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  await ask({ service: "iam", headers, body: new URLSearchParams(parameters).toString() });
}

function post(kept: KeptAccounts, text: string) {
  const headers = { "content-type": "application/json" };
  return kept.send("texts", { method: "POST", path: "/texts", headers, body: JSON.stringify({ text }) });
}

async function send(kept: KeptAccounts): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const text of sent) {
    const { status, body } = await post(kept, text);
    expect(status).toBe(202);
    ids.push((JSON.parse(body) as { textId: string }).textId);
  }
  return ids;
}

/** Those of the texts that are counted. */
async function there(kept: KeptAccounts, ids: readonly string[]): Promise<readonly Count[]> {
  const answers = await Promise.all(
    ids.map((id) => kept.send("texts", { method: "GET", path: `/texts/${id}`, headers: {}, body: undefined })),
  );
  return answers.flatMap(({ status, body }) => (status === 200 ? [JSON.parse(body) as Count] : []));
}

function counted(kept: KeptAccounts, ids: readonly string[]): Promise<readonly Count[]> {
  return eventually(
    () => there(kept, ids),
    ({ length }) => length === ids.length,
  );
}

function asExpected(ids: readonly string[]): readonly Count[] {
  return ids.map((textId, index) => countOf(wordsOf({ textId, text: sent[index] ?? "" })));
}

async function waitingIn({ waiting }: Account): Promise<Readonly<Record<(typeof stages)[number], number>>> {
  const [normalise, count, keep] = await Promise.all(stages.map((stage) => waiting(`texts-${stage}`)));
  return { normalise: normalise ?? 0, count: count ?? 0, keep: keep ?? 0 };
}
