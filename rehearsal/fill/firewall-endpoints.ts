import type { AwsCall, AwsResponse } from "../gateway/call";
import { queryCall } from "../gateway/internal-call";

interface Endpoint {
  readonly id: string;
  readonly zone: string;
}

/** What an answer of Network Firewall that shows a firewall holds. */
interface Shown {
  readonly Firewall?: {
    readonly FirewallArn: string;
    readonly VpcId: string;
    readonly SubnetMappings?: readonly { readonly SubnetId: string }[];
  };
  readonly FirewallStatus?: object;
}

type Forward = (call: AwsCall) => Promise<AwsResponse>;

/** Completes an answer to a call. */
export type Completion = (call: AwsCall, answer: AwsResponse, forward: Forward) => Promise<AwsResponse>;

/**
 * A firewall has a Gateway Load Balancer endpoint in each of its subnets, which routes may lead to ("How AWS Network Firewall
 * works", Developer Guide): EC2's emulator is made to hold it, and the stored firewall's status to name it by its zone.
 */
export function firewallEndpoints(): Completion {
  const held = new Map<string, ReadonlyMap<string, Endpoint>>();
  return async (call, answer, forward) => {
    if (call.service !== "network-firewall" || answer.status !== 200) return answer;
    const shown = JSON.parse(answer.body.toString()) as Shown;
    const { Firewall: firewall } = shown;
    if (firewall === undefined) return answer;
    const ec2 = ec2Of(call, forward);
    const before = held.get(firewall.FirewallArn) ?? new Map<string, Endpoint>();
    if (call.operation === "DeleteFirewall") {
      for (const { id } of before.values()) await ec2({ Action: "DeleteVpcEndpoints", "VpcEndpointId.1": id });
      held.delete(firewall.FirewallArn);
      return answer;
    }
    const after = new Map<string, Endpoint>();
    for (const { SubnetId: subnet } of firewall.SubnetMappings ?? [])
      after.set(subnet, before.get(subnet) ?? (await newEndpoint(ec2, call.region, firewall.VpcId, subnet)));
    held.set(firewall.FirewallArn, after);
    const status = { ...shown.FirewallStatus, SyncStates: syncStates(after) };
    return { ...answer, body: Buffer.from(JSON.stringify({ ...shown, FirewallStatus: status })) };
  };
}

type Ec2 = (parameters: Readonly<Record<string, string>> & { readonly Action: string }) => Promise<string>;

function ec2Of({ account, region }: AwsCall, forward: Forward): Ec2 {
  return async (parameters) =>
    (await forward(queryCall("ec2", account, { Version: "2016-11-15", ...parameters }, region))).body.toString();
}

async function newEndpoint(ec2: Ec2, region: string, vpc: string, subnet: string): Promise<Endpoint> {
  const described = await ec2({ Action: "DescribeSubnets", "SubnetId.1": subnet });
  const made = await ec2({
    Action: "CreateVpcEndpoint",
    VpcEndpointType: "GatewayLoadBalancer",
    VpcId: vpc,
    ServiceName: `com.amazonaws.vpce.${region}.network-firewall`,
    "SubnetId.1": subnet,
  });
  return { id: textOf(made, "vpcEndpointId"), zone: textOf(described, "availabilityZone") };
}

function textOf(xml: string, element: string): string {
  const [, text] = new RegExp(`<${element}>([^<]+)<`).exec(xml) ?? [];
  if (text === undefined) throw new Error(`EC2's emulator named no ${element}: ${xml}`);
  return text;
}

function syncStates(endpoints: ReadonlyMap<string, Endpoint>): Readonly<Record<string, object>> {
  return Object.fromEntries(
    [...endpoints].map(([subnet, { id, zone }]) => [
      zone,
      { Attachment: { SubnetId: subnet, EndpointId: id, Status: "READY" } },
    ]),
  );
}
