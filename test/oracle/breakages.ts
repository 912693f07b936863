import { operators } from "./comparisons";
import { awsRules, type Rules } from "./rules";
import { literally, placesOf } from "./wildcards";

/** The rules with one of them broken, by what is wrong: each must be noticed by the comparison with Landfall. */
export const breakages: Readonly<Record<string, Rules>> = {
  "a missing key makes negated operators false": { ...awsRules, absent: () => false },
  "a missing key makes every operator true": { ...awsRules, absent: () => true },
  "ForAllValues is false of a missing key": { ...awsRules, absentForAllValues: false },
  "ForAnyValue is true of a missing key": { ...awsRules, absentForAnyValue: true },
  "IfExists is false of a missing key": { ...awsRules, absentIfExists: false },
  "ForAllValues is content with one value": { ...awsRules, forAllValues: awsRules.forAnyValue },
  "ForAnyValue wants all values": { ...awsRules, forAnyValue: awsRules.forAllValues },
  "without qualifier all values must match": { ...awsRules, unqualified: (outcomes) => outcomes.every(Boolean) },
  "without qualifier one value need not match a negated operator": {
    ...awsRules,
    unqualified: (outcomes) => outcomes.some(Boolean),
  },
  "all values of a policy must match": { ...awsRules, amongPolicyValues: (outcomes) => outcomes.every(Boolean) },
  "one test of a block suffices": {
    ...awsRules,
    amongTests: (outcomes) => outcomes.length === 0 || outcomes.some(Boolean),
  },
  "an Allow at one level suffices": { ...awsRules, amongLevels: (allowed) => allowed.some(Boolean) },
  "an Allow at the lowest level suffices": { ...awsRules, amongLevels: (allowed) => allowed.at(-1) === true },
  "an Allow wins over a Deny": { ...awsRules, denyWins: false },
  "NotAction is read as Action": { ...awsRules, notAction: (matched) => matched },
  "NotResource is read as Resource": { ...awsRules, notResource: (matched) => matched },
  "case matters in actions": { ...awsRules, foldAction: (text) => text },
  "case matters in names of keys": { ...awsRules, sameKey: (one, other) => one === other },
  "no * of a resource crosses a colon": { ...awsRules, starOfResourceCrosses: () => false },
  "every * of a resource crosses a colon": { ...awsRules, starOfResourceCrosses: () => true },
  "service-linked roles are bound": { ...awsRules, exemptsServiceLinkedRoles: false },
  "every version knows variables": { ...awsRules, known: () => true },
  "no version knows variables": { ...awsRules, known: () => false },
  "a variable without value is an empty text": { ...awsRules, missing: "" },
  "wildcards in a variable's value count": { ...awsRules, substituted: placesOf },
  "a variable's value is spelled in upper case": {
    ...awsRules,
    substituted: (value) => literally(value.toUpperCase()),
  },
  ...Object.fromEntries(
    Object.entries(operators).map(([name, operator]) => [
      `${name} is negated the other way`,
      { ...awsRules, operators: { ...operators, [name]: { ...operator, negated: !operator.negated } } },
    ]),
  ),
  ...Object.fromEntries(
    (
      [
        ["StringEquals", "StringLike"],
        ["StringEquals", "StringEqualsIgnoreCase"],
        ["StringLike", "StringEquals"],
        ["StringNotLike", "StringNotEquals"],
        ["NumericEquals", "StringEquals"],
        ["NumericLessThan", "NumericLessThanEquals"],
        ["NumericGreaterThan", "NumericGreaterThanEquals"],
        ["DateEquals", "StringEquals"],
        ["DateLessThan", "DateLessThanEquals"],
        ["DateGreaterThan", "DateGreaterThanEquals"],
        ["IpAddress", "StringEquals"],
        ["ArnLike", "StringLike"],
        ["ArnEquals", "StringEquals"],
        ["ArnNotLike", "StringNotLike"],
      ] as const
    ).map(([name, other]) => [
      `${name} is read as ${other}`,
      { ...awsRules, operators: { ...operators, [name]: operators[other] ?? operators[name] } as Rules["operators"] },
    ]),
  ),
};
