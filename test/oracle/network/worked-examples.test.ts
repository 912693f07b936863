import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { type Answer, type Endpoint, reachable } from "./reachable";
import type { Attributes, Stacks } from "./terraform";
import { bind, hub, idsOf, merged, route, toGateway, vpc } from "./worked-world";
import { readWorld } from "./world/world";

type Resources = Readonly<Record<string, Readonly<Record<string, Attributes>>>>;

const host = (stack: string, address: string, groups?: readonly string[]): Endpoint => ({
  vpc: `${stack}/aws_vpc.main`,
  address,
  ...(groups === undefined ? {} : { groups }),
});
const a = host("a", "10.1.0.10");
const b = host("b", "10.2.1.10");
const internet: Endpoint = { address: "203.0.113.10" };

function ask(stacks: Stacks, from: Endpoint, to: Endpoint, port = 443, protocol: "tcp" | "udp" = "tcp"): Answer {
  const world = readWorld(stacks, idsOf(stacks));
  expect(world.faults).toEqual([]);
  return reachable(world, from, to, port, protocol);
}

const both = { a: ["b"], b: ["a"] };

/** Two VPCs that propagate to each other. */
function two(inA: Resources = {}, inHub: Resources = {}): Stacks {
  return { a: vpc("a", 1, inA), b: vpc("b", 2), network: hub(["a", "b"], both, inHub) };
}

const open: Attributes = { protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["0.0.0.0/0"] };
const everything: Attributes = { rule_no: 100, protocol: "-1", action: "allow", cidr_block: "0.0.0.0/0" };

