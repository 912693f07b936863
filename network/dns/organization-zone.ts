import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Route53ZoneAssociation } from "@cdktf/provider-aws/lib/route53-zone-association";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import type { IdKey } from "../../declaration/ids";
import type { LandingZone } from "../../declaration/model";
import { dnsAddress } from "../../declaration/terraform-addresses";
import { resource } from "../../stack/resource";

/**
 * `dns.privateSuffix`: the private zone that every VPC resolves. A private zone has a VPC from its first moment, and it is the egress
 * VPC's, which every zone has; the endpoints VPC, where queries from on premises come in, is associated like any other. Those
 * associations are no part of the zone's own resource (hashicorp/aws, "aws_route53_zone": `ignore_changes = [vpc]`).
 */
export function addOrganizationZone(
  stack: TerraformStack,
  { dns: { privateSuffix } }: LandingZone,
  egress: Vpc,
  endpoints: Vpc | undefined,
): Partial<Record<IdKey, string>> {
  if (privateSuffix === undefined) return {};
  const address = dnsAddress(privateSuffix);
  const hosted = resource(stack, Route53Zone, address, {
    name: privateSuffix,
    comment: "Private zone of the organization",
    vpc: [{ vpcId: egress.id }],
    lifecycle: { ignoreChanges: ["vpc"] },
  });
  if (endpoints)
    resource(stack, Route53ZoneAssociation, `endpoints--${address}`, { zoneId: hosted.id, vpcId: endpoints.id });
  return { [`private-zone/${privateSuffix}`]: hosted.id };
}
