import type { Bounds, Level } from "../../../engine/bounds";
import { operators, qualifiers } from "../../../engine/policy/operator";
import type { ConditionTest, Patterns, Policy, Statement } from "../../../engine/policy/policy";
import type { Request } from "../../../engine/request";

/** Numbers from 0 to before 1, the same for the same seed (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const actions = [
  "s3:GetObject",
  "s3:PutObject",
  "ec2:RunInstances",
  "iam:CreateRole",
  "kms:Decrypt",
  "EC2:describeVpcs",
];
const actionPatterns = [
  "*",
  "s3:*",
  "s3:Get*",
  "*:*",
  "S3:*e*",
  "ec2:RunInstances",
  "IAM:createrole",
  "kms:?ecrypt",
  "ec2:*Vpcs",
];
const resources = [
  "*",
  "arn:aws:s3:::bucket/ann/x",
  "arn:aws:s3:::bucket/bob",
  "arn:aws:ec2:eu-west-1:111122223333:instance/i-1",
  "arn:aws:iam::111122223333:role/x",
  "arn:aws:logs:eu-west-1:1:log-group:g:log-stream:s",
];
const resourcePatterns = [
  "*",
  "arn:aws:s3:::bucket/*",
  "arn:aws:s3:::bucket/${aws:username}/*",
  "arn:aws:s3:::bucket/${aws:username, 'bob'}",
  "arn:aws:*:*:*:*",
  "arn:aws:iam::*:role/?",
  "arn:aws:logs:*:log-stream:s",
  "arn:aws:ec2:e*1:1111*:instance/i-1",
];
const keys = [
  "aws:username",
  "aws:PrincipalArn",
  "aws:TagKeys",
  "aws:RequestedRegion",
  "aws:SourceIp",
  "AWS:MultiFactorAuthPresent",
];
/** Texts that mean something to some operator; all are tried with all. */
const texts = [
  "ann",
  "Ann",
  "a*",
  "?nn",
  "",
  "true",
  "false",
  "10",
  "9.5",
  "2026-05-15",
  "2026-05-15T00:00:00Z",
  "10.0.0.0/8",
  "10.1.2.3",
  "2001:db8::1",
  "QQ==",
  "arn:aws:iam::111122223333:role/x",
  "arn:aws:iam::*:role/*",
  "arn:aws:iam::111122223333:role/aws-service-role/x/y",
  "${aws:username}",
  "${aws:username, 'ann'}",
  "a${*}",
  "${aws:RequestedRegion}n",
];

/** Paths, requests and parts of them, with few enough words that they meet often. */
export function randomly(next: () => number) {
  const below = (count: number): number => Math.floor(next() * count);
  const chance = (probability: number): boolean => next() < probability;
  const pick = <T>(all: readonly T[]): T => {
    const picked = all[below(all.length)];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  };
  const several = <T>(most: number, make: () => T): T[] => Array.from({ length: 1 + below(most) }, make);
  const inAnyCase = (key: string): string => (chance(0.2) ? key.toUpperCase() : key);
  const place = { line: 1, column: 1 };

  const condition = (): ConditionTest => {
    const operator = pick(operators);
    return {
      qualifier: chance(0.3) ? pick(qualifiers) : undefined,
      operator,
      ifExists: operator !== "Null" && chance(0.3),
      key: inAnyCase(pick(keys)),
      values: several(3, () => (operator === "Null" ? pick(["true", "false"]) : pick(texts))),
      place,
    };
  };
  const patterns = (of: readonly string[]): Patterns => ({
    negated: chance(0.3),
    patterns: several(2, () => pick(of)),
  });
  const statement = (index: number): Statement => ({
    sid: undefined,
    index,
    effect: chance(0.5) ? "Allow" : "Deny",
    action: patterns(actionPatterns),
    resource: chance(0.5) ? { negated: false, patterns: ["*"] } : patterns(resourcePatterns),
    conditions: chance(0.3) ? [] : several(2, condition),
    place,
  });
  const policy = (): Policy => ({
    version: chance(0.15) ? "2008-10-17" : "2012-10-17",
    statements: Array.from({ length: 1 + below(4) }, (_, index) => statement(index)),
  });
  const everything: Policy = {
    version: "2012-10-17",
    statements: [
      {
        ...statement(0),
        effect: "Allow",
        action: { negated: false, patterns: ["*"] },
        resource: { negated: false, patterns: ["*"] },
        conditions: [],
      },
    ],
  };
  const level = (id: string): Level => ({
    id,
    policies: [
      ...(chance(0.7) ? [{ id: "FullAWSAccess", policy: everything }] : []),
      ...Array.from({ length: below(3) }, (_, index) => ({ id: `p${index}`, policy: policy() })),
    ],
  });
  const value = (): string | readonly string[] =>
    chance(0.3) ? Array.from({ length: below(4) }, () => pick(texts)) : pick(texts);

  return {
    below,
    chance,
    pick,
    value,
    keys,
    bounds: (): Bounds => ({
      scp: Array.from({ length: below(5) }, (_, index) => level(`scp${index}`)),
      rcp: Array.from({ length: below(3) }, (_, index) => level(`rcp${index}`)),
    }),
    request: (): Request => ({
      action: pick(actions),
      resource: pick(resources),
      principal: chance(0.1) ? "arn:aws:iam::1:role/aws-service-role/x.amazonaws.com/y" : undefined,
      context: Object.fromEntries(keys.filter(() => chance(0.6)).map((key) => [inAnyCase(key), value()])),
    }),
  };
}
