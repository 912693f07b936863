import { describe, expect, test } from "@jest/globals";
import { needsOf, possibleActions } from "../../../rehearsal/authorize/actions/needs-of";
import type { Members } from "../../../rehearsal/fill/shape";
import { callOf } from "./call";

const needs = (
  service: string,
  operation: string,
  input: Members,
  more: Parameters<typeof callOf>[2] = {},
): readonly string[] =>
  needsOf(callOf(service, operation, more), input, (id) =>
    id === "tgw-0a1b2c3d4e5f60718" ? "222222222222" : undefined,
  ).map(({ action, resource }) => `${action} ${resource ?? "?"}`);

const here = "eu-west-1:111111111111";
const role = "arn:aws:iam::111111111111:role/service/handler";

/** Sources: Service Authorization Reference, the resource types of each action. */
describe("what a call needs", () => {
  test.each<readonly [string, string, Members, readonly string[]]>([
    ["dynamodb", "PutItem", { TableName: "orders" }, [`dynamodb:PutItem arn:aws:dynamodb:${here}:table/orders`]],
    [
      "dynamodb",
      "TransactWriteItems",
      { TransactItems: [{ Put: { TableName: "a" } }, { Delete: { TableName: "b" } }] },
      [`dynamodb:DeleteItem arn:aws:dynamodb:${here}:table/b`, `dynamodb:PutItem arn:aws:dynamodb:${here}:table/a`],
    ],
    [
      "dynamodb",
      "ExecuteStatement",
      { Statement: 'SELECT * FROM "orders" WHERE pk = ?' },
      [`dynamodb:PartiQLSelect arn:aws:dynamodb:${here}:table/orders`],
    ],
    [
      "dynamodb",
      "BatchWriteItem",
      { RequestItems: { a: [{ DeleteRequest: { Key: {} } }], [`arn:aws:dynamodb:${here}:table/b`]: [] } },
      [
        `dynamodb:BatchWriteItem arn:aws:dynamodb:${here}:table/a`,
        `dynamodb:BatchWriteItem arn:aws:dynamodb:${here}:table/b`,
      ],
    ],
    ["dynamodb", "BatchGetItem", {}, ["dynamodb:BatchGetItem ?"]],
    [
      "dynamodb",
      "TransactGetItems",
      { TransactItems: [{ Get: { TableName: "a" } }] },
      [`dynamodb:GetItem arn:aws:dynamodb:${here}:table/a`],
    ],
    [
      "dynamodb",
      "PutItem",
      { TableName: "orders", Item: { of: { S: `arn:aws:dynamodb:${here}:table/other` } } },
      [`dynamodb:PutItem arn:aws:dynamodb:${here}:table/orders`],
    ],
    [
      "route53resolver",
      "AssociateFirewallRuleGroup",
      { FirewallRuleGroupId: "rslvr-frg-1", VpcId: "vpc-0a1b2c3d4e5f60718" },
      [`route53resolver:AssociateFirewallRuleGroup arn:aws:route53resolver:${here}:firewall-rule-group-association/*`],
    ],
    [
      "route53resolver",
      "GetResolverRule",
      { ResolverRuleId: "rslvr-rr-1" },
      [`route53resolver:GetResolverRule arn:aws:route53resolver:${here}:resolver-rule/rslvr-rr-1`],
    ],
    [
      "sns",
      "Publish",
      { TopicArn: `arn:aws:sns:${here}:t`, Message: `arn:aws:sns:${here}:other` },
      [`sns:Publish arn:aws:sns:${here}:t`],
    ],
    [
      "events",
      "PutEvents",
      { Entries: [{ EventBusName: "b" }] },
      [`events:PutEvents arn:aws:events:${here}:event-bus/b`],
    ],
    ["events", "PutEvents", { Entries: [{}] }, [`events:PutEvents arn:aws:events:${here}:event-bus/default`]],
    [
      "ec2",
      "DeleteVpc",
      { VpcId: "vpc-0a1b2c3d", TagSpecifications: [{ Tags: [{ Key: "of", Value: "vpc-0a1b2c3e" }] }] },
      [`ec2:DeleteVpc arn:aws:ec2:${here}:vpc/vpc-0a1b2c3d`],
    ],
    ["ec2", "CreateVpc", { CidrBlock: "10.0.0.0/16" }, [`ec2:CreateVpc arn:aws:ec2:${here}:vpc/*`]],
    [
      "ec2",
      "AttachInternetGateway",
      { InternetGatewayId: "igw-0a1b2c3d", VpcId: "vpc-0a1b2c3d" },
      [
        `ec2:AttachInternetGateway arn:aws:ec2:${here}:internet-gateway/igw-0a1b2c3d`,
        `ec2:AttachInternetGateway arn:aws:ec2:${here}:vpc/vpc-0a1b2c3d`,
      ],
    ],
    [
      "ec2",
      "CreateTransitGatewayVpcAttachment",
      { TransitGatewayId: "tgw-0a1b2c3d4e5f60718" },
      [
        "ec2:CreateTransitGatewayVpcAttachment arn:aws:ec2:eu-west-1:222222222222:transit-gateway/tgw-0a1b2c3d4e5f60718",
        `ec2:CreateTransitGatewayVpcAttachment arn:aws:ec2:${here}:transit-gateway-attachment/*`,
      ],
    ],
    [
      "ec2",
      "RunInstances",
      { ImageId: "ami-0a1b2c3d", SubnetId: "subnet-0a1b2c3d" },
      [
        "ec2:RunInstances arn:aws:ec2:eu-west-1::image/ami-0a1b2c3d",
        `ec2:RunInstances arn:aws:ec2:${here}:subnet/subnet-0a1b2c3d`,
        `ec2:RunInstances arn:aws:ec2:${here}:instance/*`,
        `ec2:RunInstances arn:aws:ec2:${here}:network-interface/*`,
        `ec2:RunInstances arn:aws:ec2:${here}:volume/*`,
      ],
    ],
    ["ec2", "DescribeVpcs", { VpcIds: ["vpc-0a1b2c3d"] }, ["ec2:DescribeVpcs *"]],
    [
      "iam",
      "CreateRole",
      { RoleName: "a", Path: "/service/" },
      ["iam:CreateRole arn:aws:iam::111111111111:role/service/a"],
    ],
    ["iam", "DeleteRole", { RoleName: "a" }, ["iam:DeleteRole arn:aws:iam::111111111111:role/a"]],
    [
      "lambda",
      "CreateFunction",
      { FunctionName: "f", Role: role },
      [`lambda:CreateFunction arn:aws:lambda:${here}:function:f`, `iam:PassRole ${role}`],
    ],
    [
      "ec2",
      "CreateNatGateway",
      {
        SubnetId: "subnet-0a1b2c3d",
        TagSpecifications: [{ ResourceType: "natgateway", Tags: [{ Key: "a", Value: "b" }] }],
      },
      [
        `ec2:CreateNatGateway arn:aws:ec2:${here}:subnet/subnet-0a1b2c3d`,
        `ec2:CreateNatGateway arn:aws:ec2:${here}:natgateway/*`,
        `ec2:CreateTags arn:aws:ec2:${here}:natgateway/*`,
      ],
    ],
    [
      "iam",
      "CreateRole",
      { RoleName: "a", Tags: [{ Key: "a", Value: "b" }] },
      ["iam:CreateRole arn:aws:iam::111111111111:role/a", "iam:TagRole arn:aws:iam::111111111111:role/a"],
    ],
    [
      "iam",
      "AddRoleToInstanceProfile",
      { RoleName: "a", InstanceProfileName: "p" },
      [
        "iam:AddRoleToInstanceProfile arn:aws:iam::111111111111:instance-profile/p",
        "iam:PassRole arn:aws:iam::111111111111:role/a",
      ],
    ],
    [
      "ec2",
      "AssociateIamInstanceProfile",
      { InstanceId: "i-0a1b2c3d", IamInstanceProfile: { Name: "p" } },
      [`ec2:AssociateIamInstanceProfile arn:aws:ec2:${here}:instance/i-0a1b2c3d`, "iam:PassRole ?"],
    ],
    ["kms", "DisableKey", { KeyId: "1234" }, [`kms:DisableKey arn:aws:kms:${here}:key/1234`]],
    ["kms", "Encrypt", { KeyId: "alias/logs" }, [`kms:Encrypt arn:aws:kms:${here}:key/*`]],
    [
      "kms",
      "ReEncrypt",
      { SourceKeyId: "1", DestinationKeyId: "2" },
      [`kms:ReEncryptFrom arn:aws:kms:${here}:key/1`, `kms:ReEncryptTo arn:aws:kms:${here}:key/2`],
    ],
    [
      "secretsmanager",
      "GetSecretValue",
      { SecretId: "s" },
      [`secretsmanager:GetSecretValue arn:aws:secretsmanager:${here}:secret:s-??????`],
    ],
    [
      "sqs",
      "SendMessage",
      { QueueUrl: "http://aws.internal/111111111111/q" },
      [`sqs:SendMessage arn:aws:sqs:${here}:q`],
    ],
    [
      "sqs",
      "SendMessage",
      { QueueUrl: "http://aws.internal/222222222222/q", MessageBody: `arn:aws:sqs:${here}:other` },
      ["sqs:SendMessage arn:aws:sqs:eu-west-1:222222222222:q"],
    ],
    [
      "ssm",
      "GetParameters",
      { Names: ["a", "b"] },
      ["a", "b"].map((name) => `ssm:GetParameters arn:aws:ssm:${here}:parameter/${name}`),
    ],
    ["glue", "BatchStopJobRun", { JobName: "j" }, [`glue:BatchStopJobRun arn:aws:glue:${here}:job/j`]],
    ["cognito-idp", "StartUserImportJob", {}, ["cognito-idp:StartUserImportJob ?"]],
    ["ssm", "GetParameter", { Name: "/a/b" }, [`ssm:GetParameter arn:aws:ssm:${here}:parameter/a/b`]],
    [
      "network-firewall",
      "CreateRuleGroup",
      { RuleGroupName: "domains", Type: "STATEFUL", Capacity: 100 },
      [`network-firewall:CreateRuleGroup arn:aws:network-firewall:${here}:stateful-rulegroup/domains`],
    ],
    [
      "network-firewall",
      "CreateFirewallPolicy",
      { FirewallPolicyName: "strict", FirewallPolicy: {} },
      [`network-firewall:CreateFirewallPolicy arn:aws:network-firewall:${here}:firewall-policy/strict`],
    ],
    [
      "network-firewall",
      "DescribeFirewall",
      { FirewallName: "inspection" },
      [`network-firewall:DescribeFirewall arn:aws:network-firewall:${here}:firewall/inspection`],
    ],
    [
      "ses",
      "SendEmail",
      { FromEmailAddress: "receipts@orders.example", ConfigurationSetName: "orders" },
      [
        `ses:SendEmail arn:aws:ses:${here}:identity/orders.example`,
        `ses:SendEmail arn:aws:ses:${here}:configuration-set/orders`,
      ],
    ],
    [
      "ses",
      "CreateEmailIdentity",
      { EmailIdentity: "orders.example" },
      [`ses:CreateEmailIdentity arn:aws:ses:${here}:identity/orders.example`],
    ],
    [
      "firehose",
      "PutRecordBatch",
      { DeliveryStreamName: "orders-lines", Records: [] },
      [`firehose:PutRecordBatch arn:aws:firehose:${here}:deliverystream/orders-lines`],
    ],
    ["sts", "AssumeRole", { RoleArn: role }, [`sts:AssumeRole ${role}`]],
    ["sts", "GetCallerIdentity", {}, []],
    ["detective", "DeleteMembers", { AccountIds: [] }, ["detective:DeleteMembers ?"]],
  ])("%s %s %j", (service, operation, input, expected) => {
    expect(needs(service, operation, input)).toEqual(expected);
  });

  test.each<readonly [string, string, string, Record<string, string>, readonly string[]]>([
    ["s3", "ListBuckets", "/", {}, ["s3:ListAllMyBuckets *"]],
    ["s3", "ListObjectsV2", "/b?list-type=2", {}, ["s3:ListBucket arn:aws:s3:::b"]],
    ["s3", "GetObject", "/b/k%20k?versionId=1", {}, ["s3:GetObjectVersion arn:aws:s3:::b/k k"]],
    [
      "s3",
      "DeleteObject",
      "/b/k",
      { "x-amz-bypass-governance-retention": "true" },
      ["s3:DeleteObject arn:aws:s3:::b/k", "s3:BypassGovernanceRetention arn:aws:s3:::b/k"],
    ],
    [
      "s3",
      "PutObject",
      "/b/k",
      { "x-amz-grant-read": "uri=http://acs.amazonaws.com/groups/global/AllUsers" },
      ["s3:PutObject arn:aws:s3:::b/k", "s3:PutObjectAcl arn:aws:s3:::b/k"],
    ],
    [
      "s3",
      "CopyObject",
      "/b/k",
      { "x-amz-copy-source": "/from/key" },
      ["s3:PutObject arn:aws:s3:::b/k", "s3:GetObject arn:aws:s3:::from/key"],
    ],
    [
      "apigateway",
      "CreateStage",
      "/v2/apis/a/stages",
      {},
      ["apigateway:POST arn:aws:apigateway:eu-west-1::/apis/a/stages"],
    ],
    [
      "apigateway",
      "GetResources",
      "/restapis/a/resources",
      {},
      ["apigateway:POST arn:aws:apigateway:eu-west-1::/restapis/a/resources"],
    ],
  ])("%s %s %s", (service, operation, path, headers, expected) => {
    expect(needs(service, operation, {}, { path, headers })).toEqual(expected);
  });

  test("of objects nobody can read the names of is unknown", () => {
    const body = Buffer.from("<Delete></Delete>");
    expect(needs("s3", "DeleteObjects", {}, { path: "/b?delete", body })).toEqual(["s3:DeleteObject ?"]);
  });

  test("of a patch of API Gateway's account: the role it sets", () => {
    const input = { patchOperations: [{ op: "replace", path: "/cloudwatchRoleArn", value: role }] };
    expect(needs("apigateway", "UpdateAccount", input, { path: "/account", method: "PATCH" })).toEqual([
      "apigateway:PATCH arn:aws:apigateway:eu-west-1::/account",
      `iam:PassRole ${role}`,
    ]);
  });

  test("that may tag is known before its input is read", () => {
    expect(possibleActions(callOf("ec2", "CreateVpc"))).toEqual(["ec2:CreateVpc", "ec2:CreateTags"]);
    expect(possibleActions(callOf("ec2", "CreateTags"))).toEqual(["ec2:CreateTags"]);
    expect(possibleActions(callOf("ec2", "DescribeVpcs"))).toEqual(["ec2:DescribeVpcs"]);
  });

  test("of DeleteObjects: each object", () => {
    const body = Buffer.from(
      '<Delete><Object xmlns="x"><Key>a</Key></Object><Object><Key>b&amp;c</Key><VersionId>1</VersionId></Object></Delete>',
    );
    expect(needs("s3", "DeleteObjects", {}, { path: "/b?delete", body })).toEqual([
      "s3:DeleteObject arn:aws:s3:::b/a",
      "s3:DeleteObjectVersion arn:aws:s3:::b/b&c",
    ]);
  });
});
