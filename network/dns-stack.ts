import { Route53ZoneAssociation } from "@cdktf/provider-aws/lib/route53-zone-association";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { privateZones } from "../declaration/names";
import type { StackSpec } from "../declaration/stacks";
import { dnsAddress } from "../declaration/terraform-addresses";
import { recordIds } from "../stack/record-ids";
import { resource } from "../stack/resource";

/**
 * Private zones in an account's VPC: `aws_route53_zone_association.<zone>`. A stack of its own, because the association is the VPC's
 * account's to make and the zone's account, in `routing`, must have authorized it before; and `routing` needs the account's own stack.
 * It is empty where the VPC goes.
 */
export function buildDns(stack: TerraformStack, zone: LandingZone, { account }: StackSpec): void {
  for (const name of account.network ? privateZones(zone) : [])
    resource(stack, Route53ZoneAssociation, dnsAddress(name), {
      zoneId: zone.ids.get(`private-zone/${name}`),
      vpcId: zone.ids.get(`vpc/${account.name}`),
    });
  recordIds(stack, {});
}
