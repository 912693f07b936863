import { holds } from "../../../engine/decide/holds";
import type { Context } from "../../../engine/match/context";
import type { PolicyVersion } from "../../../engine/policy/policy";
import { readPolicy } from "../../../engine/policy/read-policy";

export type Block = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** Whether a Condition block holds, read the way policies are read. */
export function conditionHolds(condition: Block, context: Context, version: PolicyVersion = "2012-10-17"): boolean {
  const statement = { Effect: "Deny", Action: "*", Resource: "*", Condition: condition };
  const read = readPolicy(JSON.stringify({ Version: version, Statement: statement }), "identity-policy");
  if ("faults" in read) throw new Error(read.faults.map(({ message }) => message).join("\n"));
  return read.policy.statements.every(({ conditions }) => conditions.every((test) => holds(test, context, version)));
}
