import { announcedTo } from "../../declaration/announced";
import { gatewayServices } from "../../declaration/endpoint-services";
import type { LandingZone } from "../../declaration/model";
import { hubVpcs } from "../../declaration/names";
import { membersOf } from "../../declaration/routing/members";
import type { RoutePlan } from "../../declaration/routing/hub-routes";
import { planRoutes } from "../../declaration/routing/route-plan";
import type { AttachedNetwork } from "./attached-network";
import { planAttachmentTables, planPublicTable } from "./egress";
import { endpointSubnets, planEndpointsTable, planServed } from "./endpoints";
import { type FirewallPlan, inspectionSubnets, planFirewall, planInspectionTables } from "./inspection";
import { planEgressAcl, planNetworkAcl } from "./network-acl";
import { planElsewhere, together } from "./regions";
import { planSpokeTable } from "./spoke";
import { type VpcPlan, type VpcTable, zoneLetters } from "./vpc-plan";

/** Everything that decides where traffic goes, as plain data: what the stacks of a zone build. */
export interface NetworkPlan {
  readonly pool: string;
  /** Last letters of the availability zones. */
  readonly letters: readonly string[];
  readonly hub: RoutePlan;
  /** Members first. */
  readonly networks: readonly AttachedNetwork[];
  readonly firewall: FirewallPlan | undefined;
}

export function planNetwork(zone: LandingZone): NetworkPlan {
  const { network } = zone;
  const networkAcl = planNetworkAcl(zone);
  const vpc = (cidr: string | undefined, main: string, tables: readonly VpcTable[]): VpcPlan => ({
    cidr,
    main,
    attachment: "attachment",
    tables,
    networkAcl,
    gatewayEndpoints: [],
    serves: {},
  });
  const hubVpc = (name: string, plan: VpcPlan): AttachedNetwork => ({
    name,
    domain: undefined,
    ranges: plan.cidr === undefined ? [] : [plan.cidr],
    vpc: plan,
    told: undefined,
  });
  const tablesOf = new Map(network.domains.map((domain) => [domain.name, [planSpokeTable(zone, domain)]]));
  const elsewhere = network.regions.map(({ name }) =>
    planElsewhere(zone, name, (range, domain) => ({
      ...vpc(range, "private", [planSpokeTable(zone, { ...domain, egress: false })]),
      gatewayEndpoints: gatewayServices,
    })),
  );
  const egressTables = [planPublicTable(zone), ...planAttachmentTables(zone)];
  const { egress, inspection, endpoints } = network;
  return {
    pool: network.pool,
    letters: zoneLetters(network.availabilityZones),
    hub: [planRoutes(zone), ...elsewhere.map(({ routes }) => routes)].reduce(together),
    networks: [
      ...membersOf(zone).map(({ name, domain, ranges, cloud }) => ({
        name,
        domain,
        ranges,
        vpc: cloud
          ? { ...vpc(ranges[0], "private", tablesOf.get(domain) ?? []), gatewayEndpoints: gatewayServices }
          : undefined,
        told: network.directConnects.some((each) => each.name === name)
          ? announcedTo(zone, { name, domain })
          : undefined,
      })),
      ...elsewhere.flatMap(({ networks }) => networks),
      hubVpc(hubVpcs.egress, { ...vpc(egress.cidr, "public", egressTables), networkAcl: planEgressAcl(zone) }),
      ...(inspection
        ? [
            hubVpc(hubVpcs.inspection, {
              ...vpc(inspection.cidr, "", planInspectionTables(zone)),
              ...inspectionSubnets,
            }),
          ]
        : []),
      ...(endpoints
        ? [
            hubVpc(hubVpcs.endpoints, {
              ...vpc(endpoints.cidr, "", [planEndpointsTable(zone)]),
              ...endpointSubnets,
              serves: planServed(zone),
            }),
          ]
        : []),
    ],
    firewall: planFirewall(zone),
  };
}
