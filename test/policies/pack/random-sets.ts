import fc from "../../fast-check";
import type { Request } from "../../../engine/request";
import type { CompiledGuardrail } from "../../../policies/compile";

const some = <T>(from: readonly T[], max: number): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...from), { minLength: 1, maxLength: max });

const actions = [
  "s3:GetObject",
  "s3:PutObject",
  "s3:*",
  "s3:Put*",
  "S3:putobject",
  "ec2:RunInstances",
  "ec2:Run?nstances",
  "iam:*",
];
const resources = [
  "*",
  "arn:aws:s3:::a/*",
  "arn:aws:s3:::b/*",
  "arn:aws:s3:::${aws:PrincipalTag/team}/*",
  "arn:aws:ec2:*:*:instance/*",
];
const conditions = [
  undefined,
  { StringEquals: { "aws:RequestedRegion": ["eu-west-1", "eu-west-2"] } },
  { StringEquals: { "aws:RequestedRegion": ["eu-west-2", "eu-west-1"] } },
  { StringNotEqualsIfExists: { "aws:PrincipalTag/team": "red" }, Bool: { "aws:SecureTransport": "false" } },
  { Bool: { "aws:SecureTransport": ["false"] }, StringNotEqualsIfExists: { "aws:PrincipalTag/team": ["red"] } },
  { "ForAllValues:StringLike": { "aws:TagKeys": ["cost", "team*"] } },
];

const statement = fc
  .record({
    Sid: fc.option(fc.constantFrom("A", "B", "C"), { nil: undefined }),
    Effect: fc.constantFrom("Deny", "Deny", "Deny", "Allow"),
    actions: some(actions, 4),
    isNotAction: fc.constantFrom(false, false, true),
    resources: some(resources, 2),
    isNotResource: fc.constantFrom(false, false, true),
    Condition: fc.constantFrom(...conditions),
  })
  .map(({ Sid, Effect, Condition, ...lists }) => ({
    ...(Sid === undefined ? {} : { Sid }),
    Effect,
    [lists.isNotAction ? "NotAction" : "Action"]: lists.actions,
    [lists.isNotResource ? "NotResource" : "Resource"]: lists.resources,
    ...(Condition === undefined ? {} : { Condition }),
  }));

/** Guardrails with statements of which many differ in one element alone, so that much is merged. */
export const guardrailSets: fc.Arbitrary<CompiledGuardrail[]> = fc
  .array(
    fc.uniqueArray(statement, { minLength: 1, maxLength: 4, selector: (each) => each.Sid ?? JSON.stringify(each) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((sets) =>
    sets.map((statements, index) => ({
      guardrail: `guardrail-${index}`,
      type: "SERVICE_CONTROL_POLICY",
      description: "",
      policyName: undefined,
      document: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
      attachTo: ["root"],
      accounts: [],
    })),
  );

const present = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

/** Requests that the statements above tell apart. */
export const requests: fc.Arbitrary<Request> = fc
  .record({
    action: fc.constantFrom(
      "s3:GetObject",
      "s3:PutObject",
      "s3:PutBucketPolicy",
      "ec2:RunInstances",
      "iam:CreateRole",
      "sqs:SendMessage",
    ),
    resource: fc.constantFrom(
      "*",
      "arn:aws:s3:::a/x",
      "arn:aws:s3:::b/x",
      "arn:aws:s3:::red/x",
      "arn:aws:ec2:eu-west-1:111122223333:instance/i",
    ),
    region: present(fc.constantFrom("eu-west-1", "us-east-1")),
    team: present(fc.constantFrom("red", "blue")),
    secure: present(fc.constantFrom("true", "false")),
    tagKeys: present(fc.subarray(["cost", "team-a", "other"])),
  })
  .map(({ action, resource, region, team, secure, tagKeys }) => ({
    action,
    resource,
    context: {
      ...(region === undefined ? {} : { "aws:RequestedRegion": region }),
      ...(team === undefined ? {} : { "aws:PrincipalTag/team": team }),
      ...(secure === undefined ? {} : { "aws:SecureTransport": secure }),
      ...(tagKeys === undefined ? {} : { "aws:TagKeys": tagKeys }),
    },
  }));
