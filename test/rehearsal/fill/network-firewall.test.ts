import { beforeEach, describe, expect, test } from "@jest/globals";
import type { AwsCall, AwsResponse } from "../../../rehearsal/gateway/call";
import { type Answer, type Request, startFill } from "./call";

/** EC2 calls that reached the emulator, and the endpoints it holds: id → subnet. */
const asked: string[] = [];
const endpoints = new Map<string, string>();

function ec2(call: AwsCall): Promise<AwsResponse> {
  const form = new URLSearchParams(call.body.toString());
  const subnet = form.get("SubnetId.1") ?? "";
  asked.push(`${call.account} ${call.region} ${call.operation ?? ""}`);
  const answers: Readonly<Record<string, () => string>> = {
    DescribeSubnets: () => `<availabilityZone>eu-west-1${subnet.slice(-1)}</availabilityZone>`,
    CreateVpcEndpoint: () => {
      const id = `vpce-of-${subnet}`;
      endpoints.set(id, subnet);
      return `<vpcEndpointId>${id}</vpcEndpointId>`;
    },
    DeleteVpcEndpoints: () => String(endpoints.delete(form.get("VpcEndpointId.1") ?? "")),
  };
  return Promise.resolve({ status: 200, headers: {}, body: Buffer.from(answers[call.operation ?? ""]?.() ?? "") });
}

let fill: (request: Request) => Promise<Answer | undefined>;
beforeEach(async () => {
  asked.splice(0);
  endpoints.clear();
  fill = await startFill(ec2);
}, 360_000);

const firewall = (operation: string, body: object): Promise<Answer | undefined> =>
  fill({ service: "network-firewall", operation, body });

const arn = (rest: string): string => `arn:aws:network-firewall:eu-west-1:111111111111:${rest}`;
const FirewallArn = arn("firewall/f");
const subnets = (...letters: string[]): object[] => letters.map((letter) => ({ SubnetId: `subnet-${letter}` }));
const create = (): Promise<Answer | undefined> =>
  firewall("CreateFirewall", {
    FirewallName: "f",
    FirewallPolicyArn: arn("firewall-policy/p"),
    VpcId: "vpc-1",
    SubnetMappings: subnets("a", "b"),
    Tags: [{ Key: "team", Value: "a" }],
  });

const states = (...letters: string[]): object =>
  Object.fromEntries(
    letters.map((letter) => [
      `eu-west-1${letter}`,
      { Attachment: { SubnetId: `subnet-${letter}`, EndpointId: `vpce-of-subnet-${letter}`, Status: "READY" } },
    ]),
  );

describe("a stored firewall", () => {
  test("has an endpoint in each of its subnets, named by zone, which EC2 holds in the caller's account", async () => {
    expect((await create())?.body).toMatchObject({
      Firewall: { FirewallArn, Tags: [{ Key: "team", Value: "a" }], DeleteProtection: false },
      FirewallStatus: { Status: "READY", ConfigurationSyncStateSummary: "IN_SYNC", SyncStates: states("a", "b") },
    });
    expect([...endpoints.values()]).toEqual(["subnet-a", "subnet-b"]);
    expect(new Set(asked.map((call) => call.split(" ").slice(0, 2).join(" ")))).toEqual(
      new Set(["111111111111 eu-west-1"]),
    );
  });

  test("keeps its endpoints, and has one more in a subnet more", async () => {
    await create();
    await firewall("AssociateSubnets", { FirewallArn, SubnetMappings: subnets("c") });
    const described = (await firewall("DescribeFirewall", { FirewallArn }))?.body;
    expect(described).toMatchObject({ FirewallStatus: { SyncStates: states("a", "b", "c") } });
    expect(asked.filter((call) => call.endsWith("CreateVpcEndpoint"))).toHaveLength(3);
  });

  test("takes its endpoints, its status and its logging with it", async () => {
    await create();
    const LoggingConfiguration = {
      LogDestinationConfigs: [{ LogType: "FLOW", LogDestinationType: "S3", LogDestination: { bucketName: "b" } }],
    };
    await firewall("UpdateLoggingConfiguration", { FirewallArn, LoggingConfiguration });
    expect((await firewall("DescribeLoggingConfiguration", { FirewallArn }))?.body).toEqual({
      FirewallArn,
      LoggingConfiguration,
    });
    expect((await firewall("DeleteFirewall", { FirewallArn }))?.status).toBe(200);
    expect(endpoints.size).toBe(0);
    for (const operation of ["DescribeFirewall", "DescribeLoggingConfiguration"])
      expect((await firewall(operation, { FirewallArn }))?.type).toBe("ResourceNotFoundException");
    expect((await create())?.status).toBe(200);
  });
});

test("a rule group shows its rules beside what it is, tags included, and is replaced whole by an update", async () => {
  const RuleGroupArn = arn("stateful-rulegroup/g");
  const group = (RulesString: string): object => ({ RulesSource: { RulesString } });
  const made = { RuleGroupName: "g", Type: "STATEFUL", Capacity: 10, RuleGroup: group("one") };
  await firewall("CreateRuleGroup", { ...made, Tags: [{ Key: "team", Value: "a" }] });
  const { UpdateToken } = (await firewall("DescribeRuleGroup", { RuleGroupArn }))?.body ?? {};
  await firewall("TagResource", { ResourceArn: RuleGroupArn, Tags: [{ Key: "also", Value: "b" }] });
  await firewall("UpdateRuleGroup", { RuleGroupArn, UpdateToken, RuleGroup: group("two") });
  const { body } = (await firewall("DescribeRuleGroup", { RuleGroupArn })) ?? {};
  expect(body).toMatchObject({
    UpdateToken,
    RuleGroup: group("two"),
    RuleGroupResponse: { Capacity: 10, RuleGroupArn },
  });
  const { Tags } = (body?.["RuleGroupResponse"] ?? {}) as { Tags?: readonly object[] };
  expect(Tags).toHaveLength(2);
});
