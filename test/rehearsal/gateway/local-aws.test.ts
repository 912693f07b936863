import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DynamoDBClient, CreateTableCommand, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import {
  AssociateTransitGatewayRouteTableCommand,
  CreateSubnetCommand,
  CreateTransitGatewayCommand,
  CreateTransitGatewayRouteTableCommand,
  CreateTransitGatewayVpcAttachmentCommand,
  CreateVpcCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import { IAMClient, CreateRoleCommand, GetRoleCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { CreateEventSourceMappingCommand, CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import {
  OrganizationsClient,
  CreateOrganizationCommand,
  DescribeOrganizationCommand,
} from "@aws-sdk/client-organizations";
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateQueueCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { CreateTrailCommand, CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import { watchedFaults } from "../../../rehearsal/faults/watched-faults";
import { pipelineToken } from "../../../rehearsal/web-identity";
import { createAccount } from "./create-account";
import { clientOptions, rawCall, region, type StartedAws, startForTest, throughProxy } from "./start";

let aws: StartedAws;
let member: string;
const faultsFile = join(mkdtempSync(join(tmpdir(), "landfall-test-")), "faults.yaml");
const facts = { accounts: [], apis: new Map(), services: [], operationsOf: () => [], accountName: () => undefined };

beforeAll(async () => {
  const file = { path: faultsFile, shown: "faults.yaml", mustExist: false };
  aws = await startForTest({ faults: () => watchedFaults(file, facts, () => {}) });
  const organizations = new OrganizationsClient(clientOptions(aws));
  await organizations.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
  member = await createAccount(organizations, "orders-dev");
}, 360_000);
afterAll(() => aws?.close());
afterAll(() => rmSync(dirname(faultsFile), { recursive: true }));

async function assume(roleArn: string, keys = clientOptions(aws)) {
  const sts = new STSClient(keys);
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: "test" }));
  return clientOptions(aws, Credentials?.AccessKeyId, Credentials?.SecretAccessKey, Credentials?.SessionToken);
}

const memberKeys = () => assume(`arn:aws:iam::${member}:role/landfall-platform`);

describe("the gateway's door", () => {
  test("refuses a proxy request without the token and forwards nothing", async () => {
    const before = aws.record.calls().length;
    const answer = await throughProxy(aws, "POST", "http://aws.internal/", { token: "wrong", body: "Action=X" });
    expect(answer.status).toBe(407);
    expect(aws.record.calls()).toHaveLength(before);
  });

  test.each(["", "/", "/wrong/", "/?Action=GetCallerIdentity"])("refuses a direct request to %j", async (path) => {
    const answer = await fetch(new URL(aws.endpointUrl).origin + path);
    expect(answer.status).toBe(403);
  });

  test("refuses a CONNECT with a reason", async () => {
    const { connect } = await import("node:net");
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(aws.endpointUrl).port), "127.0.0.1", () => {
        socket.write("CONNECT aws.internal:443 HTTP/1.1\r\nhost: aws.internal\r\n\r\n");
      });
      socket.on("data", (data) => resolve(data.toString()));
      socket.on("error", reject);
    });
    expect(text).toMatch(/^HTTP\/1\.1 405 .*CONNECT is refused/s);
  });

  test("refuses keys nobody handed out", async () => {
    const sts = new STSClient(clientOptions(aws, "AKIANOBODY"));
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toThrow("security token");
  });
});

