import type { Context } from "../match/context";
import { isConstant, parseTemplate, plainText, resolve } from "../match/template";
import { comparisons } from "../operators";
import type { Comparison } from "../operators/comparison";
import type { ConditionTest, PolicyVersion } from "../policy/policy";
import { holds, holdsWithoutKey, isNullDataSet } from "./holds";
import type { Values } from "./key-slots";

/** Whether a test of a Condition block holds. */
export type CompiledTest = (values: Values, context: Context) => boolean;

type Matches = (actual: string, context: Context) => boolean;

/** Says the same as `holds`. @param slotOf where the values of a key are */
export function compileTest(
  test: ConditionTest,
  version: PolicyVersion,
  slotOf: (key: string) => number,
): CompiledTest {
  const slot = slotOf(test.key);
  const whenAbsent = holdsWithoutKey(test);
  if (test.operator === "Null") {
    const whenPresent = holds(test, { [test.key]: "present" }, version);
    return (values) => {
      const actual = values[slot];
      return actual === undefined || isNull(actual) ? whenAbsent : whenPresent;
    };
  }
  const comparison = comparisons[test.operator];
  const { negated } = comparison;
  const matches = anyOf(test, comparison, version);
  const single: CompiledTest = (values, context) => {
    const actual = values[slot];
    if (typeof actual === "string") return matches(actual, context) !== negated;
    if (actual === undefined || actual.length === 0) return whenAbsent;
    return actual.some((value) => matches(value, context)) !== negated;
  };
  switch (test.qualifier) {
    case undefined:
      return single;
    case "ForAllValues":
      return (values, context) => {
        const actual = values[slot];
        if (actual === undefined || isNull(actual)) return true;
        if (typeof actual === "string") return matches(actual, context) !== negated;
        return actual.every((value) => matches(value, context) !== negated);
      };
    case "ForAnyValue":
      return (values, context) => {
        const actual = values[slot];
        if (actual === undefined || actual.length === 0) return actual === "" ? false : whenAbsent;
        if (typeof actual === "string") return matches(actual, context) !== negated;
        return !isNullDataSet(actual) && actual.some((value) => matches(value, context) !== negated);
      };
  }
}

function isNull(actual: string | readonly string[]): boolean {
  return typeof actual === "string" ? actual === "" : isNullDataSet(actual);
}

/** Whether any of the policy's values matches, negation left aside. */
function anyOf(
  { operator, values }: ConditionTest,
  { variables, matcher }: Comparison,
  version: PolicyVersion,
): Matches {
  const templates = values.map((value) => parseTemplate(value, variables ? version : "2008-10-17"));
  const constants = templates.filter(isConstant);
  const open = templates.filter((template) => !isConstant(template));
  const isEquality = operator === "StringEquals" || operator === "StringNotEquals";
  const constant = isEquality ? oneOf(constants.map(plainText)) : someOf(constants.map(matcher));
  if (open.length === 0) return constant;
  return (actual, context) =>
    constant(actual) ||
    open.some((template) => {
      const resolved = resolve(template, context);
      return resolved !== undefined && matcher(resolved)(actual);
    });
}

function oneOf(texts: readonly string[]): (actual: string) => boolean {
  const [first, ...more] = texts;
  if (first === undefined || more.length > 0) {
    const all = new Set(texts);
    return (actual) => all.has(actual);
  }
  return (actual) => actual === first;
}

function someOf(matchers: readonly ((actual: string) => boolean)[]): (actual: string) => boolean {
  const [first, ...more] = matchers;
  if (first !== undefined && more.length === 0) return first;
  return (actual) => {
    for (const matches of matchers) if (matches(actual)) return true;
    return false;
  };
}
