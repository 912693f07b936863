import { CloudTrailClient, StopLoggingCommand } from "@aws-sdk/client-cloudtrail";
import { CreateTableCommand, DeleteItemCommand, DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { CreateInternetGatewayCommand, CreateVpcCommand, EC2Client, RunInstancesCommand } from "@aws-sdk/client-ec2";
import {
  CreateRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  IAMClient,
  PutRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { CreateKeyCommand, KMSClient, ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import {
  AttachPolicyCommand,
  CreateOrganizationCommand,
  CreatePolicyCommand,
  DetachPolicyCommand,
  EnablePolicyTypeCommand,
  ListRootsCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { CreateBucketCommand, PutBucketAclCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { clientOptions, region, type StartedAws, startForTest } from "../gateway/start";
import { createAccount } from "../gateway/create-account";
import { type Keys, roleArn, sessionOf } from "../gateway/session";

interface Organization {
  readonly aws: StartedAws;
  readonly client: OrganizationsClient;
  readonly root: string;
  readonly member: string;
  readonly keys: ReturnType<typeof clientOptions>;
  readonly policy: string;
}

const guardrail = {
  Version: "2012-10-17",
  Statement: [
    { Sid: "NoInternetGateway", Effect: "Deny", Action: "ec2:CreateInternetGateway", Resource: "*" },
    {
      Sid: "OnlySmall",
      Effect: "Deny",
      Action: "ec2:RunInstances",
      Resource: "arn:aws:ec2:*:*:instance/*",
      Condition: { StringNotEquals: { "ec2:InstanceType": ["t3.micro"] } },
    },
    {
      Sid: "OneTable",
      Effect: "Deny",
      Action: "dynamodb:CreateTable",
      NotResource: "arn:aws:dynamodb:*:*:table/allowed-*",
    },
    { Sid: "NoAcl", Effect: "Deny", Action: "s3:PutBucketAcl", Resource: "arn:aws:s3:::*" },
    {
      Sid: "BoundaryRequired",
      Effect: "Deny",
      Action: "iam:CreateRole",
      Resource: "*",
      Condition: {
        Null: { "iam:PermissionsBoundary": "true" },
        ArnNotLike: { "aws:PrincipalArn": roleArn("*", "boss") },
      },
    },
    {
      Sid: "LongGoodbye",
      Effect: "Deny",
      Action: "kms:ScheduleKeyDeletion",
      Resource: "*",
      Condition: { NumericLessThan: { "kms:ScheduleKeyDeletionPendingWindowInDays": "30" } },
    },
    { Sid: "NoStop", Effect: "Deny", Action: "cloudtrail:StopLogging", Resource: "arn:aws:cloudtrail:*:*:trail/org" },
    {
      Sid: "FromHome",
      Effect: "Deny",
      Action: "ec2:CreateVpc",
      Resource: "*",
      Condition: { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } },
    },
  ],
};

async function organization(enforcesPolicies: boolean): Promise<Organization> {
  const aws = await startForTest({ enforcesPolicies });
  const client = new OrganizationsClient(clientOptions(aws));
  await client.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
  const root = (await client.send(new ListRootsCommand({}))).Roots?.[0]?.Id ?? "";
  await client.send(new EnablePolicyTypeCommand({ RootId: root, PolicyType: "SERVICE_CONTROL_POLICY" }));
  const member = await createAccount(client, "bound");
  const created = await client.send(
    new CreatePolicyCommand({
      Name: "guardrail",
      Description: "a guardrail",
      Type: "SERVICE_CONTROL_POLICY",
      Content: JSON.stringify(guardrail),
    }),
  );
  const policy = created.Policy?.PolicySummary?.Id ?? "";
  await client.send(new AttachPolicyCommand({ PolicyId: policy, TargetId: root }));
  return { aws, client, root, member, policy, keys: await sessionOf(aws, member, "landfall-platform") };
}

const table = (name: string): CreateTableCommand =>
  new CreateTableCommand({
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
  });
const role = (name: string, boundary?: string): CreateRoleCommand =>
  new CreateRoleCommand({
    RoleName: name,
    AssumeRolePolicyDocument: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
    }),
    ...(boundary === undefined ? {} : { PermissionsBoundary: boundary }),
  });
const launch = (type: "t3.micro" | "m5.large"): RunInstancesCommand =>
  new RunInstancesCommand({ ImageId: "ami-12c6146b", InstanceType: type, MinCount: 1, MaxCount: 1 });

async function keyDeletion(keys: Keys, days: number): Promise<unknown> {
  const kms = new KMSClient(keys);
  const { KeyMetadata: key } = await kms.send(new CreateKeyCommand({}));
  return kms.send(new ScheduleKeyDeletionCommand({ KeyId: key?.KeyId, PendingWindowInDays: days }));
}

async function bucketAcl(keys: Keys): Promise<unknown> {
  const s3 = new S3Client({ ...keys, forcePathStyle: true });
  const location = { CreateBucketConfiguration: { LocationConstraint: region } } as const;
  await s3.send(new CreateBucketCommand({ Bucket: "acl-of-mine", ObjectOwnership: "ObjectWriter", ...location }));
  return s3.send(new PutBucketAclCommand({ Bucket: "acl-of-mine", ACL: "private" }));
}

interface Attack {
  readonly what: string;
  readonly act: (keys: Keys) => Promise<unknown>;
  /** Error name as the SDK reads it, and the statement that denies. */
  readonly refused?: { readonly name: string; readonly statement: string; readonly words: string };
}

const attacks: readonly Attack[] = [
  {
    what: "an internet gateway, as EC2 words it",
    act: (keys) => new EC2Client(keys).send(new CreateInternetGatewayCommand({})),
    refused: {
      name: "UnauthorizedOperation",
      statement: "NoInternetGateway",
      words: "You are not authorized to perform this operation. User: arn:aws:sts::",
    },
  },
  {
    what: "a big machine",
    act: (keys) => new EC2Client(keys).send(launch("m5.large")),
    refused: { name: "UnauthorizedOperation", statement: "OnlySmall", words: ":instance/* with an explicit deny" },
  },
  { what: "a small machine", act: (keys) => new EC2Client(keys).send(launch("t3.micro")) },
  {
    what: "a table by another name, in JSON",
    act: (keys) => new DynamoDBClient(keys).send(table("other")),
    refused: { name: "AccessDeniedException", statement: "OneTable", words: ":table/other with an explicit deny" },
  },
  { what: "a table by an allowed name", act: (keys) => new DynamoDBClient(keys).send(table("allowed-1")) },
  {
    what: "a bucket's ACL, in XML",
    act: bucketAcl,
    refused: { name: "AccessDenied", statement: "NoAcl", words: "arn:aws:s3:::acl-of-mine with an explicit deny" },
  },
  {
    what: "a role without a boundary, in the query protocol",
    act: (keys) => new IAMClient(keys).send(role("free")),
    refused: { name: "AccessDenied", statement: "BoundaryRequired", words: ":role/free with an explicit deny" },
  },
  {
    what: "a role with a boundary",
    act: (keys) => new IAMClient(keys).send(role("fenced", "arn:aws:iam::aws:policy/ReadOnlyAccess")),
  },
  {
    what: "a key that goes in a week",
    act: (keys) => keyDeletion(keys, 7),
    refused: { name: "AccessDeniedException", statement: "LongGoodbye", words: ":key/" },
  },
  { what: "a key that goes in a month", act: (keys) => keyDeletion(keys, 30) },
  {
    what: "the trail stopped",
    act: (keys) => new CloudTrailClient(keys).send(new StopLoggingCommand({ Name: "org" })),
    refused: { name: "AccessDeniedException", statement: "NoStop", words: ":trail/org with an explicit deny" },
  },
];

let org: Organization;
beforeAll(async () => void (org = await organization(true)), 360_000);
afterAll(() => org?.aws.close());

describe("policies of the organisation", () => {
  test.each(attacks)("decide a member's call: $what", async ({ act, refused }) => {
    if (refused === undefined) return void (await act(org.keys));
    const failure = await act(org.keys).then(
      () => new Error("was let through"),
      (error: Error) => error,
    );
    expect(failure.name).toBe(refused.name);
    expect(failure.message).toContain(refused.words);
    expect(failure.message).toContain(`/service_control_policy/${org.policy}`);
    expect(org.aws.record.calls().at(-1)?.authorization).toMatchObject({
      verdict: "denied",
      policy: org.policy,
      statement: refused.statement,
    });
  });

  test("do not bind the management account", async () => {
    await new EC2Client(clientOptions(org.aws)).send(new CreateInternetGatewayCommand({}));
  });

  test("say nothing of a call that needs no permission", async () => {
    expect((await new STSClient(org.keys).send(new GetCallerIdentityCommand({}))).Account).toBe(org.member);
  });

  test("leave a call undecided, and let it through, when it does not show the key the statement needs", async () => {
    await new EC2Client(org.keys).send(new CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }));
    expect(org.aws.record.calls({ operation: "CreateVpc" }).at(-1)?.authorization).toEqual({
      verdict: "undecided",
      action: "ec2:CreateVpc",
      resource: `arn:aws:ec2:${region}:${org.member}:vpc/*`,
      needs: ["aws:SourceIp"],
    });
  });

  test("leave a request undecided that says two operations, and read what a URL says of one", async () => {
    const send = async (query: string, body: string): Promise<Response> => {
      const scope = `${org.keys.credentials.accessKeyId}/20260101/${region}/ec2/aws4_request`;
      const headers = {
        authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
        "content-type": "application/x-www-form-urlencoded",
      };
      return fetch(`${org.keys.endpoint}/?${query}`, { method: "POST", headers, body });
    };
    await send("Action=DescribeVpcs", "Action=DescribeSubnets");
    expect(org.aws.record.calls({ service: "ec2" }).at(-1)?.authorization).toMatchObject({ needs: ["operation"] });
    const launched = await send("Action=RunInstances&InstanceType=m5.large&ImageId=ami-12c6146b", "");
    expect(await launched.text()).toContain("UnauthorizedOperation");
    expect(org.aws.record.calls({ service: "ec2" }).at(-1)?.authorization?.statement).toBe("OnlySmall");
  });

  test("do not bind service-linked roles, known by their path", async () => {
    const open = async (name: string, path: string): Promise<unknown> => {
      const iam = new IAMClient(org.keys);
      const boundary = "arn:aws:iam::aws:policy/AdministratorAccess";
      await iam.send(new CreateRoleCommand({ ...role(name, boundary).input, Path: path }));
      const statement = { Effect: "Allow", Action: "ec2:*", Resource: "*" };
      const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
      await iam.send(new PutRolePolicyCommand({ RoleName: name, PolicyName: "all", PolicyDocument }));
      const token = `landfall:${Buffer.from(`${roleArn(org.member, name)} fn`).toString("base64")}`;
      return new EC2Client(clientOptions(org.aws, org.member, "test", token)).send(
        new CreateInternetGatewayCommand({}),
      );
    };
    await open("AWSServiceRoleForTest", "/aws-service-role/test.amazonaws.com/");
    await expect(open("AWSServiceRoleForNobody", "/")).rejects.toMatchObject({ name: "UnauthorizedOperation" });
  });

  test("of resources bind whoever calls, the management account too, and spare it its own resources", async () => {
    await org.client.send(new EnablePolicyTypeCommand({ RootId: org.root, PolicyType: "RESOURCE_CONTROL_POLICY" }));
    const statement = {
      ...{ Sid: "OwnAlone", Effect: "Deny", Principal: "*", Action: "s3:PutObject", Resource: "*" },
      Condition: { StringNotEquals: { "aws:PrincipalAccount": org.member } },
    };
    const { Policy: policy } = await org.client.send(
      new CreatePolicyCommand({
        ...{ Name: "perimeter", Description: "a perimeter", Type: "RESOURCE_CONTROL_POLICY" },
        Content: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
      }),
    );
    await org.client.send(new AttachPolicyCommand({ PolicyId: policy?.PolicySummary?.Id, TargetId: org.root }));
    const put = async (keys: Keys, bucket: string, by: Keys): Promise<unknown> => {
      const location = { CreateBucketConfiguration: { LocationConstraint: region } } as const;
      await new S3Client({ ...keys, forcePathStyle: true }).send(
        new CreateBucketCommand({ Bucket: bucket, ...location }),
      );
      return new S3Client({ ...by, forcePathStyle: true }).send(
        new PutObjectCommand({ Bucket: bucket, Key: "k", Body: "text" }),
      );
    };
    const management = clientOptions(org.aws);
    await put(org.keys, "of-the-member", org.keys);
    await put(management, "of-the-management", management);
    await expect(put(org.keys, "of-the-member-too", management)).rejects.toMatchObject({
      name: "AccessDenied",
      message: expect.stringContaining("with an explicit deny in a resource control policy: arn:aws:organizations::"),
    });
  });

  test("are those of now: a detached policy binds nobody, nothing attached allows nothing", async () => {
    const target = { PolicyId: org.policy, TargetId: org.root };
    const ec2 = new EC2Client(org.keys);
    await org.client.send(new DetachPolicyCommand(target));
    await ec2.send(new CreateInternetGatewayCommand({}));
    await org.client.send(new AttachPolicyCommand(target));
    await expect(ec2.send(new CreateInternetGatewayCommand({}))).rejects.toMatchObject({
      name: "UnauthorizedOperation",
    });
    await org.client.send(new DetachPolicyCommand({ PolicyId: "p-FullAWSAccess", TargetId: org.root }));
    await expect(new DynamoDBClient(org.keys).send(table("allowed-2"))).rejects.toMatchObject({
      message: expect.stringContaining("because no service control policy allows the dynamodb:CreateTable action"),
    });
    await org.client.send(new AttachPolicyCommand({ PolicyId: "p-FullAWSAccess", TargetId: org.root }));
  });
});

