import { CreateVolumeCommand, DescribeSnapshotsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand, UpdateAssumeRolePolicyCommand } from "@aws-sdk/client-iam";
import {
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  ListParentsCommand,
  ListRootsCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  type DescribeExecutionCommandOutput,
  DescribeStateMachineCommand,
  SFNClient,
  StartExecutionCommand,
  UpdateStateMachineCommand,
} from "@aws-sdk/client-sfn";
import { CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { runbookDefinition } from "../../../security/response/runbook-definition";
import { zip } from "../../../workloads/bundle/zip";
import { createAccount } from "../gateway/create-account";
import { type Keys, roleArn, sessionOf } from "../gateway/session";
import { clientOptions, type StartedAws, startForTest, throughProxy } from "../gateway/start";

const trusting = (principal: object) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" }],
});
const allowing = (Action: string | readonly string[]) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action, Resource: "*" }],
});

let aws: StartedAws;
let management: Keys;
let organizations: OrganizationsClient;
let account: string;
let tooling: string;
let root: string;
let unit: string;
let machine: string;

const platform = (of: string): Promise<Keys> => sessionOf(aws, of, "landfall-platform");

async function createRole(keys: Keys, RoleName: string, trust: object, policy: object, Path = "/"): Promise<void> {
  const iam = new IAMClient(keys);
  await iam.send(new CreateRoleCommand({ RoleName, Path, AssumeRolePolicyDocument: JSON.stringify(trust) }));
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "work", PolicyDocument: JSON.stringify(policy) }));
}

const quarantine = (id: string): Promise<DescribeExecutionCommandOutput> =>
  execute(machine, { account: id, reason: "test" });

async function execute(stateMachineArn: string, given: object): Promise<DescribeExecutionCommandOutput> {
  const states = new SFNClient(await platform(tooling));
  const input = JSON.stringify(given);
  const { executionArn } = await states.send(new StartExecutionCommand({ stateMachineArn, input }));
  for (;;) {
    const execution = await states.send(new DescribeExecutionCommand({ executionArn }));
    if (execution.status !== "RUNNING") return execution;
    await new Promise((wake) => setTimeout(wake, 50));
  }
}

const parentOf = async (id: string): Promise<string | undefined> =>
  (await organizations.send(new ListParentsCommand({ ChildId: id }))).Parents?.[0]?.Id;

beforeAll(async () => {
  aws = await startForTest();
  management = clientOptions(aws);
  organizations = new OrganizationsClient(management);
  await organizations.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
  root = (await organizations.send(new ListRootsCommand({}))).Roots?.[0]?.Id ?? "";
  const made = await organizations.send(new CreateOrganizationalUnitCommand({ ParentId: root, Name: "quarantine" }));
  unit = made.OrganizationalUnit?.Id ?? "";
  account = await createAccount(organizations, "shop");
  tooling = await createAccount(organizations, "tooling");
  const runs = trusting({ AWS: roleArn(tooling, "landfall-response") });
  await createRole(
    await platform(tooling),
    "landfall-response",
    trusting({ Service: "states.amazonaws.com" }),
    allowing(["sts:AssumeRole", "sns:Publish"]),
  );
  await createRole(await platform(account), "landfall-response-snapshot", runs, allowing("ec2:*"));
  await createRole(management, "landfall-response-move", runs, allowing("organizations:*"));
  await throughProxy(aws, "POST", "http://aws.internal/", {
    body: "Action=CreateTopic&Name=response",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      authorization: `AWS4-HMAC-SHA256 Credential=${tooling}/20260101/eu-central-1/sns/aws4_request, SignedHeaders=host, Signature=0`,
    },
  });
  const states = new SFNClient(await platform(tooling));
  const definition = runbookDefinition({
    partition: "aws",
    moveRoleArn: roleArn(aws.managementAccount, "landfall-response-move"),
    unitId: unit,
    refused: [tooling],
    topicArn: `arn:aws:sns:eu-central-1:${tooling}:response`,
    // It would go on for 75 seconds where it is refused.
  }).replaceAll('"MaxAttempts":4', '"MaxAttempts":1');
  const created = await states.send(
    new CreateStateMachineCommand({
      name: "quarantine",
      roleArn: roleArn(tooling, "landfall-response"),
      definition,
      tracingConfiguration: { enabled: true },
    }),
  );
  machine = created.stateMachineArn ?? "";
}, 360_000);
afterAll(() => aws?.close());

