import type { Operator } from "../policy/operator";
import type { ConditionTest } from "../policy/policy";
import type { Formula } from "./formula";

/** Values that are listed; of more, the rest is counted. */
const mostListed = 12;

/** A formula as part of a sentence, so that "when" can stand before it. */
export function phraseOf(formula: Formula, positive = true): string {
  switch (formula.is) {
    case "true":
    case "false":
      return (formula.is === "true") === positive ? "anything is so" : "nothing is so";
    case "not":
      return phraseOf(formula.of, !positive);
    case "all":
    case "any": {
      const joint = (formula.is === "all") === positive ? " and " : " or ";
      return `(${formula.of.map((part) => phraseOf(part, positive)).join(joint)})`;
    }
    case "atom":
      return formula.atom.is === "resource"
        ? `the resource ${verb(formula.atom.test.patterns, positive)} ${listed(formula.atom.test.patterns)}`
        : testPhrase(formula.atom.test, positive);
  }
}

function verb(patterns: readonly string[], positive: boolean): string {
  const like = patterns.some((pattern) => /[*?]/.test(pattern)) ? " like" : "";
  return `is${positive ? "" : " not"}${like}${patterns.length > 1 ? " one of" : ""}`;
}

function listed(values: readonly string[]): string {
  const shown = values.slice(0, mostListed);
  const more = values.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}

function testPhrase(test: ConditionTest, positive: boolean): string {
  const name = nameOf(test.key);
  if (test.operator === "Null") {
    const [value] = test.values;
    return `${name} is ${(value === "false") === positive ? "present" : "missing"}`;
  }
  if (test.ifExists) {
    const plain = testPhrase({ ...test, ifExists: false }, positive);
    return positive ? `${name} is missing or ${plain}` : `${name} is present and ${plain}`;
  }
  switch (test.qualifier) {
    case "ForAllValues":
      return positive
        ? `every value of ${name} ${relation(test, true)}`
        : `some value of ${name} ${relation(test, false)}`;
    case "ForAnyValue":
      return positive ? `some value of ${name} ${relation(test, true)}` : `no value of ${name} ${relation(test, true)}`;
    case undefined:
      return positive ? `${name} ${relation(test, true)}` : `${name} is missing or ${relation(test, false)}`;
  }
}

function nameOf(key: string): string {
  return key.toLowerCase() === "aws:principalarn" ? "the principal" : key;
}

const relations: Partial<Record<Operator, readonly [is: string, isNot: string]>> = {
  StringEqualsIgnoreCase: ["is, in any case,", "is not, in any case,"],
  NumericEquals: ["equals", "does not equal"],
  NumericLessThan: ["is less than", "is not less than"],
  NumericLessThanEquals: ["is at most", "is not at most"],
  NumericGreaterThan: ["is more than", "is not more than"],
  NumericGreaterThanEquals: ["is at least", "is not at least"],
  DateEquals: ["is the time", "is not the time"],
  DateLessThan: ["is before", "is not before"],
  DateLessThanEquals: ["is no later than", "is later than"],
  DateGreaterThan: ["is after", "is not after"],
  DateGreaterThanEquals: ["is no earlier than", "is earlier than"],
  IpAddress: ["is within", "is not within"],
};

function relation({ operator, values }: ConditionTest, positive: boolean): string {
  const words = relations[operator];
  if (words !== undefined) return `${words[positive ? 0 : 1]} ${values.length > 1 ? "one of " : ""}${listed(values)}`;
  const isPattern = operator === "StringLike" || operator === "ArnLike";
  return `${
    isPattern
      ? verb(values, positive)
      : verb(
          values.map(() => ""),
          positive,
        )
  } ${listed(values)}`;
}