describe("two VPCs at a Transit Gateway", () => {
  test("reach each other, both ways through the same attachments", () => {
    const { ok, hops } = ask(two(), a, b);
    expect(ok).toBe(true);
    expect(hops).toEqual([
      "a/aws_ec2_transit_gateway_vpc_attachment.hub",
      "network/aws_ec2_transit_gateway_route_table.a",
      "b/aws_subnet.host-b",
      "answer",
      "b/aws_ec2_transit_gateway_vpc_attachment.hub",
      "network/aws_ec2_transit_gateway_route_table.b",
      "a/aws_subnet.host-a",
    ]);
  });

  test("get no answer when only one propagates", () => {
    const stacks = { ...two(), network: hub(["a", "b"], { a: ["b"] }, {}) };
    const { ok, arrives, reason } = ask(stacks, a, b);
    expect([ok, arrives]).toEqual([false, true]);
    expect(reason).toContain("the answer is lost: no route");
    expect(ask(stacks, b, a).arrives).toBe(false);
  });

  test.each([
    ["a longer blackhole", "10.2.1.0/24", undefined, "a blackhole"],
    ["a blackhole of the same length, which is static", "10.2.0.0/16", undefined, "a blackhole"],
    ["a static route elsewhere of the same length", "10.2.0.0/16", "a", "no route in a/aws_vpc.main"],
  ])("do not with %s", (_name, range, to, reason) => {
    const stacks = two({}, { aws_ec2_transit_gateway_route: { extra: route("a", range, to) } });
    expect(ask(stacks, a, b)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });

  test("do with a shorter blackhole", () => {
    const stacks = two({}, { aws_ec2_transit_gateway_route: { extra: route("a", "10.0.0.0/8") } });
    expect(ask(stacks, a, b).ok).toBe(true);
  });

  test("need an interface of the gateway in the zone of the host", () => {
    const one: Attributes = {
      transit_gateway_id: "tgw-1",
      vpc_id: "${aws_vpc.main.id}",
      subnet_ids: ["${aws_subnet.hub-a.id}"],
    };
    const stacks = two({ aws_ec2_transit_gateway_vpc_attachment: { hub: one } });
    expect(ask(stacks, a, b).ok).toBe(true);
    expect(ask(stacks, host("a", "10.1.1.10"), b).reason).toContain("no subnet in eu-west-1b");
    expect(ask(stacks, b, host("a", "10.1.1.10"))).toMatchObject({ ok: false, arrives: true });
  });
});

describe("network ACLs", () => {
  const subnet = (name: string, ingress: readonly Attributes[], egress: readonly Attributes[]): Stacks =>
    two({
      aws_network_acl: {
        extra: { vpc_id: "${aws_vpc.main.id}", subnet_ids: [`\${aws_subnet.${name}.id}`], ingress, egress },
      },
    });
  const deny: Attributes = { ...everything, rule_no: 50, action: "deny" };
  const only = (from: number, to: number): Attributes => ({
    ...everything,
    protocol: "tcp",
    from_port: from,
    to_port: to,
  });

  test.each([
    ["lets both ways", [everything], [everything], true, true],
    ["has no rules", [], [], false, false],
    ["denies out before it allows", [everything], [deny, everything], false, false],
    ["allows before it denies", [everything], [everything, { ...deny, rule_no: 150 }], true, true],
    ["knows no state: answers to a client's port", [only(443, 443)], [only(443, 443)], false, false],
    ["lets clients talk", [only(1024, 65_535)], [only(443, 443)], true, false],
    ["lets servers answer", [only(443, 443)], [only(1024, 65_535)], false, true],
  ])("one of the host's subnet that %s", (_name, ingress, egress, out, into) => {
    const stacks = subnet("host-a", ingress, egress);
    expect(ask(stacks, a, b).ok).toBe(out);
    expect(ask(stacks, b, a).ok).toBe(into);
  });

  test("of the attachment's subnet: inbound to the gateway, outbound from it, and nothing else", () => {
    const noneIn = subnet("hub-a", [], [everything]);
    expect(ask(noneIn, a, b).arrives).toBe(false);
    expect(ask(noneIn, host("b", "10.2.0.10"), a)).toMatchObject({ ok: false, arrives: true });
    expect(ask(noneIn, b, host("a", "10.1.1.10")).ok).toBe(true);
    const noneOut = subnet("hub-a", [everything], []);
    expect(ask(noneOut, a, b).ok).toBe(true);
    expect(ask(noneOut, a, host("b", "10.2.0.10"))).toMatchObject({ ok: false, arrives: true });
    expect(ask(noneOut, host("b", "10.2.0.10"), a).arrives).toBe(false);
  });

  test("do not stand between hosts of one subnet", () => {
    const stacks = subnet("host-a", [], []);
    expect(ask(stacks, a, host("a", "10.1.0.20")).ok).toBe(true);
    expect(ask(stacks, a, host("a", "10.1.1.10")).ok).toBe(false);
  });
});

describe("security groups", () => {
  const group = "a/aws_security_group.one";
  const withGroup = (ingress: readonly Attributes[], egress: readonly Attributes[]): Stacks =>
    two({ aws_security_group: { one: { vpc_id: "${aws_vpc.main.id}", ingress, egress } } });

  test("answers need no rule", () => {
    const grouped = host("a", "10.1.0.10", [group]);
    expect(ask(withGroup([], [open]), grouped, b).ok).toBe(true);
    expect(ask(withGroup([], [open]), b, grouped).ok).toBe(false);
    expect(ask(withGroup([open], []), b, grouped).ok).toBe(true);
    expect(ask(withGroup([open], []), grouped, b).ok).toBe(false);
  });

  test("a rule for a group holds for its members in the VPC", () => {
    const stacks = withGroup([{ protocol: "tcp", from_port: 443, to_port: 443, self: true }], [open]);
    const one = host("a", "10.1.0.10", [group]);
    expect(ask(stacks, one, host("a", "10.1.1.10", [group])).ok).toBe(true);
    expect(ask(stacks, host("a", "10.1.0.20"), host("a", "10.1.1.10", [group])).ok).toBe(false);
    expect(ask(stacks, one, host("a", "10.1.1.10", [group]), 22).ok).toBe(false);
  });

  test("the default group of a VPC that nobody manages lets its members talk and everything out", () => {
    const member = host("a", "10.1.0.10", ["a/aws_vpc.main#default_security_group_id"]);
    expect(ask(two(), member, b).ok).toBe(true);
    expect(ask(two(), b, member).ok).toBe(false);
    const managed = two({ aws_default_security_group: { none: { vpc_id: "${aws_vpc.main.id}" } } });
    expect(ask(managed, member, b).ok).toBe(false);
  });
});

/** An egress VPC: attachment → (firewall →) NAT gateway → internet gateway. */
function egress(more: Resources = {}): Stacks {
  const nat = (zone: string): Attributes => ({
    route_table_id: `\${aws_route_table.hub-${zone}.id}`,
    destination_cidr_block: "0.0.0.0/0",
    nat_gateway_id: "${aws_nat_gateway.one.id}",
  });
  const inEgress: Resources = {
    aws_internet_gateway: { out: { vpc_id: "${aws_vpc.main.id}" } },
    aws_nat_gateway: { one: { allocation_id: "eipalloc-1", subnet_id: "${aws_subnet.host-a.id}" } },
    aws_route_table: { "hub-a": { vpc_id: "${aws_vpc.main.id}" }, "hub-b": { vpc_id: "${aws_vpc.main.id}" } },
    aws_route: {
      "host-default": {
        route_table_id: "${aws_route_table.host.id}",
        destination_cidr_block: "0.0.0.0/0",
        gateway_id: "${aws_internet_gateway.out.id}",
      },
      "host-pool": toGateway("10.0.0.0/8", "host"),
      "hub-a-default": nat("a"),
      "hub-b-default": nat("b"),
    },
    aws_route_table_association: { "hub-a": bind("hub-a", "hub-a"), "hub-b": bind("hub-b", "hub-b") },
  };
  const defaults = {
    aws_ec2_transit_gateway_route: { a: route("a", "0.0.0.0/0", "e"), b: route("b", "0.0.0.0/0", "e") },
  };
  return {
    a: vpc("a", 1),
    b: vpc("b", 2),
    e: vpc("e", 9, merged(inEgress, more)),
    network: hub(["a", "b", "e"], { e: ["a", "b"] }, defaults),
  };
}

describe("an egress VPC", () => {
  test("carries a spoke to the internet and the answers back", () => {
    const { ok, hops } = ask(egress(), a, internet);
    expect(ok).toBe(true);
    expect(hops).toContain("e/aws_nat_gateway.one");
    expect(ask(egress(), host("a", "10.1.1.10"), internet).ok).toBe(true);
  });

  test("lets nobody in", () => {
    expect(ask(egress(), internet, a).reason).toContain("no internet gateway");
    expect(ask(egress(), internet, host("e", "10.9.0.10")).reason).toContain("no public address");
  });

  test("turns spokes around to each other behind the NAT gateway's address when no blackhole stops them", () => {
    const { ok, hops } = ask(egress(), a, b);
    expect(ok).toBe(true);
    expect(hops.filter((hop) => hop === "e/aws_nat_gateway.one")).toHaveLength(2);
  });

  test("cannot with a private NAT gateway", () => {
    const { reason } = ask(
      egress({ aws_nat_gateway: { one: { connectivity_type: "private", subnet_id: "${aws_subnet.host-a.id}" } } }),
      a,
      internet,
    );
    expect(reason).toContain("no public address");
  });

  test("a loop ends", () => {
    const loop = { route_table_id: "${aws_route_table.host.id}", destination_cidr_block: "0.0.0.0/0" };
    const stacks = egress({ aws_route: { "host-default": { ...loop, nat_gateway_id: "${aws_nat_gateway.one.id}" } } });
    expect(ask(stacks, a, internet).reason).toBe("a loop");
  });
});

/** A VPC with a firewall between spokes, in appliance mode or not. */
function inspected(appliance: boolean): Stacks {
  const endpoint = (zone: string): Attributes => ({
    route_table_id: `\${aws_route_table.hub-${zone}.id}`,
    destination_cidr_block: "0.0.0.0/0",
    vpc_endpoint_id: `\${one([for s in aws_networkfirewall_firewall.wall.firewall_status[0].sync_states : s.attachment[0].endpoint_id if s.availability_zone == "eu-west-1${zone}"])}`,
  });
  const inside: Resources = {
    aws_networkfirewall_firewall: {
      wall: {
        vpc_id: "${aws_vpc.main.id}",
        subnet_mapping: [{ subnet_id: "${aws_subnet.middle-a.id}" }, { subnet_id: "${aws_subnet.middle-b.id}" }],
      },
    },
    aws_route_table: { "hub-a": { vpc_id: "${aws_vpc.main.id}" }, "hub-b": { vpc_id: "${aws_vpc.main.id}" } },
    aws_route: { "hub-a": endpoint("a"), "hub-b": endpoint("b") },
    aws_route_table_association: {
      "hub-a": bind("hub-a", "hub-a"),
      "hub-b": bind("hub-b", "hub-b"),
      "middle-a": bind("host", "middle-a"),
      "middle-b": bind("host", "middle-b"),
    },
    aws_ec2_transit_gateway_vpc_attachment: {
      hub: {
        transit_gateway_id: "tgw-1",
        vpc_id: "${aws_vpc.main.id}",
        subnet_ids: ["${aws_subnet.hub-a.id}", "${aws_subnet.hub-b.id}"],
        appliance_mode_support: appliance ? "enable" : "disable",
      },
    },
  };
  const through = {
    aws_ec2_transit_gateway_route: { a: route("a", "0.0.0.0/0", "i"), b: route("b", "0.0.0.0/0", "i") },
  };
  return {
    a: vpc("a", 1),
    b: vpc("b", 2),
    i: vpc("i", 8, inside),
    network: hub(["a", "b", "i"], { i: ["a", "b"] }, through),
  };
}

describe("a firewall in a VPC of its own", () => {
  test("is passed both ways, at the same endpoint", () => {
    const { ok, hops } = ask(inspected(true), a, b);
    expect(ok).toBe(true);
    expect(hops.filter((hop) => hop.startsWith("firewall in"))).toHaveLength(2);
    expect(new Set(hops.filter((hop) => hop.startsWith("firewall in"))).size).toBe(1);
  });

  test("loses answers of hosts in another zone without appliance mode", () => {
    expect(ask(inspected(false), a, b).reason).toContain("it did not see the other direction");
    expect(ask(inspected(false), a, host("b", "10.2.0.10")).ok).toBe(true);
  });

  test("loses answers that pass by it", () => {
    const stacks = inspected(true);
    const { network } = stacks;
    const past = { aws_ec2_transit_gateway_route: { past: route("b", "10.1.0.0/16", "a") } };
    const changed = { ...stacks, network: { ...network, resource: merged(network?.resource ?? {}, past) } };
    expect(ask(changed, a, b).reason).toContain("passes by the firewall");
  });
});

describe("a VPN", () => {
  const attachment = "network/aws_vpn_connection.office";
  const behind: Endpoint = { attachment, address: "192.168.0.10" };
  const vpn = (routes: Readonly<Record<string, Attributes>>): Stacks => {
    const { resource = {} } = hub(
      ["a", "b", "office"],
      { a: ["b"], b: ["a"], office: ["a"] },
      {
        aws_vpn_connection: { office: { transit_gateway_id: "${aws_ec2_transit_gateway.hub.id}" } },
        aws_ec2_transit_gateway_route: routes,
      },
    );
    const value = {
      "transit-gateway": "${aws_ec2_transit_gateway.hub.id}",
      "hub-attachment/office": "${aws_vpn_connection.office.transit_gateway_attachment_id}",
    };
    return { a: vpc("a", 1), b: vpc("b", 2), network: { resource, output: { ids: { value } } } };
  };

  test("reaches and is reached by whom a static route and a propagation join", () => {
    const stacks = vpn({ office: route("a", "192.168.0.0/16", "office") });
    expect(ask(stacks, a, behind).ok).toBe(true);
    expect(ask(stacks, behind, a).ok).toBe(true);
    expect(ask(stacks, b, behind).arrives).toBe(false);
    expect(ask(stacks, behind, b).arrives).toBe(false);
  });

  test("does not without the static route, whatever it propagates", () => {
    expect(ask(vpn({}), behind, a)).toMatchObject({ ok: false, arrives: true });
  });
});

test("the walker imports nothing of Landfall", () => {
  const own = ["", "world"].flatMap((folder) =>
    readdirSync(join(__dirname, folder))
      .filter(
        (file) => file.endsWith(".ts") && !/\.test\.ts$|^(product|random-hub|random-zone|worked-world)\.ts$/.test(file),
      )
      .map((file) => join(folder, file)),
  );
  expect(own.length).toBeGreaterThan(10);
  const outside = own.flatMap((file) =>
    [...readFileSync(join(__dirname, file), "utf8").matchAll(/from "(.*)"/g)]
      .map(([, from = ""]) => from)
      .filter((from) => !from.startsWith("node:") && !join(__dirname, file, "..", from).startsWith(__dirname))
      .map((from) => `${file}: ${from}`),
  );
  expect(outside).toEqual([]);
});
