import { describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../declaration/model";
import { buildNetwork } from "../../network/network-stack";
import { buildRouting } from "../../network/routing-stack";
import { type Attributes, type BuiltStack, buildStack } from "../fixtures/built-stack";
import { birch, sample, withNetwork } from "./zones";

const network = (zone: LandingZone): BuiltStack => buildStack(zone, ({ kind }) => kind === "network", buildNetwork);
const routing = (zone: LandingZone): BuiltStack => buildStack(zone, ({ kind }) => kind === "routing", buildRouting);

type Inspection = NonNullable<LandingZone["network"]["inspection"]>;

const inspected = (change: Partial<Inspection> = {}, of = sample, cidr = "10.0.240.0/24"): LandingZone =>
  withNetwork(of, {
    inspection: {
      prefixLength: 24,
      cidr,
      allowedDomains: ["example.com", ".api.example.com"],
      betweenDomains: false,
      ...change,
    },
  });

const zone = inspected();
const stack = network(zone);

/** The one rule group of that name: what its group holds. */
function group(of: BuiltStack, name: string): { readonly rules_source: Attributes; readonly rule_variables: unknown } {
  return of.at(`aws_networkfirewall_rule_group.${name}`)["rule_group"] as never;
}

const rules = (of: BuiltStack): string => String(group(of, "other-traffic").rules_source["rules_string"]);

describe("the inspection VPC", () => {
  test("has a firewall and an attachment subnet in each zone, and a firewall endpoint in the former", () => {
    const three = network(inspected({}, birch, "172.16.240.0/24"));
    const names = [...three.ofType("aws_subnet").keys()].filter((name) => name.startsWith("inspection-"));
    expect(names.sort()).toEqual(
      ["attachment", "firewall"].flatMap((kind) => ["a", "b", "c"].map((z) => `inspection-${kind}-${z}`)),
    );
    expect(three.at("aws_networkfirewall_firewall.inspection")["subnet_mapping"]).toEqual(
      ["a", "b", "c"].map((letter) => ({ subnet_id: `\${aws_subnet.inspection-firewall-${letter}.id}` })),
    );
  });

  test("is attached in appliance mode, in its attachment subnets alone; the egress VPC is not", () => {
    expect(stack.at("aws_ec2_transit_gateway_vpc_attachment.inspection")).toMatchObject({
      appliance_mode_support: "enable",
      subnet_ids: ["${aws_subnet.inspection-attachment-a.id}", "${aws_subnet.inspection-attachment-b.id}"],
      transit_gateway_default_route_table_association: false,
      transit_gateway_default_route_table_propagation: false,
    });
    expect(stack.at("aws_ec2_transit_gateway_vpc_attachment.hub")).not.toHaveProperty("appliance_mode_support");
  });

  test("leads what arrives to the firewall of the same zone, and what it lets through back to the hub", () => {
    for (const letter of ["a", "b"]) {
      const name = `inspection-attachment-${letter}`;
      const { vpc_endpoint_id: endpoint, destination_cidr_block } = stack.at(`aws_route.${name}-default`);
      expect(destination_cidr_block).toBe("0.0.0.0/0");
      expect(endpoint).toBe(
        "${one([for state in aws_networkfirewall_firewall.inspection.firewall_status[0].sync_states : " +
          `state.attachment[0].endpoint_id if state.availability_zone == "eu-west-1${letter}"])}`,
      );
      expect(stack.at(`aws_route_table_association.${name}`)).toMatchObject({
        route_table_id: `\${aws_route_table.${name}.id}`,
        subnet_id: `\${aws_subnet.${name}.id}`,
      });
      expect(stack.at(`aws_route_table_association.inspection-firewall-${letter}`)).toMatchObject({
        route_table_id: "${aws_route_table.inspection-firewall.id}",
        subnet_id: `\${aws_subnet.inspection-firewall-${letter}.id}`,
      });
    }
    expect(stack.at("aws_route.inspection-firewall-default")).toMatchObject({
      destination_cidr_block: "0.0.0.0/0",
      transit_gateway_id: "${aws_ec2_transit_gateway_vpc_attachment.inspection.transit_gateway_id}",
      depends_on: ["aws_ec2_transit_gateway_vpc_attachment.inspection"],
    });
  });

  test("has no way to the internet of its own", () => {
    const ways = [...stack.ofType("aws_route")].filter(([name]) => name.startsWith("inspection-"));
    expect(ways).toHaveLength(3);
    for (const [, route] of ways) {
      expect(route).not.toHaveProperty("gateway_id");
      expect(route).not.toHaveProperty("nat_gateway_id");
    }
  });

  test("is not synthesised before its range is allocated", () => {
    expect(() => network(inspected({ cidr: undefined }))).toThrow("before the inspection range was allocated");
  });
});

describe("the firewall", () => {
  test("lets the pool reach the declared names by HTTP and HTTPS, whatever order they are declared in", () => {
    expect(group(stack, "allowed-domains")).toMatchObject({
      rule_variables: { ip_sets: [{ key: "HOME_NET", ip_set: { definition: ["10.0.0.0/12"] } }] },
      rules_source: {
        rules_source_list: {
          generated_rules_type: "ALLOWLIST",
          target_types: ["HTTP_HOST", "TLS_SNI"],
          targets: [".api.example.com", "example.com"],
        },
      },
    });
    const turned = network(inspected({ allowedDomains: [".api.example.com", "example.com"] }));
    expect(turned.top).toEqual(stack.top);
  });

  test("drops whatever no rule passes: all packets are inspected, rules in strict order, domains last", () => {
    expect(stack.at("aws_networkfirewall_firewall_policy.inspection")["firewall_policy"]).toEqual({
      policy_variables: { rule_variables: [{ key: "HOME_NET", ip_set: { definition: ["10.0.0.0/12"] } }] },
      stateless_default_actions: ["aws:forward_to_sfe"],
      stateless_fragment_default_actions: ["aws:forward_to_sfe"],
      stateful_engine_options: { rule_order: "STRICT_ORDER" },
      stateful_default_actions: ["aws:alert_established", "aws:drop_established"],
      stateful_rule_group_reference: ["other-traffic", "allowed-domains"].map((name, index) => ({
        priority: index + 1,
        resource_arn: `\${aws_networkfirewall_rule_group.${name}.arn}`,
      })),
    });
    for (const name of ["other-traffic", "allowed-domains"])
      expect(group(stack, name)).toMatchObject({ stateful_rule_options: { rule_order: "STRICT_ORDER" } });
  });

  test("passes nothing between the pool's ranges unless it is to inspect between domains", () => {
    expect(rules(stack)).toBe(
      'drop ip $HOME_NET any -> $EXTERNAL_NET any (msg:"not TCP"; ip_proto:!TCP; sid:2; rev:1;)',
    );
    const between = network(inspected({ betweenDomains: true }));
    expect(rules(between).split("\n")).toEqual([
      'pass ip $INSIDE any -> $INSIDE any (msg:"between route domains"; sid:1; rev:1;)',
      rules(stack),
    ]);
  });

  test("takes networks on premises for the inside, too, when it inspects between domains", () => {
    const vpns = [
      { name: "office", domain: "shared", ranges: ["192.168.4.0/22"], address: "203.0.113.9", asn: 65_000 },
    ];
    const between = network(withNetwork(inspected({ betweenDomains: true }), { vpns }));
    expect(group(between, "other-traffic").rule_variables).toMatchObject({
      ip_sets: [{ key: "HOME_NET" }, { key: "INSIDE", ip_set: { definition: ["10.0.0.0/12", "192.168.4.0/22"] } }],
    });
  });

  test("may be taken down and given another zone by Terraform", () => {
    expect(stack.at("aws_networkfirewall_firewall.inspection")).toMatchObject({
      delete_protection: false,
      subnet_change_protection: false,
      firewall_policy_change_protection: false,
    });
  });
});

describe("what the firewall sees", () => {
  const logs = routing(zone);

  test("goes to the log archive with the VPC's flow log, in the zone's partition", () => {
    expect(logs.at("aws_flow_log.inspection")).toMatchObject({
      vpc_id: zone.ids.get("hub-vpc/inspection"),
      traffic_type: "ALL",
    });
    const bucket = `acme-flow-logs-${zone.ids.get("account/log-archive")}`;
    const at = "aws_networkfirewall_logging_configuration.inspection";
    expect(logs.at(at)["logging_configuration"]).toEqual({
      log_destination_config: ["ALERT", "FLOW"].map((type) => ({
        log_type: type,
        log_destination_type: "S3",
        log_destination: { bucketName: bucket },
      })),
    });
    const account = zone.ids.get("account/network");
    const name = String(stack.at("aws_networkfirewall_firewall.inspection")["name"]);
    expect(logs.at(at)["firewall_arn"]).toBe(`arn:aws:network-firewall:eu-west-1:${account}:firewall/${name}`);
    expect(routing({ ...zone, partition: "aws-cn" }).at(at)["firewall_arn"]).toMatch(/^arn:aws-cn:network-firewall:/);
  });
});

test("without inspection the two stacks hold exactly what they held, but for its resources", () => {
  const ofInspection = (address: string): boolean => /\.inspection|\.(other-traffic|allowed-domains)$/.test(address);
  for (const build of [network, routing]) {
    const [off, on] = [build(sample), build(zone)].map((built) => [...built.resources.keys()]);
    const added = (on ?? []).filter((address) => !off?.includes(address));
    // Routes that led to the egress VPC lead to inspection; their addresses stay.
    expect(added.filter((address) => !ofInspection(address) && !address.includes("--"))).toEqual([]);
    expect((off ?? []).filter(ofInspection)).toEqual([]);
  }
  expect(Object.keys(stack.ids).filter((key) => !(key in network(sample).ids))).toEqual([
    "hub-attachment/inspection",
    "hub-vpc/inspection",
    "route-table/inspection",
  ]);
});
