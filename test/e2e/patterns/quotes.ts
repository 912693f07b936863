import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  SFNClient,
  UpdateStateMachineCommand,
} from "@aws-sdk/client-sfn";
import { describe, expect, test } from "@jest/globals";
import type { Quote } from "../../../examples/patterns/services/quotes/quote";
import { quotes } from "../../../examples/patterns/services/quotes/service";
import { accountsOf, type KeptAccount, type KeptAccounts } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";
import { silent, whileTwin } from "../twin";
import { eventually } from "./eventually";

const grams = 1200;
const offers = [
  { carrier: "road", cents: 770 },
  { carrier: "rail", cents: 880 },
  { carrier: "air", cents: 1680 },
];
const withoutRail = { complete: false, offers: offers.filter(({ carrier }) => carrier !== "rail"), missing: ["rail"] };

/** Asks again as long as others are late too, which on a busy machine any may be. */
const asks = 6;

/** From outside: one who does not answer is named in the answer, and without the time-out's Catch there is none. */
export function quotesKept(rehearsal: () => KeptRehearsal): void {
  describe("a quote of three carriers", () => {
    test("has the offers of all", async () => {
      expect(await quoteLike(accountsOf(rehearsal()), ({ complete }) => complete)).toMatchObject({
        complete: true,
        offers,
        missing: [],
      });
    }, 400_000);

    test("has the offers of those who answer, and says who did not", async () => {
      const kept = accountsOf(rehearsal());
      await whileTwin(await kept.account("quotes"), quotes, "askRail", silent, async () => {
        expect(await quoteLike(kept, ({ missing }) => missing.join() === "rail")).toMatchObject(withoutRail);
      });
    }, 400_000);

    test("does not come at all when a time-out is not caught", async () => {
      const kept = accountsOf(rehearsal());
      const account = await kept.account("quotes");
      await whileTwin(account, quotes, "askRail", silent, () =>
        withoutCatch(account, async (ended) => {
          const quoteId = await ask(kept);
          expect(await ended(quoteId)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
          expect((await read(kept, quoteId)).status).toBe(404);
        }),
      );
    }, 400_000);
  });
}

async function ask(kept: KeptAccounts): Promise<string> {
  const headers = { "content-type": "application/json" };
  const request = { method: "POST", path: "/quotes", headers, body: JSON.stringify({ grams }) };
  const { status, body } = await kept.send("quotes", request);
  expect(status).toBe(202);
  return (JSON.parse(body) as { quoteId: string }).quoteId;
}

function read(kept: KeptAccounts, quoteId: string) {
  return kept.send("quotes", { method: "GET", path: `/quotes/${quoteId}`, headers: {}, body: undefined });
}

/** Asks until a quote is as wanted. @returns the last one */
async function quoteLike(kept: KeptAccounts, wanted: (quote: Quote) => boolean): Promise<Quote | undefined> {
  let quote: Quote | undefined;
  for (let asked = 0; asked < asks && (quote === undefined || !wanted(quote)); asked += 1) {
    const quoteId = await ask(kept);
    const answer = await eventually(
      () => read(kept, quoteId),
      ({ status }) => status === 200,
      60_000,
    );
    quote = answer.status === 200 ? (JSON.parse(answer.body) as Quote) : undefined;
  }
  return quote;
}

type Ended = (
  quoteId: string,
) => Promise<{ readonly status?: string | undefined; readonly error?: string | undefined }>;

/** Does something while no branch of the state machine catches what fails in it. */
async function withoutCatch(account: KeptAccount, during: (ended: Ended) => Promise<void>): Promise<void> {
  const sfn = new SFNClient(account.settings);
  const machine = `arn:aws:states:${account.settings.region}:${account.id}:stateMachine:quotes-quote`;
  const { definition = "" } = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn: machine }));
  const define = (text: string) =>
    sfn.send(new UpdateStateMachineCommand({ stateMachineArn: machine, definition: text }));
  const uncaught = JSON.stringify(JSON.parse(definition), (key, value: unknown) =>
    key === "Catch" ? undefined : value,
  );
  expect(uncaught).not.toBe(definition);
  await define(uncaught);
  try {
    await during((quoteId) => {
      const executionArn = `${machine.replace(":stateMachine:", ":execution:")}:${quoteId}`;
      return eventually(
        () => sfn.send(new DescribeExecutionCommand({ executionArn })),
        ({ status }) => status !== "RUNNING",
        120_000,
      );
    });
  } finally {
    await define(definition);
  }
}