describe("policies of a function's role", () => {
  let handler: Keys;
  beforeAll(async () => {
    await new IAMClient(org.keys).send(role("handler", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
    await grant("dynamodb:GetItem", "dynamodb:PutItem");
    const token = `landfall:${Buffer.from(`${roleArn(org.member, "handler")} fn`).toString("base64")}`;
    handler = clientOptions(org.aws, org.member, "test", token);
    await new DynamoDBClient(org.keys).send(table("allowed-items"));
  });

  const grant = (...actions: readonly string[]): Promise<unknown> => {
    const statement = { Effect: "Allow", Action: actions, Resource: "arn:aws:dynamodb:*:*:table/allowed-items" };
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    return new IAMClient(org.keys).send(
      new PutRolePolicyCommand({ RoleName: "handler", PolicyName: "items", PolicyDocument }),
    );
  };
  const key = { TableName: "allowed-items", Key: { pk: { S: "a" } } };

  test("let it do what they allow", async () => {
    await new DynamoDBClient(handler).send(new GetItemCommand(key));
  });

  test("bind the presigned URLs it makes", async () => {
    const { accessKeyId, sessionToken = "" } = handler.credentials;
    const query = new URLSearchParams({
      "X-Amz-Credential": `${accessKeyId}/20260101/${region}/s3/aws4_request`,
      "X-Amz-Security-Token": sessionToken,
    });
    await fetch(`${handler.endpoint}/nobodys/k?${query.toString()}`);
    expect(org.aws.record.calls({ service: "s3" }).at(-1)?.principal).toMatch(/:assumed-role\/handler\/fn$/);
  });

  test("refuse what none allows, until one does and the boundary too", async () => {
    const remove = (): Promise<unknown> => new DynamoDBClient(handler).send(new DeleteItemCommand(key));
    await expect(remove()).rejects.toMatchObject({
      name: "AccessDeniedException",
      message: expect.stringContaining("because no identity-based policy allows the dynamodb:DeleteItem action"),
    });
    await grant("dynamodb:DeleteItem");
    await expect(remove()).rejects.toMatchObject({
      message: expect.stringContaining("because no permissions boundary allows the dynamodb:DeleteItem action"),
    });
    await new IAMClient(org.keys).send(new DeleteRolePermissionsBoundaryCommand({ RoleName: "handler" }));
    await remove();
  });
});

describe("without enforcement", () => {
  let unbound: Organization;
  beforeAll(async () => void (unbound = await organization(false)), 360_000);
  afterAll(() => unbound?.aws.close());

  test.each(attacks.filter(({ refused }) => refused))("nothing refuses it: $what", async ({ act, what }) => {
    const name = await act(unbound.keys).then(
      () => "succeeded",
      (error: Error) => error.name,
    );
    expect(name).toBe(what.startsWith("the trail") ? "TrailNotFoundException" : "succeeded");
  });
});
