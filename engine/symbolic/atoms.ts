import type { Operator, Qualifier } from "../policy/operator";
import type { ConditionTest, Patterns, PolicyVersion } from "../policy/policy";
import type { Formula } from "./formula";
import { always, internAtom, never, not } from "./intern";

/** Operators that say the opposite of another (IAM User Guide, "IAM JSON policy elements: Condition operators"): a missing key makes one false and the other true. */
export const opposites: Partial<Record<Operator, Operator>> = {
  StringNotEquals: "StringEquals",
  StringNotEqualsIgnoreCase: "StringEqualsIgnoreCase",
  StringNotLike: "StringLike",
  NumericNotEquals: "NumericEquals",
  DateNotEquals: "DateEquals",
  NotIpAddress: "IpAddress",
  ArnNotEquals: "ArnLike",
  ArnNotLike: "ArnLike",
};

/** The same page: ArnEquals and ArnLike behave identically. */
const synonyms: Partial<Record<Operator, Operator>> = { ArnEquals: "ArnLike" };

/** Of "every value is not x" and "some value is not x" the opposites. */
const dual: Readonly<Record<Qualifier, Qualifier>> = { ForAllValues: "ForAnyValue", ForAnyValue: "ForAllValues" };

/** The set of requests whose resource the element `Resource` or `NotResource` matches. */
export function resourceAtom(test: Patterns, version: PolicyVersion): Formula {
  if (test.patterns.includes("*")) return test.negated ? never : always;
  const patterns = [...new Set(test.patterns)].sort();
  const said = versionThatMatters(patterns, version);
  const positive = internAtom(JSON.stringify(["resource", said, patterns]), () => ({
    is: "resource",
    test: { negated: false, patterns },
    version: said,
  }));
  return test.negated ? not(positive) : positive;
}

/** The set of requests whose context has a value of the key that is not empty: an empty one is null. */
export function present(key: string): Formula {
  return conditionAtom(
    { key, operator: "Null", qualifier: undefined, ifExists: false, values: ["false"], place: nowhere },
    "2012-10-17",
  );
}

/**
 * The set of requests in which a condition holds. Negated operators become the opposite of their positive one, `IfExists` is dropped
 * where it changes nothing, so that conditions which mean the same are the same atom.
 */
export function condition(test: ConditionTest, version: PolicyVersion): Formula {
  const opposite = opposites[test.operator];
  if (test.ifExists) {
    const holdsWithoutKey =
      test.qualifier === "ForAllValues" || (test.qualifier === undefined && opposite !== undefined);
    return holdsWithoutKey ? condition({ ...test, ifExists: false }, version) : conditionAtom(test, version);
  }
  if (opposite !== undefined) {
    const qualifier = test.qualifier === undefined ? undefined : dual[test.qualifier];
    return not(conditionAtom({ ...test, operator: opposite, qualifier }, version));
  }
  if (test.operator === "Null" && test.values.length === 1 && test.values[0] === "true") return not(present(test.key));
  return conditionAtom({ ...test, operator: synonyms[test.operator] ?? test.operator }, version);
}

const nowhere = { line: 0, column: 0 };

function conditionAtom(test: ConditionTest, version: PolicyVersion): Formula {
  const values = [...new Set(test.values)].sort();
  const operator = test.operator === "StringLike" && !values.some(hasWildcard) ? "StringEquals" : test.operator;
  const said = versionThatMatters(values, version);
  const key = test.key.toLowerCase();
  return internAtom(JSON.stringify([operator, test.qualifier ?? "", test.ifExists, key, said, values]), () => ({
    is: "condition",
    test: { ...test, operator, values },
    version: said,
  }));
}

function hasWildcard(value: string): boolean {
  return /[*?]|\$\{/.test(value);
}

/** The version of a policy decides about policy variables alone. */
function versionThatMatters(values: readonly string[], version: PolicyVersion): PolicyVersion {
  return values.some((value) => value.includes("${")) ? version : "2012-10-17";
}
