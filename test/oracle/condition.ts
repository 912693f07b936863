import { listOf, type ConditionBlock, type Context, type Scalar } from "./case";
import type { Operator, Written } from "./comparisons";
import type { Rules } from "./rules";
import { expand, valuesOf } from "./variables";
import { placesOf, type Place } from "./wildcards";

export type Qualifier = "none" | "ForAllValues" | "ForAnyValue";

/** A condition's operator taken apart, its key and its values. */
export interface Test {
  readonly operator: string;
  readonly qualifier: Qualifier;
  readonly ifExists: boolean;
  readonly key: string;
  readonly values: readonly Scalar[];
}

/** Every operator and key of a condition block is a test of its own. */
export function testsOf(block: ConditionBlock | undefined): readonly Test[] {
  return Object.entries(block ?? {}).flatMap(([name, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ ...parts(name), key, values: listOf<Scalar>(values) })),
  );
}

function parts(name: string): { operator: string; qualifier: Qualifier; ifExists: boolean } {
  const [, set, operator = name, exists] = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/.exec(name) ?? [];
  const qualifier = set === "ForAllValues" || set === "ForAnyValue" ? set : "none";
  return { operator, qualifier, ifExists: exists !== undefined };
}

/** Whether a test is true of a request. */
export function holds(test: Test, context: Context, version: string | undefined, rules: Rules): boolean {
  const given = valuesOf(context, test.key, rules.sameKey);
  if (test.operator === "Null") return holdsNull(test, given);
  const operator = rules.operators[test.operator];
  if (operator === undefined) throw new Error(`no operator ${test.operator}`);
  // A key without any value is null, and null is what Null calls a key that does not exist.
  if (given === undefined || given.length === 0) return holdsAbsent(test, operator, rules);
  return holdsOf(
    test,
    given,
    operator,
    (written, value) => fits(operator, written, value, context, version, rules),
    rules,
  );
}

/** True: "the key doesn't exist - it is null"; false: "the key exists and its value is not null". */
function holdsNull(test: Test, given: readonly string[] | undefined): boolean {
  const isNull = given === undefined || isEmpty(given);
  return test.values.some((value) => String(value) === String(isNull));
}

/** "A null dataset, such as an empty string" ("Condition operators", Multivalued ARN condition operators). */
function isEmpty(given: readonly string[]): boolean {
  return given.every((value) => value === "");
}

function holdsAbsent(test: Test, operator: Operator, rules: Rules): boolean {
  if (test.ifExists) return rules.absentIfExists;
  if (test.qualifier === "ForAllValues") return rules.absentForAllValues;
  if (test.qualifier === "ForAnyValue") return rules.absentForAnyValue;
  return rules.absent(operator.negated);
}

function holdsOf(
  test: Test,
  given: readonly string[],
  operator: Operator,
  fitsOne: (written: Scalar, value: string) => boolean,
  rules: Rules,
): boolean {
  const outcomes = given.map((value) => {
    const matched = rules.amongPolicyValues(test.values.map((written) => fitsOne(written, value)));
    return operator.negated ? !matched : matched;
  });
  switch (test.qualifier) {
    case "none":
      return rules.unqualified(outcomes, operator.negated);
    case "ForAllValues":
      return isEmpty(given) ? rules.absentForAllValues : rules.forAllValues(outcomes);
    case "ForAnyValue":
      return isEmpty(given) ? rules.absentForAnyValue : rules.forAnyValue(outcomes);
  }
}

function fits(
  operator: Operator,
  value: Scalar,
  given: string,
  context: Context,
  version: string | undefined,
  rules: Rules,
): boolean {
  const text = String(value);
  if (!operator.variables || !text.includes("${")) return operator.fits(fixed(text), given);
  const places = expand(text, version, context, rules);
  return places !== undefined && operator.fits(spelled(places), given);
}

/** Values without variables, which are the same in every request. */
const fixedValues = new Map<string, Written>();

function fixed(text: string): Written {
  const known = fixedValues.get(text);
  if (known !== undefined) return known;
  const written = spelled(placesOf(text));
  fixedValues.set(text, written);
  return written;
}

function spelled(places: readonly Place[]): Written {
  const signs = { many: "*", one: "?" } as const;
  return {
    places,
    text: places.map((place) => (place.is === "character" ? place.character : signs[place.is])).join(""),
  };
}
