import { type Context, valuesOf } from "../match/context";
import { parseTemplate, resolve } from "../match/template";
import { comparisons } from "../operators";
import { readBool } from "../operators/bool";
import type { Operator } from "../policy/operator";
import type { ConditionTest, PolicyVersion } from "../policy/policy";

/**
 * Whether one test of a Condition block holds (IAM User Guide, "IAM JSON policy elements: Condition operators" and "Set operators for multivalued
 * context keys"):
 * - an absent key makes a positive operator false and a negated one true; with IfExists, and under ForAllValues, true; under ForAnyValue false;
 * - under a set operator and for Null, values that are all empty strings count as an absent key;
 * - several values are alternatives, and under a negated operator all of them are excluded;
 * - a value with a policy variable that has no value matches nothing.
 *
 * The guide leaves open what an operator without a set operator does on a key with several values. Here a positive operator holds when any of them
 * matches, and a negated one when none does, so that the two stay each other's negation. It also says two things of ForAnyValue with IfExists and
 * no key; here IfExists has the last word, as in its own section ("…IfExists condition operators"), while users report that IAM lets ForAnyValue have it.
 */
export function holds(test: ConditionTest, context: Context, version: PolicyVersion): boolean {
  const actual = valuesOf(context, test.key);
  if (test.operator === "Null") {
    const isNull = actual === undefined || isNullDataSet(actual);
    return test.values.some((value) => readBool(value) === isNull);
  }
  const { negated, variables, matcher } = comparisons[test.operator];
  if (actual === undefined) return holdsWithoutKey(test);
  const matchers = test.values.flatMap((value) => {
    const resolved = resolve(parseTemplate(value, variables ? version : "2008-10-17"), context);
    return resolved === undefined ? [] : [matcher(resolved)];
  });
  const matchesAny = (value: string): boolean => matchers.some((matches) => matches(value));
  switch (test.qualifier) {
    case "ForAllValues":
      return isNullDataSet(actual) || actual.every((value) => matchesAny(value) !== negated);
    case "ForAnyValue":
      return !isNullDataSet(actual) && actual.some((value) => matchesAny(value) !== negated);
    case undefined:
      return actual.some(matchesAny) !== negated;
  }
}

/**
 * Whether a key holds nothing but empty strings: to set operators it has no values then, and its value is null ("IAM JSON policy elements: Condition
 * operators", multivalued ARN condition operators).
 */
export function isNullDataSet(values: readonly string[]): boolean {
  return values.every((value) => value === "");
}

/** What a test says when its key is absent; depends on nothing else. */
export function holdsWithoutKey(test: ConditionTest): boolean {
  if (test.operator === "Null") return test.values.some((value) => readBool(value) === true);
  if (test.ifExists || test.qualifier === "ForAllValues") return true;
  return test.qualifier === undefined && isNegated(test.operator);
}

/** Whether an operator holds where its values do not match. */
export function isNegated(operator: Operator): boolean {
  return operator !== "Null" && comparisons[operator].negated;
}
