import { describe, expect, test } from "@jest/globals";
import { loadUniverse } from "../../../engine/universe/load-universe";
import { contextOf } from "../../../rehearsal/authorize/context/context-of";
import type { Asked, Lookups } from "../../../rehearsal/authorize/context/facts";
import type { AwsCall } from "../../../rehearsal/gateway/call";
import type { Members } from "../../../rehearsal/fill/shape";
import { callOf } from "./call";

const lookups: Lookups = {
  role: (_account, name) =>
    Promise.resolve(
      name === "somebody"
        ? {
            arn: "arn:aws:iam::111111111111:role/path/somebody",
            tags: { Team: "orders" },
            boundary: "arn:aws:iam::111111111111:policy/b",
          }
        : undefined,
    ),
  keyAliases: (_account, _region, key) => Promise.resolve(key === "1234" || key === "alias/logs" ? ["alias/logs"] : []),
  encryptsVolumes: (_account, region) => Promise.resolve(region === "eu-west-1"),
  sharesOutside: (_account, _region, share) => Promise.resolve(share.endsWith("open") ? true : undefined),
};

interface Case {
  readonly input?: Members;
  readonly call?: Partial<AwsCall> & { readonly path?: string };
  readonly resource?: string;
  readonly isRead?: boolean;
}

/** The key's value, `absent` or `unknown`. */
async function key(name: string, action: string, { input = {}, call = {}, resource = "*", isRead = true }: Case = {}) {
  const [service = "", operation = ""] = action.split(":");
  const asked: Asked = {
    call: callOf(service, operation, call),
    need: { action, resource },
    ...{ input, isRead, lookups },
    action: loadUniverse().find(action),
    resourceAccount: resource.split(":")[4] === "333333333333" ? "333333333333" : "111111111111",
    organization: {
      id: "o-1",
      pathOf: (account) => Promise.resolve(account === "333333333333" ? undefined : "o-1/r-1/ou-1/"),
    },
  };
  const { context, unknown } = await contextOf([name], asked);
  return unknown(name) ? "unknown" : (context[name.toLowerCase()] ?? "absent");
}

const made = (type: string): string => `arn:aws:ec2:eu-west-1:111111111111:${type}/*`;
const micro = { InstanceType: "t3.micro" };
const tags = { Tags: [{ Key: "Stage", Value: "prod" }] };
const root = { principal: "arn:aws:iam::111111111111:root" };
const handler = {
  headers: { "x-amz-security-token": "landfall:Zm9v" },
  principal: "arn:aws:sts::111111111111:assumed-role/r/fn",
};
const anonymous = { principal: "anonymous" };

