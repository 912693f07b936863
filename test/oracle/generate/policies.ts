import type { CaseLevel, ConditionBlock, Document, Scalar, Statement } from "../case";
import type { Test } from "../condition";
import { kinds, nameOf, type Kind } from "./cells";
import type { Random } from "./random";
import { familyOf } from "./values";

/** Policies of one path, every test in them with the version it is read by, and what most requests are about. */
export interface Drawn {
  readonly path: readonly CaseLevel[];
  readonly tests: readonly { readonly test: Test; readonly version: string | undefined }[];
  readonly action: string;
  readonly resource: string;
}

export const actions: readonly [string, ...string[]] = [
  "s3:GetObject",
  "s3:PutObject",
  "ec2:RunInstances",
  "ec2:DescribeInstances",
  "iam:CreateUser",
  "lambda:InvokeFunction",
];
const actionPatterns: readonly [string, ...string[]] = [
  "*",
  "*",
  "s3:*",
  "S3:get*",
  "s3:?etObject",
  "s3:*Object",
  "ec2:*Instances",
  "ec2:Describe*",
  "IAM:createuser",
  "iam:*",
  "lambda:*Function",
  "lambda:Invoke??nction",
];

export const resources: readonly [string, ...string[]] = [
  "*",
  "arn:aws:s3:::bucket",
  "arn:aws:s3:::bucket/alice/report.txt",
  "arn:aws:s3:::bucket/red/a*b",
  "arn:aws:ec2:eu-west-1:111122223333:instance/i-1",
  "arn:aws:logs:eu-west-1:111122223333:log-group:app:log-stream:one",
  "arn:aws:lambda:eu-west-1:111122223333:function:pay:7",
  "arn:aws:iam::111122223333:role/path/Admin",
];
const resourcePatterns: readonly [string, ...string[]] = [
  "*",
  "*",
  "arn:aws:s3:::*",
  "arn:aws:s3:::bucket/*",
  "arn:aws:s3:::Bucket/*",
  "arn:aws:s3:::bucket/${aws:username}/*",
  "arn:aws:s3:::bucket/${aws:username, 'alice'}/report.???",
  "arn:aws:s3:::bucket/${aws:PrincipalTag/team}/a${*}b",
  "arn:aws:ec2:*:*:instance/*",
  "arn:aws:ec2:eu-*-?:111122223333:instance/i-${aws:PrincipalTag/none}",
  "arn:aws:logs:*:111122223333:log-group:*",
  "arn:aws:logs:*:log-stream:one",
  "arn:aws:lambda:eu-west-1:111122223333:function:p?y:*",
  "arn:aws:lambda:eu-west-1:111122223333:function:*7",
  "arn:aws:iam::*:role/*/Admin",
];

const fullAccess: Document = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
};

/** `kindOf` deals kinds of tests evenly; `versions` are those that the reader of policies accepts. */
export function drawPolicies(
  from: Random,
  kindOf: () => Kind,
  versions: readonly [string | undefined, ...(string | undefined)[]],
): Drawn {
  const tests: { test: Test; version: string | undefined }[] = [];
  const documents = (effects: readonly ["Allow" | "Deny", ...("Allow" | "Deny")[]], most: number): Document => {
    const version = from.chance(0.8) ? "2012-10-17" : from.pick(versions);
    const statements = Array.from({ length: 1 + from.below(most) }, (): Statement => {
      const drawn = drawTests(from, kindOf, tests.length);
      tests.push(...drawn.map((test) => ({ test, version })));
      return statementOf(from, from.pick(effects), drawn);
    });
    const [only] = statements;
    return {
      ...(version === undefined ? {} : { Version: version }),
      Statement: only !== undefined && statements.length === 1 && from.chance(0.3) ? only : statements,
    };
  };
  const depth = 1 + from.below(4);
  const denied = from.below(depth);
  const path = Array.from({ length: depth }, (_, index): CaseLevel => {
    const base = from.chance(0.8) ? [fullAccess] : from.chance(0.9) ? [documents(["Allow", "Allow", "Deny"], 3)] : [];
    return { id: `level-${index}`, policies: index === denied ? [...base, documents(["Deny"], 2)] : base };
  });
  return { path, tests, action: from.pick(actions), resource: from.pick(resources) };
}

/** Keys are numbered; now and then a test looks at the key of the one before, where both compare values of one type. */
function drawTests(from: Random, kindOf: () => Kind, before: number): Test[] {
  const drawn: Test[] = [];
  for (let left = from.pick([0, 1, 1, 2, 2, 2, 3]); left > 0; left--) {
    const kind = kindOf();
    const number = before + drawn.length;
    const last = drawn.at(-1);
    const shared = last !== undefined && familyOf(last.operator) === familyOf(kind.operator) && from.chance(0.5);
    const key = shared ? last.key : from.pick([`aws:RequestTag/key${number}`, `AWS:requesttag/KEY${number}`]);
    drawn.push({ ...kind, key, values: writtenFor(from, kind) });
  }
  return drawn;
}

/** One to three values; often one that some request has, and of truth values one alone, for both together fit always. */
function writtenFor(from: Random, { operator }: Kind): Scalar[] {
  const { written, plain } = familyOf(operator);
  if (operator === "Bool" || operator === "Null") return from.some<Scalar>(1, from.chance(0.1) ? 2 : 1, written);
  const values = from.some<Scalar>(1, 3, written);
  return plain !== undefined && from.chance(0.85) ? [from.pick(plain), ...values.slice(1)] : values;
}

function statementOf(from: Random, effect: "Allow" | "Deny", tests: readonly Test[]): Statement {
  const acts = from.chance(0.7) ? "*" : oneOrMore(from, from.some<string>(1, 3, actionPatterns));
  const targets = from.chance(0.7) ? "*" : oneOrMore(from, from.some<string>(1, 3, resourcePatterns));
  const block: Record<string, Record<string, Scalar | readonly Scalar[]>> = {};
  for (const test of tests) (block[nameOf(test)] ??= {})[test.key] = oneOrMore<Scalar>(from, test.values);
  return {
    Effect: effect,
    ...(acts !== "*" && from.chance(0.3) ? { NotAction: acts } : { Action: acts }),
    ...(targets !== "*" && from.chance(0.3) ? { NotResource: targets } : { Resource: targets }),
    ...(tests.length === 0 ? {} : { Condition: block satisfies ConditionBlock }),
  };
}

function oneOrMore<T>(from: Random, values: readonly T[]): T | readonly T[] {
  const [only] = values;
  return only !== undefined && values.length === 1 && from.chance(0.5) ? only : values;
}

/** Deals every kind of test equally often, Null more often for it has no variants, in an order of its own. */
export function dealer(from: Random): () => Kind {
  const nulls = kinds.filter(({ operator }) => operator === "Null");
  let deck: Kind[] = [];
  return () => {
    if (deck.length === 0) deck = [...kinds, ...nulls, ...nulls];
    const [kind] = deck.splice(from.below(deck.length), 1);
    if (kind === undefined) throw new Error("no kind of test is left");
    return kind;
  };
}