describe("a state machine", () => {
  test("calls AWS as its role, and in other accounts as the roles it takes on", async () => {
    const ec2 = new EC2Client(await platform(account));
    const { VolumeId = "" } = await ec2.send(
      new CreateVolumeCommand({ AvailabilityZone: "eu-central-1a", Size: 1, Encrypted: true }),
    );
    await expect(quarantine(account)).resolves.toMatchObject({ status: "SUCCEEDED" });
    const Filters = [{ Name: "volume-id", Values: [VolumeId] }];
    expect((await ec2.send(new DescribeSnapshotsCommand({ Filters }))).Snapshots).toHaveLength(1);
    expect(await parentOf(account)).toBe(unit);
    const calls = aws.record.calls().filter(({ principal }) => principal.includes("/landfall-response"));
    const made = calls.map(({ account: by, principal, operation }) =>
      [by, principal.split("/")[1], operation].join(" "),
    );
    expect([...new Set(made)].sort()).toEqual(
      [
        `${account} landfall-response-snapshot CreateSnapshot`,
        `${account} landfall-response-snapshot DescribeVolumes`,
        `${aws.managementAccount} landfall-response-move ListParents`,
        `${aws.managementAccount} landfall-response-move MoveAccount`,
        `${tooling} landfall-response AssumeRole`,
        `${tooling} landfall-response Publish`,
      ].sort(),
    );
  });

  test("is traced as it was told", async () => {
    const states = new SFNClient(await platform(tooling));
    const kept = async () =>
      (await states.send(new DescribeStateMachineCommand({ stateMachineArn: machine }))).tracingConfiguration;
    expect(await kept()).toEqual({ enabled: true });
    const off = { stateMachineArn: machine, tracingConfiguration: { enabled: false } };
    await states.send(new UpdateStateMachineCommand(off));
    expect(await kept()).toEqual({ enabled: false });
  });

  test("does nothing that its definition refuses", async () => {
    await expect(quarantine(tooling)).resolves.toMatchObject({ status: "FAILED", error: "Refused" });
    expect(await parentOf(tooling)).toBe(root);
  });

  test("fails where the role it takes on does not trust it, and goes on where its definition catches that", async () => {
    const iam = new IAMClient(management);
    const PolicyDocument = JSON.stringify(trusting({ AWS: roleArn(tooling, "another") }));
    await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: "landfall-response-move", PolicyDocument }));
    const late = await createAccount(organizations, "late");
    await expect(quarantine(late)).resolves.toMatchObject({ status: "FAILED", error: "Sts.AccessDenied" });
    expect(await parentOf(late)).toBe(root);
  });

  test("invokes what a service of another account offers it, by the role that is for that", async () => {
    const theirs = await platform(account);
    await createRole(
      theirs,
      "answers",
      trusting({ Service: "lambda.amazonaws.com" }),
      allowing("sqs:SendMessage"),
      "/service/",
    );
    const code = `exports.handler = async ({ no }) => { if (no) throw Object.assign(new Error("no"), { name: "Refused" }); return { yes: true }; };`;
    const { FunctionArn = "" } = await new LambdaClient(theirs).send(
      new CreateFunctionCommand({
        FunctionName: "payments-answer",
        Role: `arn:aws:iam::${account}:role/service/answers`,
        Runtime: "nodejs22.x",
        Handler: "index.handler",
        Code: { ZipFile: zip({ "index.js": new TextEncoder().encode(code) }) },
      }),
    );
    const offering = (service: string) => ({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${tooling}:root` },
          Action: "sts:AssumeRole",
          Condition: {
            ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${tooling}:role/service/${service}-*_states` },
          },
        },
      ],
    });
    await createRole(
      theirs,
      "payments-answer_offer",
      offering("orders"),
      allowing("lambda:InvokeFunction"),
      "/service/",
    );
    await createRole(theirs, "payments-other_offer", offering("mails"), allowing("lambda:InvokeFunction"), "/service/");
    const states = new SFNClient(await platform(tooling));
    const trust = trusting({ Service: "states.amazonaws.com" });
    await createRole(await platform(tooling), "orders-buy_states", trust, allowing("sts:AssumeRole"), "/service/");
    const machineOf = async (offer: string): Promise<string> => {
      const Ask = {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke",
        Credentials: { RoleArn: `arn:aws:iam::${account}:role/service/payments-${offer}_offer` },
        Parameters: { FunctionName: FunctionArn, "Payload.$": "$" },
        ResultSelector: { "value.$": "$.Payload" },
        TimeoutSeconds: 60,
        End: true,
      };
      const made = await states.send(
        new CreateStateMachineCommand({
          name: `orders-${offer}`,
          roleArn: `arn:aws:iam::${tooling}:role/service/orders-buy_states`,
          definition: JSON.stringify({ StartAt: "Ask", States: { Ask } }),
        }),
      );
      return made.stateMachineArn ?? "";
    };
    const buying = await machineOf("answer");
    await expect(execute(buying, {})).resolves.toMatchObject({
      status: "SUCCEEDED",
      output: '{"value": {"yes": true}}',
    });
    await expect(execute(buying, { no: true })).resolves.toMatchObject({ status: "FAILED", error: "Refused" });
    const other = await machineOf("other");
    await expect(execute(other, {})).resolves.toMatchObject({ status: "FAILED", error: "Sts.AccessDenied" });
  }, 300_000);
});
