import { Route53ZoneAssociation } from "@cdktf/provider-aws/lib/route53-zone-association";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { hubVpcIdKey, hubTables, privateZones } from "../../declaration/names";
import { dnsAddress } from "../../declaration/terraform-addresses";
import { resource } from "../../stack/resource";
import { addNameResolution } from "../vpc/name-resolution";

/**
 * Name resolution in the network account's VPCs. A shared VPC resolves as a spoke does; those of the hub hold no workloads, and the
 * stack `network` associates the private zones that they need.
 */
export function addHubResolution(stack: TerraformStack, zone: LandingZone): void {
  for (const name of hubTables(zone)) addNameResolution(stack, zone, name, zone.ids.get(hubVpcIdKey(name)), false);
  for (const { name } of zone.network.sharedVpcs) {
    const vpcId = zone.ids.get(hubVpcIdKey(name));
    addNameResolution(stack, zone, name, vpcId);
    for (const hosted of privateZones(zone))
      resource(stack, Route53ZoneAssociation, `${name}--${dnsAddress(hosted)}`, {
        zoneId: zone.ids.get(`private-zone/${hosted}`),
        vpcId,
      });
  }
}
