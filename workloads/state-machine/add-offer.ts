import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { TerraformStack } from "cdktf";
import { offerRoleName } from "../../declaration/names";
import { resource } from "../../stack/resource";
import type { Placement } from "../microservice/placement";
import type { OfferDefinition } from "./definition";
import { offerPolicy, offerTrust } from "./policy";

/**
 * `aws_iam_role.<offer>_offer`: what state machines of other accounts take on to invoke the one function. There is none while no account on the bus has one of the
 * services it is for.
 */
export function addOffer(
  stack: TerraformStack,
  placement: Placement,
  service: string,
  offer: string,
  { to }: OfferDefinition,
): void {
  if (to.every((name) => (placement.peers?.[name] ?? []).length === 0)) return;
  const address = `${offer}_offer`;
  const role = resource(stack, IamRole, address, {
    name: offerRoleName(service, offer),
    path: placement.rolePath,
    permissionsBoundary: placement.boundaryArn,
    description: `Invokes ${offer} of ${service} for state machines of other accounts`,
    assumeRolePolicy: offerTrust(placement, to),
  });
  resource(stack, IamRolePolicy, address, {
    name: "invoke",
    role: role.name,
    policy: offerPolicy(placement, service, offer),
  });
}
