import { describe, expect, test } from "@jest/globals";
import type { Context } from "../../../engine/match/context";
import { operators } from "../../../engine/policy/operator";
import { type Block, conditionHolds } from "./condition";

/** [what is so, Condition, context of the request, whether the condition holds] */
type Row = readonly [says: string, condition: Block, context: Context, holds: boolean];

const conditionOperators = 'IAM User Guide, "IAM JSON policy elements: Condition operators"';
const setOperators = 'IAM User Guide, "Set operators for multivalued context keys"';
const variables = 'IAM User Guide, "IAM policy elements: Variables and tags"';
const logic = 'IAM User Guide, "Conditions with multiple context keys or values"';
const keys = 'IAM User Guide, "AWS global condition context keys"';

describe(`an absent key (${conditionOperators})`, () => {
  const wanted: Readonly<Record<string, string>> = {
    Numeric: "1",
    Date: "2026-01-01",
    Bool: "true",
    Binary: "QQ==",
    Ip: "10.0.0.0/8",
  };
  const valueFor = (name: string): string =>
    Object.entries(wanted).find(([type]) => name.replace("NotIp", "Ip").startsWith(type))?.[1] ?? "*";
  const comparing = operators.filter((name) => name !== "Null");

  test.each(comparing)("%s is true exactly when it is negated", (name) => {
    expect(conditionHolds({ [name]: { "aws:k": valueFor(name) } }, {})).toBe(name.includes("Not"));
  });

  test.each(comparing)("%sIfExists is true", (name) => {
    expect(conditionHolds({ [`${name}IfExists`]: { "aws:k": valueFor(name) } }, {})).toBe(true);
  });

  test.each(comparing)("ForAllValues:%s is true and ForAnyValue:%s false, negated or not", (name) => {
    expect(conditionHolds({ [`ForAllValues:${name}`]: { "aws:k": valueFor(name) } }, {})).toBe(true);
    expect(conditionHolds({ [`ForAnyValue:${name}`]: { "aws:k": valueFor(name) } }, {})).toBe(false);
  });
});

