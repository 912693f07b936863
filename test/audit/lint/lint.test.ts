import { describe, expect, test } from "@jest/globals";
import { rules } from "../../../audit/lint/lint";
import { asSarif } from "../../../audit/report/sarif";
import { sampleReport } from "../sample-report";
import { findings, type FixturePolicy, ids } from "./fixture";

const deny = (action: string | string[], more: object = {}): object => ({
  Effect: "Deny",
  Action: action,
  Resource: "*",
  ...more,
});

const scp = (...statements: object[]): FixturePolicy => ({ statements });

const rcp = (...statements: object[]): FixturePolicy => ({
  type: "RESOURCE_CONTROL_POLICY",
  statements: statements.map((statement) => ({ ...statement, Principal: "*" })),
});

const unless = (...arns: string[]): object => ({ Condition: { ArnNotLike: { "aws:PrincipalArn": arns } } });

const role = (name: string): string => `arn:aws:iam::*:role/${name}`;

/** One row: the rule, policies in which it finds something, a part of what it says, and policies alike in which it finds nothing. */
interface Row {
  readonly rule: string;
  readonly bad: readonly FixturePolicy[];
  readonly says: string;
  readonly good: readonly FixturePolicy[];
  readonly principals?: readonly string[];
}

const rows: readonly Row[] = [
  {
    rule: "unknown-service",
    bad: [scp(deny("dynamodbb:PutItem"))],
    says: "dynamodbb; did you mean dynamodb?",
    good: [scp(deny(["dynamodb:PutItem", "*"]))],
  },
  {
    rule: "unknown-action",
    bad: [scp(deny("s3:DeleteBuckets"))],
    says: "s3:DeleteBuckets; did you mean s3:DeleteBucket?",
    good: [scp(deny("S3:deletebucket"))],
  },
  {
    rule: "unknown-action",
    bad: [scp(deny("ec2:Delte*"))],
    says: "did you mean ec2:Delete*?",
    good: [scp(deny("ec2:Delete*"))],
  },
  {
    rule: "unknown-key",
    bad: [scp(deny("s3:*", { Condition: { StringEquals: { "aws:PrincipleTag/team": "a" } } }))],
    says: "did you mean aws:PrincipalTag/team?",
    good: [scp(deny("s3:*", { Condition: { StringEquals: { "aws:PrincipalTag/team": "a" } } }))],
  },
  {
    rule: "key-not-carried",
    bad: [
      scp(deny(["ec2:RunInstances", "ec2:DeleteVpc"], { Condition: { StringEquals: { "ec2:InstanceType": "x" } } })),
    ],
    says: "requests for ec2:DeleteVpc never carry ec2:InstanceType",
    good: [scp(deny(["ec2:RunInstances", "ec2:*Vpc"], { Condition: { StringEquals: { "ec2:Region": "eu-west-1" } } }))],
  },
  {
    rule: "key-not-carried",
    bad: [scp(deny("ec2:DescribeVpcs", { Condition: { StringEquals: { "aws:RequestTag/team": "a" } } }))],
    says: "never carry aws:RequestTag/team",
    good: [scp(deny("ec2:CreateVpc", { Condition: { StringEquals: { "aws:RequestTag/team": "a" } } }))],
  },
  {
    rule: "set-operator-on-single-value",
    bad: [scp(deny("*", { Condition: { "ForAllValues:StringEquals": { "aws:RequestedRegion": "eu-west-1" } } }))],
    says: "ForAllValues:StringEquals on aws:RequestedRegion",
    good: [scp(deny("*", { Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": "a" } } }))],
  },
  {
    rule: "multivalued-key-without-set",
    bad: [scp(deny("*", { Condition: { StringEquals: { "aws:TagKeys": "a" } } }))],
    says: "StringEquals on aws:TagKeys",
    good: [
      scp(
        deny("*", {
          Condition: { "ForAnyValue:StringEquals": { "aws:TagKeys": "a" }, Null: { "aws:CalledVia": "true" } },
        }),
      ),
    ],
  },
  {
    rule: "any-value-if-exists",
    bad: [scp(deny("ec2:CreateTags", { Condition: { "ForAnyValue:StringEqualsIfExists": { "aws:TagKeys": "a" } } }))],
    says: "ForAnyValue:StringEqualsIfExists on aws:TagKeys",
    good: [scp(deny("ec2:CreateTags", { Condition: { "ForAllValues:StringEqualsIfExists": { "aws:TagKeys": "a" } } }))],
  },
  {
    rule: "resource-of-no-action",
    bad: [scp(deny("s3:DeleteBucket", { Resource: "arn:aws:kms:*:*:key/*" }))],
    says: "on nothing that its Resource names",
    good: [scp(deny("s3:DeleteBucket", { Resource: "arn:aws:s3:::logs" }))],
  },
  {
    rule: "resource-of-no-action",
    bad: [scp(deny("s3:DeleteBucket", { Resource: ["arn:aws:s3:::logs", "arn:aws:sqs:*:*:logs"] }))],
    says: "no action of the statement acts on arn:aws:sqs:*:*:logs",
    good: [
      scp(deny(["s3:DeleteBucket", "sqs:DeleteQueue"], { Resource: ["arn:aws:s3:::logs", "arn:aws:sqs:*:*:logs"] })),
    ],
  },
  {
    rule: "resource-of-no-action",
    bad: [scp(deny(["ec2:DescribeVpcs", "ec2:DeleteVpc"], { Resource: "arn:aws:ec2:*:*:vpc/*" }))],
    says: "ec2:DescribeVpcs acts on nothing",
    good: [scp(deny(["ec2:DescribeVpcs", "ec2:DeleteVpc"], { Resource: ["*", "arn:aws:ec2:*:*:vpc/*"] }))],
  },
  {
    rule: "unknown-region",
    bad: [
      scp(deny("*", { Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-central-1", "eu-middle-1"] } } })),
    ],
    says: "no region eu-middle-1",
    good: [scp(deny("*", { Condition: { StringNotLike: { "aws:RequestedRegion": ["eu-central-1", "us-gov-*"] } } }))],
  },
  {
    rule: "unknown-region",
    bad: [scp(deny("sqs:DeleteQueue", { Resource: "arn:aws:sqs:eu-cental-1:*:logs" }))],
    says: "did you mean eu-central-1?",
    good: [scp(deny("sqs:DeleteQueue", { Resource: ["arn:aws:sqs:eu-central-1:*:logs", "arn:aws:sqs:*:*:other"] }))],
  },
  {
    rule: "foreign-account",
    bad: [scp(deny("*", { Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::999999999999:root" } } }))],
    says: "999999999999 in aws:PrincipalArn is no account of the zone",
    good: [
      scp(
        deny("*", {
          Condition: { StringEquals: { "aws:PrincipalAccount": ids["one"], "aws:ResourceAccount": "999999999999" } },
        }),
      ),
    ],
  },
  {
    rule: "dead-statement",
    bad: [scp(deny("*", { Condition: { StringEquals: { "aws:PrincipalAccount": "999999999999" } } }))],
    says: "applies to no request",
    good: [scp(deny("*", { Condition: { StringEquals: { "aws:PrincipalAccount": ids["two"] } } }))],
  },
  {
    rule: "dead-statement",
    bad: [
      scp(
        deny("s3:*", {
          Condition: {
            StringEquals: { "aws:RequestedRegion": "eu-west-1" },
            StringNotLike: { "aws:RequestedRegion": "eu-*" },
          },
        }),
      ),
    ],
    says: "applies to no request",
    good: [
      scp(
        deny("s3:*", {
          Condition: {
            StringEquals: { "aws:RequestedRegion": "eu-west-1" },
            StringNotLike: { "aws:RequestedRegion": "us-*" },
          },
        }),
      ),
    ],
  },
  {
    rule: "dead-statement",
    bad: [scp(deny("*", { Condition: { Bool: { "aws:PrincipalIsAWSService": "true" } } }))],
    says: "applies to no request",
    good: [rcp(deny("s3:*", { Condition: { Bool: { "aws:PrincipalIsAWSService": "true" } } }))],
  },
  {
    rule: "shadowed-statement",
    bad: [scp(deny("s3:DeleteBucket")), scp(deny("s3:Delete*"))],
    says: "denied by others: policy-1",
    good: [scp(deny("s3:DeleteBucket")), scp(deny("s3:Delete*", unless(role("admin"))))],
  },
  {
    rule: "shadowed-statement",
    bad: [scp(deny(["s3:DeleteBucket", "s3:PutBucketPolicy"])), scp(deny("s3:Delete*")), scp(deny("s3:Put*"))],
    says: "denied by others: policy-1, policy-2",
    good: [scp(deny(["s3:DeleteBucket", "s3:PutBucketPolicy"])), scp(deny("s3:Delete*")), scp(deny("s3:Get*"))],
  },
  {
    rule: "shadowed-statement",
    bad: [scp(deny("s3:DeleteBucket")), { ...scp(deny("s3:*")), accounts: ["one", "two"] }],
    says: "denied by others: policy-1",
    good: [scp(deny("s3:DeleteBucket")), { ...scp(deny("s3:*")), accounts: ["one"] }],
  },
  {
    rule: "allow-without-effect",
    bad: [scp({ Effect: "Allow", Action: "s3:*", Resource: "*" })],
    says: "allows nothing",
    good: [scp(deny("s3:*"))],
  },
  {
    rule: "exemption-for-nobody",
    bad: [scp(deny("s3:*", unless(role("landfall-platfrom"))))],
    says: "no principal that the zone makes is arn:aws:iam::*:role/landfall-platfrom",
    good: [scp(deny("s3:*", unless(role("landfall-platform"), role("land*"))))],
    principals: ["arn:aws:iam::*:role/landfall-platform", "arn:aws:iam::111111111111:role/service/*"],
  },
  {
    rule: "exemption-to-take",
    bad: [scp(deny("s3:*", unless(role("break-glass"))))],
    says: "iam:CreateRole lets others become arn:aws:iam::*:role/break-glass in one and two, and so escape policy-0",
    good: [
      scp(deny("s3:*", unless(role("break-glass")))),
      scp(
        deny(["iam:CreateRole", "iam:UpdateAssumeRolePolicy"], {
          Resource: role("break-glass"),
          ...unless(role("break-glass")),
        }),
      ),
    ],
  },
  {
    rule: "exemption-to-take",
    bad: [scp(deny("s3:*", unless(role("landfall-platform"))))],
    says: "iam:UpdateAssumeRolePolicy lets others",
    good: [
      scp(
        deny("s3:*", unless(role("landfall-platform"))),
        deny("iam:UpdateAssumeRolePolicy", {
          Resource: role("landfall-platform"),
          ...unless(role("landfall-platform")),
        }),
      ),
    ],
  },
  {
    rule: "exemption-to-take",
    bad: [scp(deny("s3:*", unless(role("*AWSReservedSSO_Admin_*"))))],
    says: "iam:CreateRole",
    good: [scp(deny("s3:*", unless(role("aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Admin_*"))))],
  },
];

describe("lint", () => {
  test("says once of an exemption what holds for it in many guardrails", () => {
    const policies = [1, 2, 3].map(() =>
      scp(deny("s3:*", unless(role("break-glass"), role("aws:ec2-infrastructure")))),
    );
    for (const rule of ["exemption-to-take", "exemption-for-nobody"]) {
      const found = findings(rule, policies, ["arn:aws:iam::*:role/landfall-platform"]);
      expect(found).toHaveLength(1);
      expect(found[0]?.message).toContain("policy-0, policy-1 and policy-2");
    }
  });

  test.each(rows)("$rule finds: $says", ({ rule, bad, says, principals }) => {
    const found = findings(rule, bad, principals);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain(says);
    expect(found[0]?.remedy).not.toBe("");
  });

  test.each(rows)("$rule finds nothing where all is well: not “$says”", ({ rule, good, principals }) => {
    expect(findings(rule, good, principals)).toEqual([]);
  });

  test("has a fixture for every rule", () => {
    expect(rules.map(({ name }) => name).sort()).toEqual([...new Set(rows.map(({ rule }) => rule))].sort());
  });

  test("names the statement and, in a policy of the zone's own, the place", () => {
    const text = `{ "Version": "2012-10-17", "Statement": [\n  { "Effect": "Deny", "Action": "s3:Nothing", "Resource": "*" } ] }`;
    expect(findings("unknown-action", [{ name: "own", text }])[0]?.where).toMatchObject({
      guardrail: "own",
      sid: "statement 1",
      file: "zone/policies/own.json",
      line: 2,
    });
  });

  /** What stands at the place of a finding of a rule in a policy of the zone's own. */
  const pointsAt = (rule: string, text: string): readonly string[] =>
    findings(rule, [{ name: "own", text }]).map(({ where: { line = 0, column = 0 } }) =>
      (text.split("\n")[line - 1] ?? "").slice(column - 1),
    );

  test("points at the action, resource or service that is wrong, and not at its statement", () => {
    const policy = (action: string, resource: string): string =>
      `{\n "Version": "2012-10-17",\n "Statement": {"Effect": "Deny",\n  "Action": ["s3:GetObject", ${action}],\n\t"Resource": ["arn:aws:s3:::logs",\n${resource}]}}`;
    const fine = '"arn:aws:s3:::logs/*"';
    expect(pointsAt("unknown-action", policy('\n  "s3:PutObject", "s3:No\\u0074hing"', fine))).toEqual([
      '"s3:No\\u0074hing"],',
    ]);
    expect(pointsAt("unknown-action", policy('"s3:None1", "s3:None2"', fine))).toEqual([
      '"s3:None1", "s3:None2"],',
      '"s3:None2"],',
    ]);
    expect(pointsAt("unknown-service", policy('"s33:GetObject"', fine))).toEqual(['"s33:GetObject"],']);
    expect(pointsAt("unknown-region", policy('"sqs:*"', '  "arn:aws:sqs:eu-cental-1:*:logs"'))).toEqual([
      '"arn:aws:sqs:eu-cental-1:*:logs"]}}',
    ]);
    expect(pointsAt("resource-of-no-action", policy('"s3:DeleteBucket"', '"arn:aws:sqs:*:*:logs"'))).toEqual([
      '"arn:aws:sqs:*:*:logs"]}}',
      '"s3:GetObject", "s3:DeleteBucket"],',
    ]);
    expect(pointsAt("resource-of-no-action", policy('"s3:DeleteBucket", "ec2:DescribeVpcs"', fine))).toEqual([
      '"ec2:DescribeVpcs"],',
    ]);
  });

  test("points at it in SARIF too", () => {
    const text = `{"Version": "2012-10-17",\n"Statement": {"Effect": "Deny",\n"Action": "s3:Nothing", "Resource": "*"}}`;
    const log: unknown = JSON.parse(
      asSarif(
        { ...sampleReport(), claims: [], findings: findings("unknown-action", [{ name: "own", text }]) },
        "1.2.3",
      ),
    );
    expect(log).toMatchObject({
      runs: [
        {
          results: [
            {
              ruleId: "unknown-action",
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "zone/policies/own.json" },
                    region: { startLine: 3, startColumn: 11 },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test("shows an exemption that can be taken by a request that does", () => {
    const [finding] = findings("exemption-to-take", [scp(deny("s3:*", unless(role("break-glass"))))]);
    expect(finding?.request).toMatchObject({
      action: "iam:CreateRole",
      resource: `arn:aws:iam::${ids["one"] ?? ""}:role/break-glass`,
    });
  });

  test("calls the later of two equal statements shadowed, and not both", () => {
    const found = findings("shadowed-statement", [scp(deny("s3:DeleteBucket")), scp(deny("s3:DeleteBucket"))]);
    expect(found.map(({ where }) => where.guardrail)).toEqual(["policy-1"]);
  });
});