describe("who is calling", () => {
  test("ambient keys are the management account's", async () => {
    const identity = await new STSClient(clientOptions(aws)).send(new GetCallerIdentityCommand({}));
    expect(identity.Account).toBe(aws.managementAccount);
  });

  test("an assumed role of a member account is that account's session", async () => {
    const identity = await new STSClient(await memberKeys()).send(new GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({
      Account: member,
      Arn: `arn:aws:sts::${member}:assumed-role/landfall-platform/test`,
    });
  });

  test("resources land in the account whose keys made them, in both emulators", async () => {
    const keys = await memberKeys();
    const table = await new DynamoDBClient(keys).send(
      new CreateTableCommand({
        TableName: "resolved",
        BillingMode: "PAY_PER_REQUEST",
        KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
        AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      }),
    );
    expect(table.TableDescription?.TableArn).toBe(`arn:aws:dynamodb:${region}:${member}:table/resolved`);
    const role = await new IAMClient(keys).send(new GetRoleCommand({ RoleName: "landfall-platform" }));
    expect(role.Role?.Arn).toBe(`arn:aws:iam::${member}:role/landfall-platform`);
  });

  test.each([
    ["of an account that does not exist", () => "arn:aws:iam::999999999999:role/landfall-platform"],
    ["that does not exist", () => `arn:aws:iam::${member}:role/nobody`],
  ])("a role %s cannot be assumed", async (_what, arn) => {
    await expect(assume(arn())).rejects.toMatchObject({
      name: "AccessDenied",
      message: `User: arn:aws:iam::${aws.managementAccount}:root is not authorized to perform: sts:AssumeRole on resource: ${arn()}`,
    });
  });

  test("a role that trusts another principal cannot be assumed", async () => {
    const keys = await memberKeys();
    await createRole(keys, "trusts-a-stranger", { AWS: "arn:aws:iam::111111111111:root" }, "sts:AssumeRole");
    await expect(assume(`arn:aws:iam::${member}:role/trusts-a-stranger`)).rejects.toMatchObject({
      name: "AccessDenied",
    });
  });

  test("a pipeline's web identity is held against the trust policy", async () => {
    const issuer = "token.actions.githubusercontent.com";
    const provider = `arn:aws:iam::${member}:oidc-provider/${issuer}`;
    await createRole(await memberKeys(), "landfall-service", { Federated: provider }, "sts:AssumeRoleWithWebIdentity", {
      StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com" },
      StringLike: { [`${issuer}:sub`]: "repo:acme/orders:environment:orders-dev" },
    });
    const assumeAs = (repository: string) =>
      new STSClient(clientOptions(aws)).send(
        new AssumeRoleWithWebIdentityCommand({
          RoleArn: `arn:aws:iam::${member}:role/landfall-service`,
          RoleSessionName: "pipeline",
          WebIdentityToken: pipelineToken(repository, "orders-dev"),
        }),
      );
    expect((await assumeAs("acme/orders")).AssumedRoleUser?.Arn).toBe(
      `arn:aws:sts::${member}:assumed-role/landfall-service/pipeline`,
    );
    await expect(assumeAs("evil/orders")).rejects.toMatchObject({ name: "AccessDenied" });
  });

  async function createRole(
    keys: ReturnType<typeof clientOptions>,
    name: string,
    principal: object,
    action: string,
    condition: object = {},
  ): Promise<void> {
    const statement = { Effect: "Allow", Principal: principal, Action: action, Condition: condition };
    const document = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    await new IAMClient(keys).send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: document }));
  }
});

