import { Route53VpcAssociationAuthorization } from "@cdktf/provider-aws/lib/route53-vpc-association-authorization";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { privateZones } from "../../declaration/names";
import { dnsAddress } from "../../declaration/terraform-addresses";
import { resource } from "../../stack/resource";

/**
 * `aws_route53_vpc_association_authorization.<account>--<zone>`: the zones' account lets each spoke's VPC be associated with each private
 * zone, which the stack `<account>-dns` then does ("Associating an Amazon VPC and a private hosted zone that you created with different
 * AWS accounts", Route 53 Developer Guide).
 *
 * @param owner the network account, whose own spoke needs no authorization
 */
export function addZoneAuthorizations(stack: TerraformStack, zone: LandingZone, owner: string): void {
  const zones = privateZones(zone);
  for (const { name, network } of zone.accounts) {
    if (network === undefined || name === owner) continue;
    for (const hosted of zones)
      resource(stack, Route53VpcAssociationAuthorization, `${name}--${dnsAddress(hosted)}`, {
        zoneId: zone.ids.get(`private-zone/${hosted}`),
        vpcId: zone.ids.get(`vpc/${name}`),
      });
  }
}
