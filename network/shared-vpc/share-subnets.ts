import { RamPrincipalAssociation } from "@cdktf/provider-aws/lib/ram-principal-association";
import { RamResourceAssociation } from "@cdktf/provider-aws/lib/ram-resource-association";
import { RamResourceShare } from "@cdktf/provider-aws/lib/ram-resource-share";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import type { PlacedSubnets } from "../vpc/subnets";

/**
 * `aws_ram_resource_share.<vpc>--subnets`: the private subnets, for exactly the accounts that name the VPC. Subnets can be shared
 * within the organisation only ("Shareable AWS resources", AWS RAM User Guide); nobody is invited, for the `org` stack enables that.
 *
 * @param owner account the VPC is in, which has the subnets anyway
 */
export function shareSubnets(
  stack: TerraformStack,
  zone: LandingZone,
  vpc: string,
  subnets: readonly PlacedSubnets[],
  owner: string,
): void {
  const share = resource(stack, RamResourceShare, `${vpc}--subnets`, {
    name: `${zone.organization.name}-${vpc}-subnets`,
    allowExternalPrincipals: false,
  });
  for (const { letter, main } of subnets)
    resource(stack, RamResourceAssociation, `${vpc}--private-${letter}`, {
      resourceShareArn: share.arn,
      resourceArn: main.arn,
    });
  for (const { name, sharedVpc } of zone.accounts) {
    if (sharedVpc !== vpc || name === owner) continue;
    resource(stack, RamPrincipalAssociation, `${name}--${vpc}`, {
      resourceShareArn: share.arn,
      principal: zone.ids.get(`account/${name}`),
    });
  }
}
