import type { Operator } from "../policy/operator";
import { arnLike, arnNotLike } from "./arn-like";
import { binaryEquals } from "./binary";
import { bool } from "./bool";
import type { Comparison } from "./comparison";
import * as date from "./date";
import { ipAddress, notIpAddress } from "./ip-address";
import * as numeric from "./numeric";
import { stringEquals, stringNotEquals } from "./string-equals";
import { stringEqualsIgnoreCase, stringNotEqualsIgnoreCase } from "./string-equals-ignore-case";
import { stringLike, stringNotLike } from "./string-like";

/** How each operator compares; `Null` asks for presence alone and compares nothing. */
export const comparisons: Readonly<Record<Exclude<Operator, "Null">, Comparison>> = {
  StringEquals: stringEquals,
  StringNotEquals: stringNotEquals,
  StringEqualsIgnoreCase: stringEqualsIgnoreCase,
  StringNotEqualsIgnoreCase: stringNotEqualsIgnoreCase,
  StringLike: stringLike,
  StringNotLike: stringNotLike,
  NumericEquals: numeric.numericEquals,
  NumericNotEquals: numeric.numericNotEquals,
  NumericLessThan: numeric.numericLessThan,
  NumericLessThanEquals: numeric.numericLessThanEquals,
  NumericGreaterThan: numeric.numericGreaterThan,
  NumericGreaterThanEquals: numeric.numericGreaterThanEquals,
  DateEquals: date.dateEquals,
  DateNotEquals: date.dateNotEquals,
  DateLessThan: date.dateLessThan,
  DateLessThanEquals: date.dateLessThanEquals,
  DateGreaterThan: date.dateGreaterThan,
  DateGreaterThanEquals: date.dateGreaterThanEquals,
  Bool: bool,
  BinaryEquals: binaryEquals,
  IpAddress: ipAddress,
  NotIpAddress: notIpAddress,
  ArnEquals: arnLike,
  ArnNotEquals: arnNotLike,
  ArnLike: arnLike,
  ArnNotLike: arnNotLike,
};
