import type { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import { RamPrincipalAssociation } from "@cdktf/provider-aws/lib/ram-principal-association";
import { RamResourceAssociation } from "@cdktf/provider-aws/lib/ram-resource-association";
import { RamResourceShare } from "@cdktf/provider-aws/lib/ram-resource-share";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { organizationArn } from "../../declaration/names";
import { resource } from "../../stack/resource";

/**
 * Shares the Transit Gateway with every account of the organisation and nobody else. Invitations are not sent, because
 * the `org` stack enables sharing within the organisation (AWS RAM, "Enable resource sharing within AWS Organizations").
 */
export function addResourceShare(stack: TerraformStack, zone: LandingZone, hub: Ec2TransitGateway): RamResourceShare {
  const share = resource(stack, RamResourceShare, "hub", {
    name: `${zone.organization.name}-hub`,
    allowExternalPrincipals: false,
  });
  resource(stack, RamResourceAssociation, "hub", { resourceShareArn: share.arn, resourceArn: hub.arn });
  resource(stack, RamPrincipalAssociation, "organization", {
    resourceShareArn: share.arn,
    principal: organizationArn(zone),
  });
  return share;
}
