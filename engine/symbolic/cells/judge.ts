import { isNegated, isNullDataSet } from "../../decide/holds";
import type { ConditionTest } from "../../policy/policy";
import type { Request } from "../../request";
import { atomHolds } from "../evaluate";
import type { Atom } from "../formula";
import { matchesUnion } from "../text/matches";
import { comparesText, textPatterns } from "../text/text-pattern";

/** A resource, or the value of a key; undefined: the key is missing. */
export type Value = string | readonly string[] | undefined;

/**
 * Whether atoms about one key, or about the resource, hold for a value. Those on text read their patterns once; they say what `atomHolds` says.
 * @param key in lower case; undefined: the resource
 * @param context values of policy variables
 */
export function judges(
  key: string | undefined,
  atoms: readonly Atom[],
  context: Request["context"],
): (value: Value) => readonly boolean[] {
  const compiled = atoms.map((atom) => judge(key, atom, context));
  return (value) => compiled.map((holds) => holds(value));
}

function judge(key: string | undefined, atom: Atom, context: Request["context"]): (value: Value) => boolean {
  if (!comparesText(atom) || (atom.is === "condition" && isSpecial(atom.test)))
    return (value) => {
      const withValue = key === undefined || value === undefined ? context : { ...context, [key]: value };
      return atomHolds(atom, { resource: "*", context: withValue });
    };
  const patterns = textPatterns(atom, context);
  const matches = (text: string): boolean => matchesUnion(patterns, text);
  const qualified = atom.is === "condition" && atom.test.qualifier !== undefined;
  const forAll = atom.is === "condition" && atom.test.qualifier === "ForAllValues";
  return (value) => {
    if (value === undefined) return forAll;
    if (qualified && isNullDataSet(typeof value === "string" ? [value] : value)) return forAll;
    if (typeof value === "string") return matches(value);
    return forAll ? value.every(matches) : value.some(matches);
  };
}

/** Tests that are rare, and left to the concrete evaluator. */
function isSpecial(test: ConditionTest): boolean {
  return test.ifExists || isNegated(test.operator);
}
