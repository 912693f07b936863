import type { KeptAccount } from "../kept-accounts";

/** Whether a function has logged a text. */
export async function hasLogged(account: KeptAccount, functionName: string, text: string): Promise<boolean> {
  return (await linesWith(account, functionName, text)) > 0;
}

/** How many lines of a function's log have a text, by CloudWatch Logs' FilterLogEvents in the account's own credentials. */
export async function linesWith({ ask }: KeptAccount, functionName: string, text: string): Promise<number> {
  const headers = {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": "Logs_20140328.FilterLogEvents",
  };
  const body = JSON.stringify({ logGroupName: `/aws/lambda/${functionName}`, filterPattern: `"${text}"` });
  const { events = [] } = JSON.parse(await ask({ service: "logs", headers, body })) as {
    readonly events?: readonly unknown[];
  };
  return events.length;
}
