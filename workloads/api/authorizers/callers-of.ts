import type { Contract } from "../../contract/model";
import type { Caller } from "../../contract/security";

/** The callers that the operations of a contract know, one for each scheme. */
export function callersOf({ operations }: Contract): readonly Caller[] {
  const callers = operations.flatMap(({ access: { caller } }) => (caller === undefined ? [] : [caller]));
  return [...new Map(callers.map((caller) => [caller.scheme, caller])).values()];
}