describe("buckets", () => {
  test("belong to one account and are reached from another", async () => {
    const [owner, other] = [new S3Client(await memberKeys()), new S3Client(clientOptions(aws))];
    const location = { CreateBucketConfiguration: { LocationConstraint: region } } as const;
    await owner.send(new CreateBucketCommand({ Bucket: "one-owner", ...location }));
    await other.send(new PutObjectCommand({ Bucket: "one-owner", Key: "a/b", Body: "hello" }));
    const object = await owner.send(new GetObjectCommand({ Bucket: "one-owner", Key: "a/b" }));
    expect(await object.Body?.transformToString()).toBe("hello");
    expect(aws.record.calls({ operation: "PutObject" }).at(-1)).toMatchObject({
      account: aws.managementAccount,
      resourceAccount: member,
    });
    await expect(other.send(new CreateBucketCommand({ Bucket: "one-owner", ...location }))).rejects.toMatchObject({
      name: "BucketAlreadyExists",
    });
  });

  test("named in the host, as Terraform does, are the same buckets", async () => {
    const { status, text } = await throughProxy(aws, "GET", "http://one-owner.aws.internal/a/b", {
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/s3/aws4_request, SignedHeaders=host, Signature=0`,
      },
    });
    expect({ status, text }).toEqual({ status: 200, text: "hello" });
  });

  test("refuse a conditional write when the object is there: Terraform's lock file", async () => {
    const s3 = new S3Client(clientOptions(aws));
    const put = () =>
      s3.send(new PutObjectCommand({ Bucket: "one-owner", Key: "x.tflock", Body: "1", IfNoneMatch: "*" }));
    await put();
    await expect(put()).rejects.toMatchObject({ name: "PreconditionFailed" });
  });

  test("exist for a trail of the management account, which another emulator keeps", async () => {
    const trail = await new CloudTrailClient(clientOptions(aws)).send(
      new CreateTrailCommand({ Name: "organization", S3BucketName: "one-owner" }),
    );
    expect(trail.S3BucketName).toBe("one-owner");
  });
});

describe("another account's transit gateway", () => {
  test("takes an attachment once it is shared with the organisation, and associates it with one table only", async () => {
    const [hub, spoke] = [new EC2Client(clientOptions(aws)), new EC2Client(await memberKeys())];
    const options = { DefaultRouteTableAssociation: "disable", DefaultRouteTablePropagation: "disable" } as const;
    const { TransitGateway: gateway } = await hub.send(new CreateTransitGatewayCommand({ Options: options }));
    const { Vpc: vpc } = await spoke.send(new CreateVpcCommand({ CidrBlock: "10.9.0.0/16" }));
    const { Subnet: subnet } = await spoke.send(
      new CreateSubnetCommand({ VpcId: vpc?.VpcId, CidrBlock: "10.9.0.0/24" }),
    );
    const attach = () =>
      spoke.send(
        new CreateTransitGatewayVpcAttachmentCommand({
          TransitGatewayId: gateway?.TransitGatewayId,
          VpcId: vpc?.VpcId,
          SubnetIds: [subnet?.SubnetId ?? ""],
        }),
      );
    await expect(attach()).rejects.toMatchObject({ name: "InvalidTransitGatewayID.NotFound" });

    const { Organization: organization } = await new OrganizationsClient(clientOptions(aws)).send(
      new DescribeOrganizationCommand({}),
    );
    const share = { name: "hub", resourceArns: [gateway?.TransitGatewayArn], principals: [organization?.Arn] };
    const ram = (path: string, body: object) => rawCall(aws, { service: "ram" }, "POST", path, body);
    expect(await ram("/enablesharingwithawsorganization", {})).toMatchObject({ status: 200 });
    expect(await ram("/createresourceshare", share)).toMatchObject({ status: 200 });
    const { TransitGatewayVpcAttachment: attachment } = await attach();
    expect(attachment?.VpcOwnerId).toBe(member);

    const associate = async () => {
      const { TransitGatewayRouteTable: table } = await hub.send(
        new CreateTransitGatewayRouteTableCommand({ TransitGatewayId: gateway?.TransitGatewayId }),
      );
      const ids = { TransitGatewayRouteTableId: table?.TransitGatewayRouteTableId };
      const TransitGatewayAttachmentId = attachment?.TransitGatewayAttachmentId;
      return hub.send(new AssociateTransitGatewayRouteTableCommand({ ...ids, TransitGatewayAttachmentId }));
    };
    expect((await associate()).Association?.State).toBe("associated");
    await expect(associate()).rejects.toMatchObject({ name: "Resource.AlreadyAssociated" });
  });
});

describe("a call nothing serves", () => {
  test("fails at once, though the client retries by default, and names service, operation and account", async () => {
    const started = Date.now();
    const organizations = new OrganizationsClient(clientOptions(aws));
    const { ListInboundResponsibilityTransfersCommand } = await import("@aws-sdk/client-organizations");
    const call = organizations.send(new ListInboundResponsibilityTransfersCommand({ Type: "BILLING" }));
    await expect(call).rejects.toMatchObject({
      name: "UnsupportedByRehearsal",
      message: expect.stringContaining(
        `does not serve organizations:ListInboundResponsibilityTransfers (account ${aws.managementAccount})`,
      ),
    });
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  test("of a service no emulator has is refused in the service's protocol", async () => {
    const answer = await rawCall(aws, { service: "resource-explorer-2" }, "POST", "/CreateIndex", {});
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({
      code: "UnsupportedByRehearsal",
      message: expect.stringContaining("resource-explorer-2:CreateIndex"),
    });
  });
});

describe("a service behind its custom domain", () => {
  const domain = "orders-dev.services.acme.example";
  const handler = `
    const sign = (service) => "AWS4-HMAC-SHA256 Credential=" + process.env.AWS_ACCESS_KEY_ID + "/20260101/" +
      process.env.AWS_REGION + "/" + service + "/aws4_request, SignedHeaders=host, Signature=0";
    exports.handler = async (event) => {
      const answer = await fetch(process.env.AWS_ENDPOINT_URL, { method: "POST", body: "{}", headers: {
        "content-type": "application/x-amz-json-1.0", "x-amz-target": "DynamoDB_20120810.ListTables",
        "x-amz-security-token": process.env.AWS_SESSION_TOKEN, authorization: sign("dynamodb") } });
      const { TableNames: tables } = await answer.json();
      return { statusCode: 200, body: JSON.stringify({
        path: event.rawPath, id: event.pathParameters?.id, version: event.version, tables }) };
    };`;

  beforeAll(async () => {
    const keys = await memberKeys();
    const key = keys.credentials.accessKeyId;
    const call = async (service: string, method: string, path: string, body: object) => {
      const answer = await rawCall(aws, { service, key }, method, path, body);
      if (answer.status >= 300) throw new Error(`${service} ${path}: ${answer.status} ${answer.text}`);
      return JSON.parse(answer.text);
    };
    const allowing = (statement: object): string =>
      JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
    const iam = new IAMClient(keys);
    const trust = allowing({ Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" });
    await iam.send(new CreateRoleCommand({ RoleName: "show-role", AssumeRolePolicyDocument: trust }));
    const tables = allowing({ Action: "dynamodb:ListTables", Resource: "*" });
    await iam.send(new PutRolePolicyCommand({ RoleName: "show-role", PolicyName: "tables", PolicyDocument: tables }));
    const code = Buffer.from(zipSync({ "index.js": strToU8(handler) })).toString("base64");
    const { FunctionArn } = await call("lambda", "POST", "/2015-03-31/functions", {
      FunctionName: "show",
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Timeout: 30,
      Role: `arn:aws:iam::${member}:role/show-role`,
      Code: { ZipFile: code },
    });
    const { apiId } = await call("apigateway", "POST", "/v2/apis", { name: "orders", protocolType: "HTTP" });
    const { integrationId } = await call("apigateway", "POST", `/v2/apis/${apiId}/integrations`, {
      integrationType: "AWS_PROXY",
      integrationUri: FunctionArn,
      payloadFormatVersion: "2.0",
    });
    for (const routeKey of ["GET /orders/{id}", "ANY /orders/{id}"]) {
      await call("apigateway", "POST", `/v2/apis/${apiId}/routes`, {
        routeKey,
        target: `integrations/${integrationId}`,
      });
    }
    await call("apigateway", "POST", `/v2/apis/${apiId}/stages`, { stageName: "$default", autoDeploy: true });
    await call("apigateway", "POST", "/v2/domainnames", {
      domainName: domain,
      domainNameConfigurations: [
        { certificateArn: "arn:aws:acm:eu-central-1:1:certificate/x", endpointType: "REGIONAL" },
      ],
    });
    await call("apigateway", "POST", `/v2/domainnames/${domain}/apimappings`, {
      apiId,
      stage: "$default",
      apiMappingKey: "v1",
    });
  }, 180_000);

  test("answers a client that knows nothing of AWS, with the handler in its own role", async () => {
    const answer = await throughProxy(aws, "GET", `http://${domain}/v1/orders/42?x=1`);
    expect(answer).toMatchObject({ status: 200 });
    expect(JSON.parse(answer.text)).toEqual({ path: "/orders/42", id: "42", version: "2.0", tables: ["resolved"] });
    expect(aws.record.calls({ service: "dynamodb", operation: "ListTables" })).toEqual([
      expect.objectContaining({ account: member, principal: `arn:aws:sts::${member}:assumed-role/show-role/show` }),
    ]);
  });

  test.each([
    ["kill: after", "Worker process died"],
    ["drop: after", "fetch failed"],
  ])("%s: the handler's call is done, its invocation fails, and the next one works", async (fault, says) => {
    const key = (await memberKeys()).credentials.accessKeyId;
    const invoke = (): ReturnType<typeof rawCall> =>
      rawCall(aws, { service: "lambda", key }, "POST", "/2015-03-31/functions/show/invocations", {});
    writeFileSync(faultsFile, `faults:\n  lost: { role: show-role, ${fault}, times: 1 }\n`);
    expect((await invoke()).text).toContain(says);
    expect(aws.record.calls({ operation: "ListTables" }).at(-1)).toMatchObject({
      ...{ status: 200, backend: "ministack" },
      fault: { rules: ["lost"], effect: fault.replace(":", "") },
    });
    expect(JSON.parse((await invoke()).text)).toMatchObject({ statusCode: 200 });
    expect(aws.faultCounts()).toEqual([expect.objectContaining({ rule: "lost" })]);
  });

  test("answers 404 in plain words for a name no API has", async () => {
    const answer = await throughProxy(aws, "GET", "http://nobody.services.acme.example/orders");
    expect(answer).toEqual({
      status: 404,
      text: "No API of the local AWS has the domain name nobody.services.acme.example.\n",
    });
  });
});

describe("a queue's consumer", () => {
  const handler = `
    const sign = "AWS4-HMAC-SHA256 Credential=" + process.env.AWS_ACCESS_KEY_ID + "/20260101/" + process.env.AWS_REGION +
      "/dynamodb/aws4_request, SignedHeaders=host, Signature=0";
    exports.handler = async ({ Records }) => {
      for (const { body } of Records) await fetch(process.env.AWS_ENDPOINT_URL, { method: "POST",
        headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": "DynamoDB_20120810.UpdateItem",
          "x-amz-security-token": process.env.AWS_SESSION_TOKEN, authorization: sign },
        body: JSON.stringify({ TableName: "resolved", Key: { pk: { S: body } }, UpdateExpression: "ADD handled :one",
          ExpressionAttributeValues: { ":one": { N: "1" } } }) });
    };`;

  test("that is killed between its write and its acknowledgement gets the message again, and else does not", async () => {
    const keys = await memberKeys();
    const allowing = (statement: object): string =>
      JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
    const iam = new IAMClient(keys);
    const trust = allowing({ Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" });
    await iam.send(new CreateRoleCommand({ RoleName: "consumer", AssumeRolePolicyDocument: trust }));
    const write = allowing({ Action: "dynamodb:UpdateItem", Resource: "*" });
    await iam.send(new PutRolePolicyCommand({ RoleName: "consumer", PolicyName: "write", PolicyDocument: write }));
    const lambda = new LambdaClient(keys);
    await lambda.send(
      new CreateFunctionCommand({
        ...{ FunctionName: "consumer", Runtime: "nodejs22.x", Handler: "index.handler" },
        Role: `arn:aws:iam::${member}:role/consumer`,
        Code: { ZipFile: zipSync({ "index.js": strToU8(handler) }) },
        Timeout: 5,
      }),
    );
    const sqs = new SQSClient(keys);
    // Longer than a process takes to start on a busy machine: a message that is handled must not come again.
    const { QueueUrl } = await sqs.send(
      new CreateQueueCommand({ QueueName: "work", Attributes: { VisibilityTimeout: "6" } }),
    );
    const EventSourceArn = `arn:aws:sqs:${region}:${member}:work`;
    await lambda.send(new CreateEventSourceMappingCommand({ EventSourceArn, FunctionName: "consumer" }));

    const writes = () => aws.record.calls({ operation: "UpdateItem" }).map(({ fault }) => fault?.effect);
    const handled = async (message: string, calls: number): Promise<string | undefined> => {
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: message }));
      while (writes().length < calls) await new Promise((wake) => setTimeout(wake, 100));
      const read = new GetItemCommand({ TableName: "resolved", Key: { pk: { S: message } } });
      return (await new DynamoDBClient(keys).send(read)).Item?.["handled"]?.N;
    };
    writeFileSync(faultsFile, "faults:\n  killed: { function: consumer, resource: resolved, kill: after, times: 1 }\n");
    expect(await handled("twice", 2)).toBe("2");
    expect(writes()).toEqual(["kill after", undefined]);
    expect(await handled("once", 3)).toBe("1");
  });
});

describe("the record", () => {
  test("tells each call's account, principal, service and operation", async () => {
    await new DynamoDBClient(await memberKeys()).send(
      new PutItemCommand({ TableName: "resolved", Item: { pk: { S: "1" } } }),
    );
    expect(aws.record.calls({ service: "dynamodb", operation: "PutItem" }).at(-1)).toMatchObject({
      account: member,
      principal: `arn:aws:sts::${member}:assumed-role/landfall-platform/test`,
      status: 200,
      backend: "ministack",
    });
  });
});
