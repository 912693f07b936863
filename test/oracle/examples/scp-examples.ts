import type { Context, Statement, Verdict } from "../case";
import { document, fullAccess, oneLevel, type Example, type Row } from "./example";

type Call = readonly [says: string, action: string, resource: string, verdict: Verdict, context?: Context];

/** A Deny of the page beside FullAWSAccess, "attached along with other policies that allow the approved actions". */
function guard(page: string, statements: readonly Statement[], calls: readonly Call[]): Example {
  const rows = calls.map(([says, action, resource, verdict, context = {}]): Row => ({
    says,
    action,
    resource,
    context,
    verdict,
  }));
  return {
    page: `Service control policy examples, ${page}`,
    path: oneLevel(fullAccess, document(...statements)),
    rows,
  };
}

const by = (name: string): Context => ({ "aws:PrincipalARN": `arn:aws:iam::111122223333:${name}` });
const instance = "arn:aws:ec2:eu-west-1:111122223333:instance/i-1";
const roleToDeny = "arn:aws:iam::111122223333:role/name-of-role-to-deny";
const roleActions = ["iam:AttachRolePolicy", "iam:DeleteRole", "iam:PutRolePolicy", "iam:UpdateRole"];
const region = (name: string, role = "role/Developer"): Context => ({ "aws:RequestedRegion": name, ...by(role) });
const denyUntagged = (tag: string): readonly Statement[] => [
  {
    Effect: "Deny",
    Action: "secretsmanager:CreateSecret",
    Resource: "*",
    Condition: { Null: { [`aws:RequestTag/${tag}`]: "true" } },
  },
  {
    Effect: "Deny",
    Action: "ec2:RunInstances",
    Resource: ["arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:*:*:volume/*"],
    Condition: { Null: { [`aws:RequestTag/${tag}`]: "true" } },
  },
];

