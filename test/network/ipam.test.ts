import { describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../declaration/model";
import { buildNetwork } from "../../network/network-stack";
import { buildRouting } from "../../network/routing-stack";
import { buildOrganization } from "../../org/org-stack";
import { type BuiltStack, buildStack } from "../fixtures/built-stack";
import { sample, withNetwork } from "./zones";

const lab = { name: "lab", domain: "nonprod", prefixLength: 24, cidr: "10.8.4.0/24" };

function stackOf(kind: "network" | "routing" | "org", changes: Partial<LandingZone["network"]>): BuiltStack {
  const build = { network: buildNetwork, routing: buildRouting, org: buildOrganization }[kind];
  return buildStack(withNetwork(sample, changes), (spec) => spec.kind === kind, build);
}

describe("the IPAM", () => {
  const stack = stackOf("network", { ipam: true, sharedVpcs: [lab] });

  test("holds the pool, and below it a pool for the hub and one a route domain, where their VPCs are", () => {
    const pools = [...stack.ofType("aws_vpc_ipam_pool")].map(([name, pool]) => [
      name,
      pool["source_ipam_pool_id"],
      pool["locale"],
    ]);
    const below = (name: string) => [name, "${aws_vpc_ipam_pool.zone_pool.id}", sample.regions.home];
    expect(pools).toEqual([
      ...["hub_vpcs", "nonprod", "prod", "shared"].map(below),
      ["zone_pool", undefined, undefined],
    ]);
    expect(stack.at("aws_vpc_ipam.zone")["operating_regions"]).toEqual([{ region_name: sample.regions.home }]);
  });

  test("has every recorded range in the pool of its domain, after the whole pool", () => {
    const ranges = [...stack.ofType("aws_vpc_ipam_pool_cidr")].map(([name, { ipam_pool_id, cidr }]) => [
      name,
      String(ipam_pool_id).split(".")[1],
      cidr,
    ]);
    const cidrOf = (name: string) => sample.accounts.find((account) => account.name === name)?.network?.cidr;
    expect(ranges).toEqual([
      ["egress", "hub_vpcs", sample.network.egress.cidr],
      ["lab", "nonprod", lab.cidr],
      ["orders-dev", "nonprod", cidrOf("orders-dev")],
      ["orders-prod", "prod", cidrOf("orders-prod")],
      ["payments-dev", "nonprod", cidrOf("payments-dev")],
      ["payments-prod", "prod", cidrOf("payments-prod")],
      ["shared-services", "shared", cidrOf("shared-services")],
      ["zone_pool", "zone_pool", sample.network.pool],
    ]);
    expect(stack.at("aws_vpc_ipam_pool_cidr.lab")["depends_on"]).toEqual(["aws_vpc_ipam_pool_cidr.zone_pool"]);
  });

  test("sees every account: it may act in them, and the network account administers it", () => {
    const org = stackOf("org", { ipam: true });
    expect(org.at("aws_organizations_organization.organization")["aws_service_access_principals"]).toContain(
      "ipam.amazonaws.com",
    );
    expect(org.at("aws_vpc_ipam_organization_admin_account.network")["delegated_admin_account_id"]).toBe(
      "${aws_organizations_account.network.id}",
    );
  });

  test("is neither there nor trusted without a declaration", () => {
    expect(stackOf("network", {}).ofType("aws_vpc_ipam_pool").size).toBe(0);
    const org = stackOf("org", {});
    expect(org.ofType("aws_vpc_ipam_organization_admin_account").size).toBe(0);
    expect(JSON.stringify(org.top)).not.toContain("ipam");
  });
});

describe("the flow log of the Transit Gateway", () => {
  test("goes to the log archive every minute, the one interval AWS takes, with no choice of traffic", () => {
    const transitGateway = { ...sample.network.transitGateway, flowLogs: true };
    const log = stackOf("routing", { transitGateway }).at("aws_flow_log.transit_gateway");
    expect(log).toMatchObject({
      transit_gateway_id: sample.ids.get("transit-gateway"),
      max_aggregation_interval: 60,
      log_destination_type: "s3",
    });
    expect(log["traffic_type"]).toBeUndefined();
    expect(stackOf("routing", {}).resources.has("aws_flow_log.transit_gateway")).toBe(false);
  });
});
