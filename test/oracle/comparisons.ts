import { within } from "./addresses";
import { milliseconds } from "./dates";
import { covers, type Place } from "./wildcards";

/** A value of a policy, its variables replaced: as places of a pattern, and as the text it spells. */
export interface Written {
  readonly places: readonly Place[];
  readonly text: string;
}

/** Whether a policy's value fits a request's value. */
export type Comparison = (written: Written, given: string) => boolean;

/** An operator: what it compares, whether it is negated, and whether its values may hold variables. */
export interface Operator {
  readonly fits: Comparison;
  readonly negated: boolean;
  readonly variables: boolean;
}

const numeric =
  (compare: (given: number, written: number) => boolean): Comparison =>
  (written, given) => {
    const number = /^[+-]?\d+(\.\d+)?$/;
    return number.test(given) && number.test(written.text) && compare(Number(given), Number(written.text));
  };

const dated =
  (compare: (given: number, written: number) => boolean): Comparison =>
  (written, given) => {
    const [left, right] = [milliseconds(given), milliseconds(written.text)];
    return left !== undefined && right !== undefined && compare(left, right);
  };

/** "Each of the six colon-delimited components of the ARN is checked separately"; the sixth may hold colons itself. */
const arn: Comparison = (written, given) => {
  const pattern = sixOf(written.places, (place) => place.is === "character" && place.character === ":");
  const value = sixOf([...given], (character) => character === ":");
  if (pattern === undefined || value === undefined) return false;
  return pattern.every((component, index) => covers(component, (value[index] ?? []).join("")));
};

function sixOf<T>(items: readonly T[], isColon: (item: T) => boolean): readonly (readonly T[])[] | undefined {
  const components: T[][] = [[]];
  for (const item of items) {
    if (components.length < 6 && isColon(item)) components.push([]);
    else components.at(-1)?.push(item);
  }
  return components.length === 6 ? components : undefined;
}

const spelled: Comparison = (written, given) => written.text === given;
const spelledInAnyCase: Comparison = (written, given) => written.text.toLowerCase() === given.toLowerCase();
const like: Comparison = (written, given) => covers(written.places, given);
const address: Comparison = (written, given) => within(written.text, given);
const bytes: Comparison = (written, given) => Buffer.from(written.text, "base64").equals(Buffer.from(given, "base64"));

const less = (given: number, written: number) => given < written;
const lessOrEqual = (given: number, written: number) => given <= written;
const more = (given: number, written: number) => given > written;
const moreOrEqual = (given: number, written: number) => given >= written;
const equal = (given: number, written: number) => given === written;

const text = (fits: Comparison): Operator => ({ fits, negated: false, variables: true });
const plain = (fits: Comparison): Operator => ({ fits, negated: false, variables: false });
const not = (operator: Operator): Operator => ({ ...operator, negated: true });

/**
 * Every operator but Null, which looks at a key and at no value ("IAM JSON policy elements: Condition operators"). Values
 * of Numeric, Date, Binary and IP address operators hold no variables; of Bool one page says they may ("Condition
 * operators") and one that they may not ("Variables and tags"), so nothing here depends on it.
 */
export const operators: Readonly<Record<string, Operator>> = {
  StringEquals: text(spelled),
  StringNotEquals: not(text(spelled)),
  StringEqualsIgnoreCase: text(spelledInAnyCase),
  StringNotEqualsIgnoreCase: not(text(spelledInAnyCase)),
  StringLike: text(like),
  StringNotLike: not(text(like)),
  NumericEquals: plain(numeric(equal)),
  NumericNotEquals: not(plain(numeric(equal))),
  NumericLessThan: plain(numeric(less)),
  NumericLessThanEquals: plain(numeric(lessOrEqual)),
  NumericGreaterThan: plain(numeric(more)),
  NumericGreaterThanEquals: plain(numeric(moreOrEqual)),
  DateEquals: plain(dated(equal)),
  DateNotEquals: not(plain(dated(equal))),
  DateLessThan: plain(dated(less)),
  DateLessThanEquals: plain(dated(lessOrEqual)),
  DateGreaterThan: plain(dated(more)),
  DateGreaterThanEquals: plain(dated(moreOrEqual)),
  Bool: plain(spelled),
  BinaryEquals: plain(bytes),
  IpAddress: plain(address),
  NotIpAddress: not(plain(address)),
  ArnEquals: text(arn),
  ArnNotEquals: not(text(arn)),
  ArnLike: text(arn),
  ArnNotLike: not(text(arn)),
};