/** The Organizations User Guide's examples and examples of "SCP syntax", with the outcomes their text tells. */
export const scpExamples: readonly Example[] = [
  guard(
    "Deny access to AWS based on the requested AWS Region",
    [
      {
        Sid: "DenyAllOutsideEU",
        Effect: "Deny",
        NotAction: ["iam:*", "organizations:*", "route53:*", "ec2:DescribeRegions", "s3:GetAccountPublic*", "sts:*"],
        Resource: "*",
        Condition: {
          StringNotEquals: { "aws:RequestedRegion": ["eu-central-1", "eu-west-1"] },
          ArnNotLike: {
            "aws:PrincipalARN": [
              "arn:aws:iam::*:role/Role1AllowedToBypassThisSCP",
              "arn:aws:iam::*:role/Role2AllowedToBypassThisSCP",
            ],
          },
        },
      },
    ],
    [
      ["an approved Region", "ec2:RunInstances", instance, "allowed", region("eu-west-1")],
      ["another approved Region", "ec2:RunInstances", instance, "allowed", region("eu-central-1")],
      ["us-east-1", "ec2:RunInstances", instance, "explicit-deny", region("us-east-1")],
      ["a global service in us-east-1", "iam:CreateRole", "*", "allowed", region("us-east-1")],
      ["a listed operation of Amazon EC2", "ec2:DescribeRegions", "*", "allowed", region("us-east-1")],
      ["a listed operation of Amazon S3", "s3:GetAccountPublicAccessBlock", "*", "allowed", region("us-east-1")],
      [
        "the first role",
        "ec2:RunInstances",
        instance,
        "allowed",
        region("us-east-1", "role/Role1AllowedToBypassThisSCP"),
      ],
      [
        "the second role",
        "ec2:RunInstances",
        instance,
        "allowed",
        region("us-east-1", "role/Role2AllowedToBypassThisSCP"),
      ],
    ],
  ),
  guard(
    "Prevent IAM users and roles from making certain changes",
    [{ Effect: "Deny", Action: roleActions, Resource: ["arn:aws:iam::*:role/name-of-role-to-deny"] }],
    [
      ["a change of the role", "iam:DeleteRole", roleToDeny, "explicit-deny"],
      ["a change of another role", "iam:DeleteRole", "arn:aws:iam::111122223333:role/other", "allowed"],
      ["no change", "iam:GetRole", roleToDeny, "allowed"],
    ],
  ),
  guard(
    "with an exception for a specified admin role",
    [
      {
        Effect: "Deny",
        Action: roleActions,
        Resource: ["arn:aws:iam::*:role/name-of-role-to-deny"],
        Condition: { StringNotLike: { "aws:PrincipalARN": "arn:aws:iam::*:role/name-of-admin-role-to-allow" } },
      },
    ],
    [
      ["the admin role", "iam:UpdateRole", roleToDeny, "allowed", by("role/name-of-admin-role-to-allow")],
      ["another role", "iam:UpdateRole", roleToDeny, "explicit-deny", by("role/Developer")],
    ],
  ),
  guard(
    "Require MFA to perform an API action",
    [
      {
        Effect: "Deny",
        Action: ["ec2:StopInstances", "ec2:TerminateInstances"],
        Resource: "*",
        Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": false } },
      },
    ],
    [
      ["with MFA", "ec2:StopInstances", instance, "allowed", { "aws:MultiFactorAuthPresent": "true" }],
      ["without MFA", "ec2:StopInstances", instance, "explicit-deny", { "aws:MultiFactorAuthPresent": "false" }],
      ["long-term keys", "ec2:TerminateInstances", instance, "explicit-deny"],
      ["another action", "ec2:StartInstances", instance, "allowed"],
    ],
  ),
  guard(
    "Block service access for the root user",
    [
      {
        Effect: "Deny",
        Action: ["ec2:*"],
        Resource: ["*"],
        Condition: { StringLike: { "aws:PrincipalArn": ["arn:aws:iam::*:root"] } },
      },
    ],
    [
      ["the root user", "ec2:RunInstances", instance, "explicit-deny", by("root")],
      ["a role", "ec2:RunInstances", instance, "allowed", by("role/Admin")],
      ["the root user elsewhere", "s3:ListAllMyBuckets", "*", "allowed", by("root")],
    ],
  ),
  guard(
    "Prevent users from disabling AWS Config or changing its rules",
    [
      {
        Effect: "Deny",
        Action: ["config:DeleteConfigRule", "config:DeleteConfigurationRecorder", "config:StopConfigurationRecorder"],
        Resource: "*",
      },
    ],
    [
      ["stopping the recorder", "config:StopConfigurationRecorder", "*", "explicit-deny"],
      ["reading", "config:DescribeConfigRules", "*", "allowed"],
    ],
  ),
  guard(
    "Prevent users from disabling CloudWatch or altering its configuration",
    [{ Effect: "Deny", Action: ["cloudwatch:DeleteAlarms", "cloudwatch:PutDashboard"], Resource: "*" }],
    [
      ["deleting alarms", "cloudwatch:DeleteAlarms", "*", "explicit-deny"],
      ["monitoring", "cloudwatch:GetDashboard", "*", "allowed"],
    ],
  ),
  guard(
    "Require Amazon EC2 instances to use a specific type",
    [
      {
        Effect: "Deny",
        Action: "ec2:RunInstances",
        Resource: "arn:aws:ec2:*:*:instance/*",
        Condition: { StringNotEquals: { "ec2:InstanceType": "t2.micro" } },
      },
    ],
    [
      ["t2.micro", "ec2:RunInstances", instance, "allowed", { "ec2:InstanceType": "t2.micro" }],
      ["another type", "ec2:RunInstances", instance, "explicit-deny", { "ec2:InstanceType": "m5.large" }],
      ["the launch's other resources", "ec2:RunInstances", "arn:aws:ec2:eu-west-1::image/ami-1", "allowed"],
    ],
  ),
  guard(
    "Prevent users from disabling GuardDuty",
    [{ Effect: "Deny", Action: ["guardduty:CreateDetector", "guardduty:DeleteDetector"], Resource: "*" }],
    [
      ["deleting the detector", "guardduty:DeleteDetector", "*", "explicit-deny"],
      ["read-only access", "guardduty:GetFindings", "*", "allowed"],
    ],
  ),
  guard(
    "Preventing external sharing",
    [
      {
        Effect: "Deny",
        Action: ["ram:CreateResourceShare", "ram:UpdateResourceShare"],
        Resource: "*",
        Condition: { Bool: { "ram:RequestedAllowsExternalPrincipals": "true" } },
      },
    ],
    [
      [
        "with others",
        "ram:CreateResourceShare",
        "*",
        "explicit-deny",
        { "ram:RequestedAllowsExternalPrincipals": "true" },
      ],
      ["within", "ram:CreateResourceShare", "*", "allowed", { "ram:RequestedAllowsExternalPrincipals": "false" }],
    ],
  ),
  guard(
    "Allowing specific accounts to share only specified resource types",
    [
      {
        Effect: "Deny",
        Action: ["ram:AssociateResourceShare", "ram:CreateResourceShare"],
        Resource: "*",
        Condition: {
          StringNotEquals: { "aws:PrincipalAccount": ["111111111111", "222222222222"] },
          StringEquals: { "ram:RequestedResourceType": "ec2:PrefixList" },
        },
      },
    ],
    [
      ...["111111111111", "222222222222", "333333333333"].map((account): Call => [
        `${account} shares prefix lists`,
        "ram:CreateResourceShare",
        "*",
        account === "333333333333" ? "explicit-deny" : "allowed",
        { "aws:PrincipalAccount": account, "ram:RequestedResourceType": "ec2:PrefixList" },
      ]),
      [
        "another shares another type",
        "ram:CreateResourceShare",
        "*",
        "allowed",
        { "aws:PrincipalAccount": "333333333333", "ram:RequestedResourceType": "ec2:Subnet" },
      ],
    ],
  ),
  guard(
    "Prevent sharing with organizations or organizational units",
    [
      {
        Effect: "Deny",
        Action: ["ram:CreateResourceShare", "ram:AssociateResourceShare"],
        Resource: "*",
        Condition: {
          "ForAnyValue:StringLike": {
            "ram:Principal": ["arn:aws:organizations::*:organization/*", "arn:aws:organizations::*:ou/*"],
          },
        },
      },
    ],
    [
      [
        "an organization among others",
        "ram:CreateResourceShare",
        "*",
        "explicit-deny",
        { "ram:Principal": ["111111111111", "arn:aws:organizations::123456789012:organization/o-12345abcdef"] },
      ],
      [
        "an OU",
        "ram:CreateResourceShare",
        "*",
        "explicit-deny",
        { "ram:Principal": ["arn:aws:organizations::123456789012:ou/o-12345abcdef/ou-98765fedcba"] },
      ],
      ["an account", "ram:CreateResourceShare", "*", "allowed", { "ram:Principal": ["111111111111"] }],
    ],
  ),
  guard(
    "Allow sharing with only specified IAM users and roles",
    [
      {
        Effect: "Deny",
        Action: ["ram:AssociateResourceShare", "ram:CreateResourceShare"],
        Resource: "*",
        Condition: {
          "ForAnyValue:StringNotEquals": {
            "ram:Principal": ["arn:aws:organizations::123456789012:organization/o-12345abcdef", "111111111111"],
          },
        },
      },
    ],
    [
      ["the account", "ram:CreateResourceShare", "*", "allowed", { "ram:Principal": ["111111111111"] }],
      ["another account", "ram:CreateResourceShare", "*", "explicit-deny", { "ram:Principal": ["333333333333"] }],
      ["both", "ram:CreateResourceShare", "*", "explicit-deny", { "ram:Principal": ["111111111111", "333333333333"] }],
    ],
  ),
  guard(
    "Prevent users from deleting Amazon VPC flow logs",
    [{ Effect: "Deny", Action: ["ec2:DeleteFlowLogs", "logs:DeleteLogGroup", "logs:DeleteLogStream"], Resource: "*" }],
    [
      ["the flow logs", "ec2:DeleteFlowLogs", "*", "explicit-deny"],
      ["their group", "logs:DeleteLogGroup", "arn:aws:logs:eu-west-1:111122223333:log-group:flow", "explicit-deny"],
      ["reading", "logs:GetLogEvents", "arn:aws:logs:eu-west-1:111122223333:log-group:flow", "allowed"],
    ],
  ),
  guard(
    "Prevent any VPC that doesn't already have internet access from getting it",
    [{ Effect: "Deny", Action: ["ec2:AttachInternetGateway", "globalaccelerator:Create*"], Resource: "*" }],
    [
      ["a gateway", "ec2:AttachInternetGateway", "*", "explicit-deny"],
      ["an accelerator", "globalaccelerator:CreateAccelerator", "*", "explicit-deny"],
      ["existing access", "globalaccelerator:DescribeAccelerator", "*", "allowed"],
    ],
  ),
  guard(
    "Require a tag on specified created resources",
    [...denyUntagged("Project"), ...denyUntagged("CostCenter")],
    [
      [
        "a secret with both tags",
        "secretsmanager:CreateSecret",
        "*",
        "allowed",
        { "aws:RequestTag/Project": "a", "aws:RequestTag/CostCenter": "1" },
      ],
      ["a secret with one tag", "secretsmanager:CreateSecret", "*", "explicit-deny", { "aws:RequestTag/Project": "a" }],
      ["an instance without tags", "ec2:RunInstances", instance, "explicit-deny"],
      ["the launch's image", "ec2:RunInstances", "arn:aws:ec2:eu-west-1::image/ami-1", "allowed"],
    ],
  ),
  {
    ...guard(
      "",
      [
        {
          Effect: "Deny",
          NotAction: "iam:*",
          Resource: "*",
          Condition: { StringNotEquals: { "aws:RequestedRegion": "us-west-1" } },
        },
      ],
      [
        ["the Region", "ec2:RunInstances", instance, "allowed", region("us-west-1")],
        ["another Region", "ec2:RunInstances", instance, "explicit-deny", region("us-west-2")],
        ["actions of IAM", "iam:CreateRole", "*", "allowed", region("us-east-1")],
      ],
    ),
    page: "SCP syntax, NotAction",
  },
];