const traps: Readonly<Record<string, readonly Row[]>> = {
  [`IfExists compares a key that is there (${conditionOperators})`]: [
    ["a match holds", { StringEqualsIfExists: { "aws:k": "a" } }, { "aws:k": "a" }, true],
    ["no match does not", { StringEqualsIfExists: { "aws:k": "a" } }, { "aws:k": "b" }, false],
    ["negated: no match holds", { StringNotEqualsIfExists: { "aws:k": "a" } }, { "aws:k": "b" }, true],
    ["negated: a match does not", { StringNotEqualsIfExists: { "aws:k": "a" } }, { "aws:k": "a" }, false],
  ],
  [`Null asks for presence (${conditionOperators})`]: [
    ["true: absent", { Null: { "aws:TokenIssueTime": "true" } }, {}, true],
    ["true: present", { Null: { "aws:TokenIssueTime": "true" } }, { "aws:TokenIssueTime": "x" }, false],
    ["false: present", { Null: { "aws:TokenIssueTime": "false" } }, { "aws:TokenIssueTime": "x" }, true],
    ["false: absent", { Null: { "aws:TokenIssueTime": "false" } }, {}, false],
    ["true: an empty string is null", { Null: { "aws:k": "true" } }, { "aws:k": "" }, true],
    ["false: so is a list of them", { Null: { "aws:k": "false" } }, { "aws:k": ["", ""] }, false],
    ["false: one value that is not empty", { Null: { "aws:k": "false" } }, { "aws:k": ["", "a"] }, true],
    ["false: a key without values is null", { Null: { "aws:TagKeys": "false" } }, { "aws:TagKeys": [] }, false],
  ],
  [`values are alternatives, and under a negated operator none of them (${logic})`]: [
    ["one of two matches", { StringEquals: { "aws:k": ["a", "b"] } }, { "aws:k": "b" }, true],
    ["negated: one of two matches", { StringNotEquals: { "aws:k": ["a", "b"] } }, { "aws:k": "b" }, false],
    ["negated: none matches", { StringNotEquals: { "aws:k": ["a", "b"] } }, { "aws:k": "c" }, true],
    ["two keys must both hold", { StringEquals: { "aws:k": "a", "aws:l": "b" } }, { "aws:k": "a" }, false],
    [
      "two operators must both hold",
      { StringEquals: { "aws:k": "a" }, Null: { "aws:k": "true" } },
      { "aws:k": "a" },
      false,
    ],
    ["an empty list matches nothing", { StringEquals: { "aws:k": [] } }, { "aws:k": "a" }, false],
  ],
  [`keys are compared without regard to case, values with (${keys})`]: [
    ["key", { StringEquals: { "AWS:requestedREGION": "eu-west-1" } }, { "aws:RequestedRegion": "eu-west-1" }, true],
    ["value", { StringEquals: { "aws:k": "Admin" } }, { "aws:k": "admin" }, false],
    ["IgnoreCase", { StringEqualsIgnoreCase: { "aws:k": "Admin" } }, { "aws:k": "aDMIN" }, true],
    ["negated IgnoreCase", { StringNotEqualsIgnoreCase: { "aws:k": "Admin" } }, { "aws:k": "aDMIN" }, false],
    [
      "key of a variable",
      { StringEquals: { "aws:k": "${AWS:UserName}" } },
      { "aws:k": "a", "aws:username": "a" },
      true,
    ],
  ],
  [`ForAllValues: every value of the request (${setOperators})`]: [
    ["all match", { "ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b"] } }, { "aws:TagKeys": ["a", "b"] }, true],
    ["one does not", { "ForAllValues:StringEquals": { "aws:TagKeys": "a" } }, { "aws:TagKeys": ["a", "b"] }, false],
    ["an empty set", { "ForAllValues:StringEquals": { "aws:TagKeys": "a" } }, { "aws:TagKeys": [] }, true],
    ["an empty string", { "ForAllValues:StringEquals": { "aws:TagKeys": "a" } }, { "aws:TagKeys": "" }, true],
    [
      "negated: one matches",
      { "ForAllValues:StringNotEquals": { "aws:TagKeys": "a" } },
      { "aws:TagKeys": ["a", "b"] },
      false,
    ],
    [
      "negated: none matches",
      { "ForAllValues:StringNotEquals": { "aws:TagKeys": "c" } },
      { "aws:TagKeys": ["a", "b"] },
      true,
    ],
    ["a single value", { "ForAllValues:StringLike": { "aws:k": "a*" } }, { "aws:k": "abc" }, true],
  ],
  [`ForAnyValue: one value of the request (${setOperators})`]: [
    ["one matches", { "ForAnyValue:StringEquals": { "aws:TagKeys": "b" } }, { "aws:TagKeys": ["a", "b"] }, true],
    ["none matches", { "ForAnyValue:StringEquals": { "aws:TagKeys": "c" } }, { "aws:TagKeys": ["a", "b"] }, false],
    ["an empty set", { "ForAnyValue:StringEquals": { "aws:TagKeys": "a" } }, { "aws:TagKeys": [] }, false],
    ["an empty string", { "ForAnyValue:StringEquals": { "aws:TagKeys": "" } }, { "aws:TagKeys": "" }, false],
    [
      "negated: one is another",
      { "ForAnyValue:StringNotEquals": { "aws:TagKeys": "a" } },
      { "aws:TagKeys": ["a", "b"] },
      true,
    ],
    [
      "negated: none is another",
      { "ForAnyValue:StringNotEquals": { "aws:TagKeys": ["a", "b"] } },
      { "aws:TagKeys": ["a", "b"] },
      false,
    ],
    ["IfExists without the key", { "ForAnyValue:StringEqualsIfExists": { "aws:TagKeys": "a" } }, {}, true],
  ],
  ["several values without a set operator (our choice; the guide asks for one and says no more)"]: [
    ["positive: any matches", { StringEquals: { "aws:TagKeys": "a" } }, { "aws:TagKeys": ["a", "b"] }, true],
    ["negated: none matches", { StringNotEquals: { "aws:TagKeys": "a" } }, { "aws:TagKeys": ["a", "b"] }, false],
  ],
  [`policy variables (${variables})`]: [
    ["a value", { StringEquals: { "aws:k": "x-${aws:username}" } }, { "aws:k": "x-ann", "aws:username": "ann" }, true],
    ["no value: positive", { StringEquals: { "aws:k": "${aws:username}" } }, { "aws:k": "ann" }, false],
    ["no value: negated", { StringNotEquals: { "aws:k": "${aws:username}" } }, { "aws:k": "ann" }, true],
    [
      "no value beside one that matches",
      { StringNotEquals: { "aws:k": ["${aws:username}", "ann"] } },
      { "aws:k": "ann" },
      false,
    ],
    [
      "no value but a default",
      { StringEquals: { "aws:k": "${aws:username, 'anybody'}" } },
      { "aws:k": "anybody" },
      true,
    ],
    [
      "a value before the default",
      { StringEquals: { "aws:k": "${aws:username, 'x'}" } },
      { "aws:k": "ann", "aws:username": "ann" },
      true,
    ],
    [
      "of a tag",
      { StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } },
      { "aws:ResourceTag/team": "a", "aws:PrincipalTag/team": "a" },
      true,
    ],
    [
      "a key with several values is none",
      { StringEquals: { "aws:k": "${aws:TagKeys}" } },
      { "aws:k": "a", "aws:TagKeys": ["a", "b"] },
      false,
    ],
    [
      "in ARNs",
      { ArnLike: { "aws:k": "arn:aws:iam::*:user/${aws:username}" } },
      { "aws:k": "arn:aws:iam::1:user/ann", "aws:username": "ann" },
      true,
    ],
    ["in Bool", { Bool: { "aws:k": "${aws:l}" } }, { "aws:k": "true", "aws:l": "TRUE" }, true],
    [
      "a * of the request is literal",
      { StringLike: { "aws:k": "${aws:username}" } },
      { "aws:k": "ann", "aws:username": "*" },
      false,
    ],
    ["${*} is a literal star", { StringLike: { "aws:k": "a${*}" } }, { "aws:k": "abc" }, false],
    ["${*} matches a star", { StringLike: { "aws:k": "a${*}" } }, { "aws:k": "a*" }, true],
    ["${?} is a literal question mark", { StringLike: { "aws:k": "a${?}" } }, { "aws:k": "ab" }, false],
    ["${?} matches a question mark", { StringLike: { "aws:k": "a${?}" } }, { "aws:k": "a?" }, true],
    [
      "${$} is a dollar sign",
      { StringEquals: { "aws:k": "${$}{aws:username}" } },
      { "aws:k": "${aws:username}", "aws:username": "ann" },
      true,
    ],
  ],
  [`strings (${conditionOperators})`]: [
    ["StringEquals has no wildcards", { StringEquals: { "aws:k": "a*" } }, { "aws:k": "abc" }, false],
    ["StringEquals matches a star with a star", { StringEquals: { "aws:k": "a*" } }, { "aws:k": "a*" }, true],
    ["StringLike: * is any text, none too", { StringLike: { "aws:k": "a*" } }, { "aws:k": "a" }, true],
    ["StringLike: ? is one character", { StringLike: { "aws:k": "a?" } }, { "aws:k": "a" }, false],
    ["StringLike matches the whole value", { StringLike: { "aws:k": "b" } }, { "aws:k": "abc" }, false],
    ["StringLike is case-sensitive", { StringLike: { "aws:k": "A*" } }, { "aws:k": "abc" }, false],
    ["StringNotLike", { StringNotLike: { "aws:k": "a*" } }, { "aws:k": "abc" }, false],
    ["a star that must give back", { StringLike: { "aws:k": "*a*b" } }, { "aws:k": "aabab" }, true],
  ],
  [`StringLike's * crosses colons, Arn operators compare component by component (${conditionOperators})`]: [
    [
      "StringLike, the guide's example",
      { StringLike: { "aws:k": "arn:aws:someservice:*:111122223333:finance/*" } },
      { "aws:k": "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt" },
      true,
    ],
    [
      "ArnLike, the guide's example",
      { ArnLike: { "aws:k": "arn:aws:someservice:*:111122223333:finance/*" } },
      { "aws:k": "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt" },
      false,
    ],
    [
      "ArnEquals has wildcards too",
      { ArnEquals: { "aws:k": "arn:aws:iam::*:role/ad?in" } },
      { "aws:k": "arn:aws:iam::1:role/admin" },
      true,
    ],
    [
      "ArnNotEquals as well",
      { ArnNotEquals: { "aws:k": "arn:aws:iam::*:role/*" } },
      { "aws:k": "arn:aws:iam::1:role/admin" },
      false,
    ],
    [
      "the last component may contain colons",
      { ArnLike: { "aws:k": "arn:aws:logs:*:*:log-group:*" } },
      { "aws:k": "arn:aws:logs:eu-west-1:1:log-group:a:b" },
      true,
    ],
    [
      "case-sensitive",
      { ArnLike: { "aws:k": "arn:aws:iam::*:role/Admin" } },
      { "aws:k": "arn:aws:iam::1:role/admin" },
      false,
    ],
    ["a value that is no ARN", { ArnLike: { "aws:k": "*" } }, { "aws:k": "admin" }, false],
    [
      "negated: a value that is no ARN",
      { ArnNotLike: { "aws:k": "arn:aws:iam::*:role/x" } },
      { "aws:k": "admin" },
      true,
    ],
    [
      "a session carries the ARN of its role",
      { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/x" } },
      { "aws:PrincipalArn": "arn:aws:iam::1:role/x" },
      true,
    ],
  ],
  [`numbers (${conditionOperators})`]: [
    ["equal as numbers", { NumericEquals: { "aws:k": "10.0" } }, { "aws:k": "10" }, true],
    ["not equal", { NumericNotEquals: { "aws:k": "10" } }, { "aws:k": "10.0" }, false],
    ["less", { NumericLessThan: { "aws:k": "10" } }, { "aws:k": "9.5" }, true],
    ["less, not equal", { NumericLessThan: { "aws:k": "10" } }, { "aws:k": "10" }, false],
    ["less or equal", { NumericLessThanEquals: { "aws:k": "10" } }, { "aws:k": "10" }, true],
    ["greater, not as text", { NumericGreaterThan: { "aws:k": "9" } }, { "aws:k": "10" }, true],
    ["greater or equal, negative", { NumericGreaterThanEquals: { "aws:k": "-2" } }, { "aws:k": "-1" }, true],
    ["no number: positive", { NumericLessThan: { "aws:k": "10" } }, { "aws:k": "few" }, false],
    ["no number: negated", { NumericNotEquals: { "aws:k": "10" } }, { "aws:k": "few" }, true],
    ["empty is no number", { NumericEquals: { "aws:k": "0" } }, { "aws:k": "" }, false],
  ],
  [`dates (${conditionOperators})`]: [
    [
      "the same time in two zones",
      { DateEquals: { "aws:k": "2026-05-15T02:00:00+02:00" } },
      { "aws:k": "2026-05-15T00:00:00Z" },
      true,
    ],
    [
      "a day is its midnight in UTC",
      { DateEquals: { "aws:k": "2026-05-15" } },
      { "aws:k": "2026-05-15T00:00:00Z" },
      true,
    ],
    ["epoch seconds", { DateEquals: { "aws:k": "1778803200" } }, { "aws:k": "2026-05-15T00:00:00Z" }, true],
    ["epoch seconds of few digits", { DateLessThan: { "aws:k": "2024-01-01T00:00:00Z" } }, { "aws:k": "5" }, true],
    ["four digits are a year", { DateEquals: { "aws:k": "2026" } }, { "aws:k": "2026-01-01T00:00:00Z" }, true],
    ["years below 100", { DateLessThan: { "aws:k": "1900" } }, { "aws:k": "0050-01-01" }, true],
    ["before", { DateLessThan: { "aws:k": "2026-05-15" } }, { "aws:k": "2026-05-14T23:59:59.999Z" }, true],
    ["at or before", { DateLessThanEquals: { "aws:k": "2026-05-15T00:00Z" } }, { "aws:k": "2026-05-15" }, true],
    ["after", { DateGreaterThan: { "aws:k": "2026" } }, { "aws:k": "2026-01" }, false],
    ["at or after", { DateGreaterThanEquals: { "aws:k": "2026" } }, { "aws:k": "2026-01" }, true],
    ["no date: negated", { DateNotEquals: { "aws:k": "2026-05-15" } }, { "aws:k": "soon" }, true],
  ],
  [`booleans and binary values (${conditionOperators})`]: [
    ["true", { Bool: { "aws:SecureTransport": "true" } }, { "aws:SecureTransport": "true" }, true],
    ["in any case", { Bool: { "aws:SecureTransport": "True" } }, { "aws:SecureTransport": "TRUE" }, true],
    ["false", { Bool: { "aws:SecureTransport": "false" } }, { "aws:SecureTransport": "true" }, false],
    ["BoolIfExists", { BoolIfExists: { "aws:k": "false" } }, { "aws:k": "true" }, false],
    ["bytes", { BinaryEquals: { "aws:k": "QmluYXJ5" } }, { "aws:k": "QmluYXJ5" }, true],
    ["other bytes", { BinaryEquals: { "aws:k": "QmluYXJ5" } }, { "aws:k": "QmluYXJZ" }, false],
  ],
  [`addresses (${conditionOperators})`]: [
    ["in a range", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, { "aws:SourceIp": "203.0.113.255" }, true],
    ["beside it", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, { "aws:SourceIp": "203.0.114.0" }, false],
    [
      "an address is a range of one",
      { IpAddress: { "aws:SourceIp": "203.0.113.7" } },
      { "aws:SourceIp": "203.0.113.7" },
      true,
    ],
    ["host bits do not count", { IpAddress: { "aws:SourceIp": "10.1.2.3/8" } }, { "aws:SourceIp": "10.9.9.9" }, true],
    [
      "negated",
      { NotIpAddress: { "aws:SourceIp": ["10.0.0.0/8", "203.0.113.0/24"] } },
      { "aws:SourceIp": "203.0.113.9" },
      false,
    ],
    ["negated, outside", { NotIpAddress: { "aws:SourceIp": ["10.0.0.0/8"] } }, { "aws:SourceIp": "203.0.113.9" }, true],
    [
      "IPv6, the guide's range",
      { IpAddress: { "aws:SourceIp": "2001:DB8:1234:5678::/64" } },
      { "aws:SourceIp": "2001:db8:1234:5678:0:0:0:1" },
      true,
    ],
    [
      "IPv6, outside",
      { IpAddress: { "aws:SourceIp": "2001:DB8:1234:5678::/64" } },
      { "aws:SourceIp": "2001:db8:1234:5679::1" },
      false,
    ],
    ["the families never match", { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }, { "aws:SourceIp": "::1" }, false],
    [
      "::/0 is every IPv6 address",
      { IpAddress: { "aws:SourceIp": "::/0" } },
      { "aws:SourceIp": "::ffff:10.0.0.1" },
      true,
    ],
    ["no address", { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }, { "aws:SourceIp": "AWS Internal" }, false],
  ],
};

describe.each(Object.entries(traps))("%s", (_source, rows) => {
  test.each(rows)("%s", (_says, condition, context, expected) => {
    expect(conditionHolds(condition, context)).toBe(expected);
  });
});

describe(`version 2008-10-17 has no policy variables (${variables})`, () => {
  test("a variable is plain text", () => {
    const context = { "aws:k": "${aws:username}", "aws:username": "ann" };
    expect(conditionHolds({ StringEquals: { "aws:k": "${aws:username}" } }, context, "2008-10-17")).toBe(true);
    expect(conditionHolds({ StringEquals: { "aws:k": "${aws:username}" } }, context, "2012-10-17")).toBe(false);
  });

  test("${*} is a wildcard between braces", () => {
    expect(conditionHolds({ StringLike: { "aws:k": "a${*}" } }, { "aws:k": "a${bc}" }, "2008-10-17")).toBe(true);
  });
});
