import { describe, expect, test } from "@jest/globals";
import { contains, parseRange } from "../../declaration/address-range";
import type { LandingZone } from "../../declaration/model";
import { buildNetwork } from "../../network/network-stack";
import { addSpoke } from "../../network/spoke/spoke";
import { type BuiltStack, buildStack } from "../fixtures/built-stack";
import { sample, withNetwork } from "./zones";

interface Rule {
  readonly rule_no: number;
  readonly action: string;
  readonly protocol: string;
  readonly cidr_block: string;
  readonly from_port: number;
  readonly to_port: number;
}

/** As a network ACL decides: the first rule that fits, and nothing passes that none allows. */
function admits(rules: readonly Rule[], source: string, protocol: string, port: number): boolean {
  const from = parseRange(`${source}/32`);
  const fits = (rule: Rule): boolean => {
    const range = parseRange(rule.cidr_block);
    const isPort =
      rule.protocol === "-1" || (rule.protocol === protocol && rule.from_port <= port && port <= rule.to_port);
    return range !== undefined && from !== undefined && contains(range, from) && isPort;
  };
  return [...rules].sort((a, b) => a.rule_no - b.rule_no).find(fits)?.action === "allow";
}

const ingress = (stack: BuiltStack, name: string): readonly Rule[] =>
  (stack.ofType("aws_default_network_acl").get(name)?.["ingress"] ?? [
    { rule_no: 100, action: "allow", protocol: "-1", cidr_block: "0.0.0.0/0", from_port: 0, to_port: 0 },
  ]) as readonly Rule[];

const network = (zone: LandingZone): BuiltStack => buildStack(zone, ({ kind }) => kind === "network", buildNetwork);

const spoke = (zone: LandingZone): BuiltStack =>
  buildStack(
    zone,
    ({ kind, account }) => kind === "account" && account.name === "orders-dev",
    (stack, _zone, { account }) => {
      if (account.network) addSpoke(stack, zone, account, account.network);
    },
  );

const inspection = { prefixLength: 24, cidr: "10.0.240.0/24", allowedDomains: ["example.com"], betweenDomains: false };
const zone = withNetwork(sample, { inspection });
const vpcs = (of: LandingZone): readonly (readonly [string, BuiltStack])[] => [
  ["spoke", spoke(of)],
  ["egress", network(of)],
  ["inspection", network(of)],
];

/** VPCs that somebody outside the pool may reach by SSH or RDP, as far as network ACLs say. */
const openToAdministration = (of: LandingZone): readonly string[] =>
  vpcs(of).flatMap(([name, stack]) =>
    [22, 3389].some((port) => admits(ingress(stack, name), "203.0.113.7", "tcp", port)) ? [name] : [],
  );

describe("the network ACLs", () => {
  test("refuse SSH and RDP from outside the pool, in every VPC", () => {
    expect(openToAdministration(zone)).toEqual([]);
  });

  test("admit them from outside when the zone turns the baseline off, and then are AWS's own", () => {
    const without = withNetwork(zone, { networkAcls: false });
    expect(openToAdministration(without)).toEqual(["spoke", "egress", "inspection"]);
    for (const [, stack] of vpcs(without)) expect(stack.ofType("aws_default_network_acl").size).toBe(0);
  });

  test("admit the pool, and answers from outside", () => {
    for (const [name, stack] of vpcs(zone)) {
      const rules = ingress(stack, name);
      expect([22, 3389, 443].map((port) => admits(rules, "10.0.4.9", "tcp", port))).toEqual([true, true, true]);
      expect(["tcp", "udp"].map((protocol) => admits(rules, "203.0.113.7", protocol, 40_000))).toEqual([true, true]);
      expect(stack.at(`aws_default_network_acl.${name}`)["egress"]).toEqual([
        { rule_no: 100, action: "allow", protocol: "-1", cidr_block: "0.0.0.0/0", from_port: 0, to_port: 0 },
      ]);
    }
  });

  test("let NAT gateways have answers to all the ports they send from", () => {
    const egress = { ...zone.network.egress, natGateways: "single" as const };
    const stack = network(withNetwork(zone, { egress }));
    const admitted = [22, 1024, 3389, 65_535].map((port) =>
      admits(ingress(stack, "egress"), "203.0.113.7", "tcp", port),
    );
    expect(admitted).toEqual([false, true, true, true]);
    expect(openToAdministration(withNetwork(zone, { egress }))).toEqual(["egress"]);
  });

  test("are the VPCs' own, and do not fight over which subnets they have", () => {
    expect(network(zone).at("aws_default_network_acl.inspection")).toMatchObject({
      default_network_acl_id: "${aws_vpc.inspection.default_network_acl_id}",
      lifecycle: { ignore_changes: ["subnet_ids"] },
    });
  });
});
