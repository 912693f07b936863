import { comparisons } from "../../operators";
import { readBinary } from "../../operators/binary";
import { readBool } from "../../operators/bool";
import { readDate } from "../../operators/date";
import { readRange } from "../../operators/ip-address";
import { readNumber } from "../../operators/numeric";
import type { FaultKind } from "../fault-kinds";
import type { Operator } from "../operator";
import { arnLength, arnParts } from "./arn-parts";
import type { Reading } from "./reading";
import { checkVariables } from "./variables";

/** How the values of one type of operator are read. */
interface Literal {
  readonly fault: FaultKind;
  readonly wanted: string;
  readonly isValid: (text: string) => boolean;
}

const number: Literal = {
  fault: "number-malformed",
  wanted: "a number such as 10 or 2.5",
  isValid: (text) => readNumber(text) !== undefined,
};
const date: Literal = {
  fault: "date-malformed",
  wanted: "a date such as 2026-05-15T00:00:00Z, or epoch seconds",
  isValid: (text) => readDate(text) !== undefined,
};
const address: Literal = {
  fault: "address-malformed",
  wanted: "an address or CIDR range such as 203.0.113.0/24 or 2001:db8::/32",
  isValid: (text) => readRange(text) !== undefined,
};
const bool: Literal = {
  fault: "bool-malformed",
  wanted: "true or false",
  isValid: (text) => readBool(text) !== undefined,
};
const arn: Literal = {
  fault: "arn-malformed",
  wanted: "an ARN of six parts such as arn:aws:iam::*:role/name",
  isValid: (text) => text === "*" || arnParts(text).length >= arnLength,
};

/** Operators whose values are not any text. */
const literals: Partial<Record<Operator, Literal>> = {
  NumericEquals: number,
  NumericNotEquals: number,
  NumericLessThan: number,
  NumericLessThanEquals: number,
  NumericGreaterThan: number,
  NumericGreaterThanEquals: number,
  DateEquals: date,
  DateNotEquals: date,
  DateLessThan: date,
  DateLessThanEquals: date,
  DateGreaterThan: date,
  DateGreaterThanEquals: date,
  IpAddress: address,
  NotIpAddress: address,
  Bool: bool,
  Null: { ...bool, fault: "null-malformed", wanted: "true (the key is absent) or false (it is present)" },
  BinaryEquals: {
    fault: "binary-malformed",
    wanted: "base64 with its padding",
    isValid: (text) => readBinary(text) !== undefined,
  },
  ArnEquals: arn,
  ArnNotEquals: arn,
  ArnLike: arn,
  ArnNotLike: arn,
};

/** Reports a value its operator can never compare with. */
export function checkLiteral(reading: Reading, operator: Operator, text: string, at: number): void {
  const variables = operator !== "Null" && comparisons[operator].variables && reading.version === "2012-10-17";
  if (variables) checkVariables(reading, text, at);
  const literal = literals[operator];
  if (!literal || (variables && /^\$\{.*\}$/.test(text)) || literal.isValid(text)) return;
  reading.report(literal.fault, at, `${operator} cannot compare with ${JSON.stringify(text)}; write ${literal.wanted}`);
}
