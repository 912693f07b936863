import { describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../../declaration/model";
import { stacksOf } from "../../../declaration/stacks";
import { buildDns } from "../../../network/dns-stack";
import { buildNetwork } from "../../../network/network-stack";
import { buildRouting } from "../../../network/routing-stack";
import { addSpoke } from "../../../network/spoke/spoke";
import { type BuiltStack, buildStack } from "../../fixtures/built-stack";
import { withIds } from "../../fixtures/ids";
import { sample } from "../zones";
import { endpoints, everything, office, resolving, resolvingAll } from "./zone";

const network = (zone: LandingZone) => buildStack(zone, ({ kind }) => kind === "network", buildNetwork);
const routing = (zone: LandingZone) => buildStack(zone, ({ kind }) => kind === "routing", buildRouting);
const spoke = (zone: LandingZone) =>
  buildStack(
    zone,
    ({ kind, account }) => kind === "account" && account.name === "orders-dev",
    (stack, _zone, { account }) => {
      if (account.network) addSpoke(stack, zone, account, account.network);
    },
  );
const spec = (zone: LandingZone, id: string) => stacksOf(zone).find((each) => each.id === id);
const more = (stack: BuiltStack, than: BuiltStack) =>
  [...stack.resources.keys()].filter((address) => !than.resources.has(address)).sort();

describe("private zones", () => {
  const stack = network(resolvingAll);

  test("the organisation's own stands with the egress VPC and is resolved in the endpoints VPC", () => {
    expect(stack.at("aws_route53_zone.corp_example")).toMatchObject({
      name: "corp.example",
      vpc: [{ vpc_id: "${aws_vpc.egress.id}" }],
      lifecycle: { ignore_changes: ["vpc"] },
    });
    expect(stack.at("aws_route53_zone_association.endpoints--corp_example")).toMatchObject({
      vpc_id: "${aws_vpc.endpoints.id}",
    });
    expect(stack.ids["private-zone/corp.example"]).toBe("${aws_route53_zone.corp_example.id}");
    const alone = network(resolving({ privateSuffix: "corp.example" }));
    expect(more(alone, network(sample))).toEqual(["aws_route53_zone.corp_example"]);
  });

  test("are authorized for each spoke by the zones' account, and associated by the spoke's own", () => {
    const authorized = [...routing(resolvingAll).ofType("aws_route53_vpc_association_authorization")];
    const spokes = sample.accounts.filter((account) => account.network).map(({ name }) => name);
    expect(authorized.map(([name]) => name).sort()).toEqual(
      spokes.flatMap((name) => ["corp_example", "ecr_dkr", "ssm"].map((zone) => `${name}--${zone}`)).sort(),
    );
    const dns = buildStack(resolvingAll, ({ id }) => id === "orders-dev-dns", buildDns);
    expect([...dns.resources.keys()].sort()).toEqual([
      "aws_route53_zone_association.corp_example",
      "aws_route53_zone_association.ecr_dkr",
      "aws_route53_zone_association.ssm",
    ]);
    expect(dns.at("aws_route53_zone_association.ssm")).toEqual({
      zone_id: resolvingAll.ids.get("private-zone/ssm"),
      vpc_id: resolvingAll.ids.get("vpc/orders-dev"),
    });
  });

  test("wait for the authorization: the stack comes after routing, and is there only with a spoke and a zone", () => {
    expect(spec(resolvingAll, "orders-dev-dns")).toMatchObject({
      kind: "dns",
      identity: "platform",
      after: ["orders-dev", "routing"],
      needs: expect.arrayContaining(["vpc/orders-dev", "private-zone/ssm", "private-zone/corp.example"]),
    });
    expect(spec(resolvingAll, "audit-dns")).toBeUndefined();
    expect(stacksOf(sample).filter(({ kind }) => kind === "dns")).toEqual([]);
  });

  test("the network account's own spoke needs no authorization", () => {
    const own = withIds({
      ...resolvingAll,
      accounts: resolvingAll.accounts.map((account) =>
        account.name === "network"
          ? { ...account, network: { domain: "shared", prefixLength: 24, cidr: "10.0.60.0/24" } }
          : account,
      ),
    });
    const authorized = routing(own).ofType("aws_route53_vpc_association_authorization");
    expect([...authorized.keys()].filter((name) => name.startsWith("network--"))).toEqual([]);
    expect(buildStack(own, ({ id }) => id === "network-dns", buildDns).resources.size).toBe(3);
  });

  test("and shared VPCs are the network account's own", () => {
    const shared = { name: "common", domain: "shared", prefixLength: 22, cidr: "10.0.64.0/22" };
    const stack = routing(resolving(everything, { endpoints, sharedVpcs: [shared] }));
    expect(stack.resources.has("aws_route53_zone_association.common--ssm")).toBe(true);
    expect(stack.resources.has("aws_route53_resolver_rule_association.common--ad_example")).toBe(true);
  });
});

describe("the resolver", () => {
  const zone = resolving(everything, { endpoints, vpns: [office] });
  const stack = network(zone);

  test("answers the pool and networks on premises, and asks only the servers declared", () => {
    const dns = (cidrBlocks: readonly string[]) =>
      ["tcp", "udp"].map((protocol) =>
        expect.objectContaining({ protocol, from_port: 53, to_port: 53, cidr_blocks: cidrBlocks }),
      );
    expect(stack.at("aws_security_group.resolver-inbound")).toMatchObject({
      ingress: dns(["10.0.0.0/12", "192.168.0.0/16"]),
      egress: [],
    });
    expect(stack.at("aws_security_group.resolver-outbound")).toMatchObject({
      ingress: [],
      egress: dns(["192.168.0.53/32", "192.168.1.53/32"]),
    });
    expect(stack.at("aws_route53_resolver_endpoint.inbound")).toMatchObject({
      direction: "INBOUND",
      ip_address: [{ subnet_id: "${aws_subnet.endpoints-a.id}" }, { subnet_id: "${aws_subnet.endpoints-b.id}" }],
    });
  });

  test("forwards each domain by a rule that is shared and that spokes associate", () => {
    expect(stack.at("aws_route53_resolver_rule.ad_example")).toMatchObject({
      domain_name: "ad.example",
      rule_type: "FORWARD",
      target_ip: [
        { ip: "192.168.0.53", port: 53 },
        { ip: "192.168.1.53", port: 53 },
      ],
    });
    expect(stack.at("aws_ram_resource_association.resolver-rule--ad_example")).toMatchObject({
      resource_arn: "${aws_route53_resolver_rule.ad_example.arn}",
      resource_share_arn: "${aws_ram_resource_share.hub.arn}",
    });
    expect(spoke(zone).at("aws_route53_resolver_rule_association.spoke--ad_example")).toMatchObject({
      resolver_rule_id: zone.ids.get("resolver-rule/ad.example"),
      vpc_id: "${aws_vpc.spoke.id}",
    });
  });

  test("has only the endpoints that something goes through", () => {
    const has = (resolver: LandingZone["dns"]["resolver"]) =>
      [...network(resolving({ resolver }, { endpoints })).ofType("aws_route53_resolver_endpoint").keys()].sort();
    expect(has({ inbound: true, forward: {} })).toEqual(["inbound"]);
    expect(has({ inbound: false, forward: { "ad.example": ["192.168.0.53"] } })).toEqual(["outbound"]);
    expect(has({ inbound: false, forward: {} })).toEqual([]);
  });
});

describe("the DNS firewall", () => {
  const zone = resolving({ firewall: everything.firewall });
  const stack = network(zone);

  test("lets nobody resolve what is declared, or what AWS lists", () => {
    expect(stack.at("aws_route53_resolver_firewall_domain_list.declared")).toMatchObject({
      domains: ["*.worse.example", "bad.example"],
    });
    const rules = stack.ofType("aws_route53_resolver_firewall_rule");
    for (const rule of rules.values()) expect(rule).toMatchObject({ action: "BLOCK", block_response: "NXDOMAIN" });
    expect(
      Object.fromEntries([...rules].map(([name, rule]) => [name, [rule["firewall_domain_list_id"], rule["priority"]]])),
    ).toEqual({
      declared: ["${aws_route53_resolver_firewall_domain_list.declared.id}", 100],
      "managed-botnet": ["rslvr-fdl-2c46f2ecbfec4dcc", 200],
    });
  });

  test("is shared with the organisation and stands before every VPC", () => {
    expect(stack.at("aws_ram_resource_association.dns-firewall")).toMatchObject({
      resource_arn: "${aws_route53_resolver_firewall_rule_group.organization.arn}",
    });
    const group = { firewall_rule_group_id: zone.ids.get("dns-firewall"), priority: 101 };
    expect(spoke(zone).at("aws_route53_resolver_firewall_rule_group_association.spoke")).toMatchObject(group);
    expect(routing(zone).at("aws_route53_resolver_firewall_rule_group_association.egress")).toMatchObject(group);
  });
});

describe("query logs", () => {
  const zone = resolving({ queryLogs: true });

  test("go to the log archive, from every VPC", () => {
    const stack = network(zone);
    expect(stack.at("aws_route53_resolver_query_log_config.organization")).toMatchObject({
      destination_arn: `arn:aws:s3:::acme-flow-logs-${sample.ids.get("account/log-archive")}`,
    });
    expect(stack.resources.has("aws_ram_resource_association.query-log-config")).toBe(true);
    const config = { resolver_query_log_config_id: zone.ids.get("query-log-config") };
    const address = "aws_route53_resolver_query_log_config_association";
    expect(spoke(zone).at(`${address}.spoke`)).toMatchObject({ ...config, resource_id: "${aws_vpc.spoke.id}" });
    expect(routing(zone).at(`${address}.egress`)).toMatchObject(config);
  });

  test("make the hub wait for the log archive, which it does not otherwise", () => {
    expect(spec(zone, "network")).toMatchObject({
      after: ["org", "logs"],
      needs: expect.arrayContaining(["kms-key/logs"]),
    });
    expect(spec(sample, "network")?.after).toEqual(["org"]);
    expect(spec(sample, "network")?.needs).not.toContain("kms-key/logs");
  });
});

describe("each feature, alone", () => {
  const cases: readonly (readonly [string, Partial<LandingZone["dns"]>, RegExp])[] = [
    ["privateSuffix", { privateSuffix: "corp.example" }, /corp_example$/],
    ["resolver", { resolver: everything.resolver }, /resolver|endpoint|ssm|ecr_dkr/],
    ["firewall", { firewall: everything.firewall }, /firewall/],
    ["queryLogs", { queryLogs: true }, /query.log/],
  ];
  const builds = { network, routing, spoke };
  test.each(cases)("%s adds its own resources to network, routing and spokes, and no other", (feature, dns, own) => {
    const hub = feature === "resolver" ? { endpoints } : {};
    for (const build of Object.values(builds)) {
      const [off, on] = [build(resolving({}, hub)), build(resolving(dns, hub))];
      expect(more(on, off).filter((address) => !own.test(address))).toEqual([]);
      for (const [address, attributes] of off.resources) expect(on.at(address)).toEqual(attributes);
    }
  });
});
