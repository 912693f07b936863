import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import type { StackSpec } from "../declaration/stacks";
import { recordIds } from "../stack/record-ids";
import { addEgressVpc } from "./egress/egress-vpc";
import { addDnsFirewall } from "./dns/firewall";
import { addOrganizationZone } from "./dns/organization-zone";
import { addQueryLogs } from "./dns/query-logs";
import { addResolver } from "./dns/resolver";
import { addEndpointsVpc } from "./endpoints/endpoints-vpc";
import { addApexZone } from "./hub/apex-zone";
import { addResourceShare } from "./hub/resource-share";
import { addRouteTables } from "./hub/route-tables";
import { addTransitGateway } from "./hub/transit-gateway";
import { addInspectionVpc } from "./inspection/inspection-vpc";
import { addDirectConnects } from "./hybrid/direct-connect";
import { addVpns } from "./hybrid/vpn";
import { addIpam } from "./ipam/ipam";
import { addSharedVpcs } from "./shared-vpc/shared-vpc";

/** The hub, in the network account: Transit Gateway with a table a domain, its share, the way out, and the apex zone. */
export function buildNetwork(stack: TerraformStack, zone: LandingZone, spec: StackSpec): void {
  const { cidr } = zone.network.egress;
  if (cidr === undefined) throw new Error(`stack ${spec.id} was synthesised before the egress range was allocated`);
  const hub = addTransitGateway(stack, zone);
  const tables = addRouteTables(stack, zone, hub);
  const share = addResourceShare(stack, zone, hub);
  const egress = addEgressVpc(stack, zone, hub, cidr);
  const inspection = addInspectionVpc(stack, zone, hub);
  const sharedVpcs = addSharedVpcs(stack, zone, hub, spec.account.name);
  const vpns = addVpns(stack, zone, hub);
  const directConnects = addDirectConnects(stack, zone, hub);
  addIpam(stack, zone);
  const endpoints = addEndpointsVpc(stack, zone, hub);
  const resolution = {
    ...endpoints?.ids,
    ...addOrganizationZone(stack, zone, egress.vpc, endpoints?.vpc),
    ...addResolver(stack, zone, share, endpoints),
    ...addDnsFirewall(stack, zone, share),
    ...addQueryLogs(stack, zone, share),
  };
  const apex = addApexZone(stack, zone);
  recordIds(stack, {
    "transit-gateway": hub.id,
    "resource-share": share.arn,
    "egress-attachment": egress.attachment.id,
    "egress-vpc": egress.vpc.id,
    "apex-zone": apex.zoneId,
    ...tables,
    ...inspection,
    ...sharedVpcs,
    ...vpns,
    ...directConnects,
    ...resolution,
  });
}
