import { describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../../declaration/model";
import { UserError } from "../../../declaration/user-error";
import { reachability } from "../../../network/reachability/reachability";
import { sample } from "../zones";
import { inspected, rich, withPlan, withTalk } from "./rich";

type Case = readonly [string, LandingZone, string, string, (string | number)?];

const ask = (zone: LandingZone, from: string, to: string, on: string | number = 443) => {
  const [port, protocol] = typeof on === "number" ? ([on, "tcp"] as const) : ([Number(on.slice(4)), "udp"] as const);
  return reachability(zone, { from, to, protocol, port });
};

const open = withPlan(rich, { networkAcls: false });
const noEgress: LandingZone = {
  ...rich,
  network: { ...rich.network, domains: rich.network.domains.map((domain) => ({ ...domain, egress: false })) },
};
const onPremises = withTalk(rich, { shared: ["prod", "nonprod", "shared"] });

describe("reachable is", () => {
  test.each<Case>([
    ["a spoke of a domain that talks to one's own", sample, "orders-dev", "shared-services"],
    ["an account in a shared VPC", rich, "shared-services", "audit"],
    ["another account of one's own shared VPC", rich, "audit", "commons"],
    ["a spoke of one's own domain that names itself", onPremises, "office", "shared-services"],
    ["a network on premises, by the default route", rich, "orders-dev", "office"],
    ["a network on premises, without egress", noEgress, "orders-dev", "office"],
    ["a spoke from on premises", rich, "office", "orders-prod"],
    ["one network on premises from another, whose routers are told of it", rich, "cage", "office"],
    ["the internet, where there is a NAT gateway", rich, "orders-dev", "internet"],
    ["the internet through the firewall", inspected(false), "audit", "internet"],
    ["another domain through the firewall", inspected(true), "orders-prod", "shared-services", 5432],
    ["on premises through the firewall", inspected(true), "orders-prod", "office"],
    ["from on premises through the firewall", inspected(true), "cage", "shared-services"],
    ["a central endpoint", rich, "orders-dev", "endpoint:ssm"],
    ["the spoke's own endpoint of S3", sample, "orders-dev", "endpoint:s3"],
    ["the resolver, from on premises", rich, "office", "resolver", "udp 53"],
    ["SSH within the pool", rich, "orders-dev", "shared-services", 22],
    ["SSH from on premises without network ACLs", open, "office", "orders-dev", 22],
  ])("%s", (...[, zone, from, to, on]) => {
    const answer = ask(zone, from, to, on);
    expect(answer).not.toHaveProperty("stops");
    expect(answer.reachable).toBe(true);
    expect(answer.there.length).toBeGreaterThan(0);
  });
});

describe("unreachable is, and it says which hop is missing,", () => {
  test.each<readonly [string, LandingZone, string, string, string | number, string]>([
    ["another domain", sample, "orders-dev", "orders-prod", 443, "blackhole 10.0.0.0/12 in hub table nonprod"],
    [
      "another spoke of one's own domain",
      sample,
      "orders-dev",
      "payments-dev",
      443,
      "blackhole 10.0.0.0/12 in hub table nonprod",
    ],
    [
      "the internet without NAT gateways",
      sample,
      "orders-dev",
      "internet",
      443,
      "natGateways: none: the egress VPC forwards nothing",
    ],
    [
      "the internet without egress",
      noEgress,
      "orders-dev",
      "internet",
      443,
      "no route to the internet in route table private of orders-dev",
    ],
    [
      "on premises without talk",
      withTalk(rich, { prod: [] }),
      "orders-prod",
      "office",
      443,
      "blackhole 192.168.0.0/16 in hub table prod",
    ],
    [
      "on premises without talk, through the firewall",
      withTalk(inspected(true), { prod: [] }),
      "orders-prod",
      "office",
      443,
      "blackhole 192.168.0.0/16 in hub table prod",
    ],
    [
      "anything from the internet",
      rich,
      "internet",
      "orders-dev",
      443,
      "the internet reaches nothing: NAT gateways translate what is sent outwards, and no subnet gives out public addresses",
    ],
    [
      "SSH from outside the pool",
      rich,
      "office",
      "orders-dev",
      22,
      "the network ACL of orders-dev refuses tcp 22: 200 deny tcp 22 from 0.0.0.0/0",
    ],
    [
      "RDP from outside the pool",
      rich,
      "cage",
      "shared-services",
      3389,
      "the network ACL of shared-services refuses tcp 3389: 201 deny tcp 3389 from 0.0.0.0/0",
    ],
    [
      "what is not TCP, past the firewall",
      inspected(true),
      "orders-dev",
      "internet",
      "udp 53",
      "the firewall drops udp 53 to the internet: only TCP leaves",
    ],
    [
      "an endpoint on another port",
      rich,
      "orders-dev",
      "endpoint:ssm",
      80,
      "the security group of endpoint:ssm refuses tcp 80 from 10.0.4.0: it admits tcp 443 from 10.0.0.0/12",
    ],
    [
      "an endpoint from on premises",
      rich,
      "office",
      "endpoint:ssm",
      443,
      "the security group of endpoint:ssm refuses tcp 443 from 192.168.0.0: it admits tcp 443 from 10.0.0.0/12",
    ],
    [
      "a spoke's own endpoint from elsewhere",
      rich,
      "office",
      "endpoint:s3",
      443,
      "office has no gateway endpoint of s3, and others' serve their own VPC alone",
    ],
    [
      "anything from an endpoint",
      rich,
      "endpoint:ssm",
      "orders-dev",
      443,
      "endpoint:ssm answers and opens no connection",
    ],
    [
      "anything from a spoke's own endpoint",
      rich,
      "endpoint:s3",
      "orders-dev",
      443,
      "endpoint:s3 answers and opens no connection",
    ],
    [
      "the internet from on premises, where the answers leave for the internet",
      rich,
      "office",
      "internet",
      443,
      "what is for office leaves to the internet",
    ],
    [
      "the internet from on premises, past the firewall",
      inspected(false),
      "office",
      "internet",
      443,
      "the firewall drops tcp 443 to the internet: only the pool leaves",
    ],
    [
      "the internet from a Direct Connect, which is told of the pool",
      rich,
      "cage",
      "internet",
      443,
      "cage is told the way to 10.0.0.0/12, 192.168.0.0/16, not to the internet",
    ],
  ])("%s", (_what, zone, from, to, on, why) => {
    const answer = ask(zone, from, to, on);
    expect(answer.stops?.why).toBe(why);
    expect(answer.reachable).toBe(false);
  });

  test("a domain that does not answer, on the way back", () => {
    expect(ask(withTalk(sample, { shared: ["prod"] }), "orders-dev", "shared-services")).toMatchObject({
      reachable: false,
      stops: { on: "back", why: "blackhole 10.0.0.0/12 in hub table shared" },
      declared: "nonprod talks to shared, which does not talk to nonprod",
    });
  });
});

describe("an answer", () => {
  test("names each table and the route that fits, there and back, and what else must be so", () => {
    const told = ask(sample, "orders-dev", "shared-services");
    expect(told.there.map(({ network, by, match, leadsTo }) => [network, by, match, leadsTo])).toEqual([
      ["orders-dev", "route table private", "10.0.0.0/12", "hub"],
      ["hub", "table nonprod", "10.0.20.0/22 learnt", "shared-services"],
      ["shared-services", "network ACL", "100 allow all from 10.0.0.0/12", "private subnets"],
    ]);
    expect(told.back.map(({ network, match }) => [network, match])).toEqual([
      ["shared-services", "10.0.0.0/12"],
      ["hub", "10.0.4.0/22 learnt"],
      ["orders-dev", "100 allow all from 10.0.0.0/12"],
    ]);
    expect(told.provided).toEqual([
      "the security group of the workload in shared-services admits tcp 443 from 10.0.4.0/22; by default none does",
    ]);
  });

  test("to the internet passes the firewall once and the NAT gateway, and comes back through inspection", () => {
    const told = ask(inspected(false), "orders-dev", "internet");
    expect(told.there.map(({ network, leadsTo }) => `${network} → ${leadsTo}`)).toEqual([
      "orders-dev → hub",
      "hub → inspection",
      "inspection → on",
      "inspection → hub",
      "hub → egress",
      "egress → NAT gateway nat-a",
      "egress → internet gateway",
    ]);
    expect(told.back.map(({ network, leadsTo }) => `${network} → ${leadsTo}`)).toEqual([
      "egress → NAT gateway nat-a",
      "egress → hub",
      "hub → inspection",
      "inspection → on",
      "inspection → hub",
      "hub → orders-dev",
      "orders-dev → private subnets",
    ]);
    expect(told.provided).toEqual(["it asks for one of .example.com by HTTP or TLS"]);
  });

  test("is of the availability zone in which it does not come about", () => {
    const { network } = rich;
    const zone = withPlan(rich, { availabilityZones: [...network.availabilityZones, "eu-west-1c"] });
    expect(ask(zone, "orders-dev", "internet")).toMatchObject({ reachable: true, availabilityZone: "eu-west-1a" });
  });

  test.each<readonly [string, string, string, string]>([
    ["a name that nothing has", "orders-dve", "the network has no orders-dve; did you mean orders-dev?", "orders-prod"],
    [
      "an endpoint that is not declared",
      "endpoint:smm",
      "the network has no endpoint:smm; did you mean endpoint:ssm?",
      "orders-dev",
    ],
    ["an account without a network", "management", "management has no network", "spoke"],
    ["the hub's own VPCs", "egress", "the network has no egress", "orders-dev"],
  ])("is refused for %s", (_what, name, message, remedy) => {
    const asked = (): unknown => ask(rich, name, "internet");
    expect(asked).toThrow(message);
    expect(asked).toThrow(expect.objectContaining({ remedy: expect.stringContaining(remedy) }));
    expect(asked).toThrow(UserError);
  });

  test("is refused for a network that has no range yet", () => {
    const accounts = sample.accounts.map((account) =>
      account.network && account.name === "orders-dev"
        ? { ...account, network: { ...account.network, cidr: undefined } }
        : account,
    );
    expect(() => ask({ ...sample, accounts }, "orders-dev", "internet")).toThrow("has no range yet");
  });
});
