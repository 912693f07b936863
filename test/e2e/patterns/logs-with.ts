import type { KeptAccount } from "../kept-accounts";

/** Whether a function has logged a text. */
export async function hasLogged(account: KeptAccount, functionName: string, text: string): Promise<boolean> {
  return (await linesWith(account, functionName, text)) > 0;
}

/** How many lines of a function's log have a text, by CloudWatch Logs' FilterLogEvents in the account's own credentials. */
export async function linesWith({ askJson }: KeptAccount, functionName: string, text: string): Promise<number> {
  const input = { logGroupName: `/aws/lambda/${functionName}`, filterPattern: `"${text}"` };
  const { events = [] } = (await askJson("logs", "Logs_20140328.FilterLogEvents", input)) as {
    readonly events?: readonly unknown[];
  };
  return events.length;
}
