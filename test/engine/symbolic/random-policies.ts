import type { Bounds, Level } from "../../../engine/bounds";
import type { Operator } from "../../../engine/policy/operator";
import type { ConditionTest, Patterns, Policy, Statement } from "../../../engine/policy/policy";
import type { Request } from "../../../engine/request";
import type { Domain, KeyDomain } from "../../../engine/symbolic/domain";

/** Numbers that are the same in every run (mulberry32). */
export interface Random {
  /** From 0, below `end`. */
  readonly below: (end: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly some: <T>(from: readonly T[], atMost: number) => readonly T[];
}

export function random(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (end: number): number => Math.floor(next() * end);
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[below(from.length)];
    if (picked === undefined) throw new RangeError("nothing to pick from");
    return picked;
  };
  return {
    below,
    chance: (probability) => next() < probability,
    pick,
    some: (from, atMost) => Array.from({ length: 1 + below(atMost) }, () => pick(from)),
  };
}

interface Key {
  readonly name: string;
  readonly multivalued: boolean;
  readonly operators: readonly Operator[];
  /** As policies write them. */
  readonly values: readonly string[];
  /** As requests carry them: on, beside and between the policies' values. */
  readonly actual: readonly string[];
}

const texts: readonly Operator[] = [
  "StringEquals",
  "StringNotEquals",
  "StringLike",
  "StringNotLike",
  "StringEqualsIgnoreCase",
  "StringNotEqualsIgnoreCase",
  "Null",
];

const arns: readonly Operator[] = [
  "ArnLike",
  "ArnNotLike",
  "ArnEquals",
  "ArnNotEquals",
  "StringLike",
  "StringNotEquals",
  "Null",
];

export const keys: readonly Key[] = [
  {
    name: "aws:RequestedRegion",
    multivalued: false,
    operators: texts,
    values: ["eu-west-1", "eu-*", "us-east-?", "EU-WEST-1", "*-1", "${aws:PrincipalTag/team}"],
    actual: ["eu-west-1", "eu-west-2", "us-east-1", "EU-west-1", "ap-south-1", "", "us-east-", "a"],
  },
  {
    name: "aws:PrincipalTag/team",
    multivalued: false,
    operators: texts,
    values: ["a", "b", "a*", "*b", "${aws:RequestedRegion}", "${*}"],
    actual: ["a", "b", "ab", "aXb", "c", "eu-west-1", "*", "A"],
  },
  {
    name: "aws:PrincipalArn",
    multivalued: false,
    operators: arns,
    values: [
      "arn:aws:iam::111122223333:role/deploy",
      "arn:aws:iam::*:role/deploy",
      "arn:aws:iam::*:role/*",
      "arn:*:iam::111122223333:*",
      "*",
      "arn:aws:iam::${aws:PrincipalTag/team}:root",
    ],
    actual: [
      "arn:aws:iam::111122223333:role/deploy",
      "arn:aws:iam::444455556666:role/deploy",
      "arn:aws:iam::444455556666:role/other:deploy",
      "arn:aws:iam::111122223333:root",
      "arn:aws:iam::111122223333:role/aws-service-role/x/AWSServiceRoleForX",
      "arn:aws:iam::a:root",
      "none",
    ],
  },
  {
    name: "aws:TagKeys",
    multivalued: true,
    operators: texts,
    values: ["a", "b", "a*", "c?"],
    actual: ["a", "b", "aa", "c1", "d"],
  },
  {
    name: "aws:SourceIp",
    multivalued: false,
    operators: ["IpAddress", "NotIpAddress", "Null"],
    values: ["10.0.0.0/8", "10.1.0.0/16", "192.0.2.1", "2001:db8::/32"],
    actual: ["10.0.0.1", "10.1.2.3", "192.0.2.1", "192.0.2.2", "2001:db8::1", "::1", "none"],
  },
  {
    name: "s3:max-keys",
    multivalued: false,
    operators: [
      "NumericEquals",
      "NumericNotEquals",
      "NumericLessThan",
      "NumericLessThanEquals",
      "NumericGreaterThan",
      "NumericGreaterThanEquals",
      "Null",
    ],
    values: ["1", "10", "10.5", "-3"],
    actual: ["1", "10", "10.5", "10.2", "-3", "-4", "100", "0", "none"],
  },
  {
    name: "aws:CurrentTime",
    multivalued: false,
    operators: [
      "DateLessThan",
      "DateGreaterThan",
      "DateEquals",
      "DateNotEquals",
      "DateLessThanEquals",
      "DateGreaterThanEquals",
    ],
    values: ["2025-01-01T00:00:00Z", "2026-01-01", "1767225600"],
    actual: ["2025-01-01", "2025-06-01", "2026-01-01T00:00:00Z", "2027-01-01", "2020-01-01", "none"],
  },
  {
    name: "aws:SecureTransport",
    multivalued: false,
    operators: ["Bool", "Null"],
    values: ["true", "false"],
    actual: ["true", "false", "TRUE", "none"],
  },
  {
    name: "s3:digest",
    multivalued: false,
    operators: ["BinaryEquals", "Null"],
    values: ["QmluYXJ5", "YQ=="],
    actual: ["QmluYXJ5", "YQ==", "YWI=", "", "none of base64"],
  },
];