describe("condition keys of a call", () => {
  test.each<readonly [string, string, Case, string | readonly string[]]>([
    ["aws:PrincipalArn", "s3:GetObject", {}, "arn:aws:iam::111111111111:role/path/somebody"],
    ["aws:principalarn", "s3:GetObject", { call: root }, "arn:aws:iam::111111111111:root"],
    ["aws:PrincipalArn", "s3:GetObject", { call: anonymous }, "absent"],
    ["aws:PrincipalAccount", "s3:GetObject", {}, "111111111111"],
    ["ses:FromAddress", "ses:SendEmail", { input: { FromEmailAddress: "a@b.example" } }, "a@b.example"],
    ["ses:FromAddress", "ses:SendEmail", {}, "absent"],
    ["aws:PrincipalOrgID", "s3:GetObject", {}, "o-1"],
    ["aws:PrincipalOrgID", "s3:GetObject", { call: anonymous }, "absent"],
    ["aws:PrincipalOrgPaths", "s3:GetObject", {}, ["o-1/r-1/ou-1/"]],
    ["aws:PrincipalTag/team", "s3:GetObject", {}, "orders"],
    ["aws:PrincipalTag/other", "s3:GetObject", {}, "absent"],
    ["aws:PrincipalType", "s3:GetObject", { call: root }, "Account"],
    ["aws:PrincipalIsAWSService", "s3:GetObject", {}, "false"],
    ["aws:MultiFactorAuthPresent", "s3:GetObject", {}, "false"],
    ["aws:MultiFactorAuthPresent", "s3:GetObject", { call: root }, "absent"],
    ["aws:SourceAccount", "s3:GetObject", {}, "absent"],
    [
      "lambda:SourceFunctionArn",
      "dynamodb:PutItem",
      { call: handler },
      "arn:aws:lambda:eu-west-1:111111111111:function:fn",
    ],
    ["lambda:SourceFunctionArn", "dynamodb:PutItem", {}, "absent"],
    ["aws:RequestedRegion", "dynamodb:ListTables", {}, "eu-west-1"],
    ["aws:RequestedRegion", "iam:GetRole", {}, "us-east-1"],
    ["aws:SecureTransport", "s3:GetObject", {}, "true"],
    ["aws:SourceIp", "s3:GetObject", {}, "unknown"],
    ["aws:SourceVpce", "s3:GetObject", {}, "unknown"],
    ["aws:ResourceAccount", "s3:GetObject", {}, "111111111111"],
    ["aws:ResourceOrgID", "s3:GetObject", { resource: "arn:aws:sqs:eu-west-1:333333333333:q" }, "absent"],
    ["aws:ResourceOrgID", "s3:GetObject", {}, "o-1"],
    ["aws:RequestTag/stage", "dynamodb:CreateTable", { input: tags }, "prod"],
    ["aws:RequestTag/Stage", "dynamodb:PutItem", { input: tags }, "absent"],
    ["aws:TagKeys", "dynamodb:CreateTable", { input: tags }, ["Stage"]],
    ["aws:TagKeys", "dynamodb:CreateTable", {}, "absent"],
    ["aws:TagKeys", "dynamodb:UntagResource", { input: { TagKeys: ["a", "b"] } }, ["a", "b"]],
    ["aws:ResourceTag/a", "dynamodb:PutItem", {}, "unknown"],
    ["aws:RequestTag/Stage", "lambda:CreateFunction", { input: { Tags: { Stage: "dev" } } }, "dev"],
    [
      "aws:RequestTag/Stage",
      "ec2:CreateVpc",
      { input: { TagSpecifications: [{ ResourceType: "vpc", ...tags }] } },
      "prod",
    ],
    ["ec2:InstanceType", "ec2:RunInstances", { input: { InstanceType: "t3.micro" } }, "t3.micro"],
    ["ec2:InstanceType", "ec2:CreateVpc", { input: { InstanceType: "t3.micro" } }, "absent"],
    ["ec2:InstanceType", "ec2:RunInstances", { isRead: false }, "unknown"],
    [
      "ec2:MetadataHttpTokens",
      "ec2:RunInstances",
      { input: { MetadataOptions: { HttpTokens: "optional" } } },
      "optional",
    ],
    ["ec2:MetadataHttpTokens", "ec2:RunInstances", {}, "absent"],
    [
      "ec2:Attribute/InstanceType",
      "ec2:ModifyInstanceAttribute",
      { input: { InstanceType: { Value: "m5.large" } } },
      "m5.large",
    ],
    ["ec2:Encrypted", "ec2:CreateVolume", {}, "true"],
    ["ec2:Encrypted", "ec2:CreateVolume", { call: { region: "eu-west-2" } }, "false"],
    ["ec2:Owner", "ec2:RunInstances", {}, "unknown"],
    ["ec2:Owner", "ec2:RunInstances", { resource: made("instance") }, "absent"],
    ["ec2:InstanceType", "ec2:RunInstances", { input: micro, resource: made("instance") }, "t3.micro"],
    ["ec2:InstanceType", "ec2:RunInstances", { input: micro, resource: made("volume") }, "absent"],
    [
      "ec2:InstanceType",
      "ec2:RunInstances",
      { input: { LaunchTemplate: { LaunchTemplateName: "t" } }, resource: made("instance") },
      "unknown",
    ],
    [
      "ec2:InstanceMarketType",
      "ec2:TerminateInstances",
      { input: { InstanceIds: ["i-0a1b2c3d"] }, resource: "arn:aws:ec2:eu-west-1:111111111111:instance/i-0a1b2c3d" },
      "unknown",
    ],
    ["ec2:InstanceMarketType", "ec2:RunInstances", { input: micro, resource: made("instance") }, "on-demand"],
    ["ec2:VolumeSize", "ec2:RunInstances", { input: micro, resource: made("volume") }, "unknown"],
    ["ec2:VolumeSize", "ec2:CreateVolume", { input: { Size: 8 }, resource: made("volume") }, "8"],
    ["ec2:CreateAction", "ec2:CreateTags", { call: { operation: "CreateVpc" } }, "CreateVpc"],
    ["ec2:CreateAction", "ec2:CreateTags", {}, "absent"],
    [
      "iam:PassedToService",
      "iam:PassRole",
      { call: { service: "lambda", operation: "CreateFunction" } },
      "lambda.amazonaws.com",
    ],
    ["iam:PermissionsBoundary", "iam:CreateRole", { input: { RoleName: "somebody" } }, "absent"],
    ["iam:PermissionsBoundary", "iam:CreateRole", { input: { PermissionsBoundary: "arn:p" } }, "arn:p"],
    [
      "iam:PermissionsBoundary",
      "iam:PutRolePolicy",
      { input: { RoleName: "somebody" } },
      "arn:aws:iam::111111111111:policy/b",
    ],
    [
      "kms:ResourceAliases",
      "kms:DisableKey",
      { resource: "arn:aws:kms:eu-west-1:111111111111:key/1234" },
      ["alias/logs"],
    ],
    ["kms:ResourceAliases", "kms:DisableKey", { resource: "arn:aws:kms:eu-west-1:111111111111:key/9" }, "absent"],
    ["kms:ResourceAliases", "kms:Encrypt", { input: { KeyId: "alias/logs" } }, ["alias/logs"]],
    [
      "kms:ScheduleKeyDeletionPendingWindowInDays",
      "kms:ScheduleKeyDeletion",
      { input: { PendingWindowInDays: 7 } },
      "7",
    ],
    ["kms:ScheduleKeyDeletionPendingWindowInDays", "kms:ScheduleKeyDeletion", {}, "30"],
    ["events:source", "events:PutEvents", { input: { Entries: [{ Source: "orders" }] } }, ["orders"]],
    ["events:detail-type", "events:PutEvents", { input: { Entries: [{ DetailType: "Sent" }] } }, ["Sent"]],
    ["lambda:FunctionUrlAuthType", "lambda:CreateFunctionUrlConfig", { input: { AuthType: "NONE" } }, "NONE"],
    ["lambda:VpcIds", "lambda:CreateFunction", { input: { VpcConfig: { SubnetIds: ["subnet-1"] } } }, "unknown"],
    ["lambda:VpcIds", "lambda:CreateFunction", {}, "absent"],
    ["ram:RequestedAllowsExternalPrincipals", "ram:CreateResourceShare", {}, "true"],
    ["ram:AllowsExternalPrincipals", "ram:AssociateResourceShare", { input: { resourceShareArn: "arn:open" } }, "true"],
    [
      "ram:RequestedResourceType",
      "ram:CreateResourceShare",
      { input: { resourceArns: ["arn:aws:ec2:r:a:transit-gateway/t"] } },
      ["ec2:TransitGateway"],
    ],
    ["s3:x-amz-acl", "s3:PutObject", { call: { headers: { "x-amz-acl": "private" } } }, "private"],
    ["s3:x-amz-acl", "s3:PutObject", {}, "absent"],
    ["s3:prefix", "s3:ListBucket", { call: { path: "/b?prefix=a" } }, "a"],
    ["s3:ExistingObjectTag/a", "s3:GetObject", {}, "unknown"],
  ])("%s of %s %j is %j", async (name, action, given, expected) => {
    expect(await key(name, action, given)).toEqual(expected);
  });

  test("of a web identity are its token's claims", async () => {
    const claims = { iss: "https://token.example.com", aud: "sts.amazonaws.com", sub: "repo:acme/orders:ref" };
    const token = ["", Buffer.from(JSON.stringify(claims)).toString("base64url"), ""].join(".");
    const body = Buffer.from(
      new URLSearchParams({ WebIdentityToken: token, RoleArn: "arn:aws:iam::111111111111:role/r" }).toString(),
    );
    const given: Case = { call: { ...anonymous, body } };
    expect(await key("token.example.com:sub", "sts:AssumeRoleWithWebIdentity", given)).toBe("repo:acme/orders:ref");
    expect(await key("other.example.com:sub", "sts:AssumeRoleWithWebIdentity", given)).toBe("absent");
  });
});