const resourcePatterns = [
  "*",
  "arn:aws:s3:::logs",
  "arn:aws:s3:::logs*",
  "arn:aws:s3:::logs/*",
  "arn:aws:s3:::*/a?",
  "arn:aws:s3:::${aws:PrincipalTag/team}",
  "arn:aws:*:*:*:b",
];

export const resources = [
  "*",
  "arn:aws:s3:::logs",
  "arn:aws:s3:::logs/ab",
  "arn:aws:s3:::logs-2",
  "arn:aws:s3:::a",
  "arn:aws:s3:::x/ab",
  "arn:aws:sns:x:y:b",
  "arn:aws:s3:::b",
];

const actionPatterns = ["*", "s3:*", "s3:Put*", "s3:PutObject", "s3:GetObject", "sqs:*", "s?:*", "ec2:*"];

export const actions = ["s3:PutObject", "s3:GetObject", "sqs:SendMessage", "ec2:RunInstances"];

const place = { line: 1, column: 1 };

function patterns({ some, chance }: Random, from: readonly string[]): Patterns {
  return { negated: chance(0.25), patterns: some(from, 2) };
}

export function randomTest({ pick, some, chance }: Random, from: readonly Key[] = keys): ConditionTest {
  const key = pick(from);
  const operator = pick(key.operators);
  const isNull = operator === "Null";
  return {
    qualifier: isNull || !chance(key.multivalued ? 0.8 : 0.1) ? undefined : pick(["ForAllValues", "ForAnyValue"]),
    operator,
    ifExists: !isNull && chance(0.2),
    key: chance(0.2) ? key.name.toUpperCase() : key.name,
    values: isNull ? [pick(["true", "false"])] : some(key.values, 3),
    place,
  };
}

function statement(from: Random, index: number): Statement {
  return {
    sid: undefined,
    index,
    effect: from.chance(0.6) ? "Deny" : "Allow",
    action: patterns(from, actionPatterns),
    resource: from.chance(0.5) ? { negated: false, patterns: ["*"] } : patterns(from, resourcePatterns),
    conditions: Array.from({ length: from.below(4) }, () => randomTest(from)),
    place,
  };
}

export function randomPolicy(from: Random): Policy {
  return {
    version: from.chance(0.9) ? "2012-10-17" : "2008-10-17",
    statements: Array.from({ length: 1 + from.below(3) }, (_, index) => statement(from, index)),
  };
}

const fullAccess: Policy = {
  version: "2012-10-17",
  statements: [
    {
      sid: undefined,
      index: 0,
      effect: "Allow",
      action: { negated: false, patterns: ["*"] },
      resource: { negated: false, patterns: ["*"] },
      conditions: [],
      place,
    },
  ],
};

export function randomBounds(from: Random): Bounds {
  const level = (id: string): Level => ({
    id,
    policies: [
      ...(from.chance(0.7) ? [{ id: "full", policy: fullAccess }] : []),
      ...Array.from({ length: from.below(3) }, (_, index) => ({ id: `p${index}`, policy: randomPolicy(from) })),
    ],
  });
  const path = (names: readonly string[]): readonly Level[] => names.slice(0, from.below(names.length + 1)).map(level);
  return { scp: path(["root", "ou", "account"]), rcp: path(["root"]) };
}

export function randomRequest(from: Random): Request {
  const context: Record<string, string | readonly string[]> = {};
  for (const key of keys) {
    if (!from.chance(0.6)) continue;
    context[from.chance(0.2) ? key.name.toLowerCase() : key.name] = key.multivalued
      ? Array.from({ length: from.below(4) }, () => from.pick(key.actual))
      : from.pick(key.actual);
  }
  return { action: from.pick(actions), resource: from.pick(resources), context };
}

/** Any resource, every key missing or of any text. */
export const everything: Domain = {
  resources: ["*"],
  keyDomain: (name): KeyDomain => ({
    presence: "sometimes",
    multivalued: keys.find((key) => key.name.toLowerCase() === name.toLowerCase())?.multivalued === true,
    values: undefined,
  }),
};
