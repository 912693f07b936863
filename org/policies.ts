import { OrganizationsPolicy } from "@cdktf/provider-aws/lib/organizations-policy";
import { OrganizationsPolicyAttachment } from "@cdktf/provider-aws/lib/organizations-policy-attachment";
import type { TerraformStack } from "cdktf";
import { managementPolicyTypes } from "../declaration/management-policies";
import type { LandingZone } from "../declaration/model";
import { organizationPolicyAddress, organizationPolicyAttachmentAddress } from "../declaration/terraform-addresses";
import { literal } from "../stack/literal";
import { resource } from "../stack/resource";
import type { AccountIds } from "./accounts";
import type { Organization } from "./organization";
import type { Targets } from "./organizational-units";

/**
 * The zone's policies that set things up, each type by the same two resources: tags, backup, opt-out of AI services, EC2, chat applications. Guardrails
 * are packed (`guardrails.ts`); these are not, for AWS merges them by inheritance operators on the way down the tree.
 */
export function addPolicies(
  stack: TerraformStack,
  zone: LandingZone,
  organization: Organization["organization"],
  targets: Targets,
  accountIds: AccountIds,
): void {
  for (const { name, type, description, attachTo, accounts, content } of zone.policies) {
    const { id: policyId } = resource(stack, OrganizationsPolicy, organizationPolicyAddress(name), {
      name: `${zone.organization.name}-${name}`,
      description,
      type: managementPolicyTypes[type].type,
      content: literal(content),
      dependsOn: [organization],
    });
    for (const target of [...attachTo.map((unit) => ({ unit })), ...accounts.map((account) => ({ account }))])
      resource(stack, OrganizationsPolicyAttachment, organizationPolicyAttachmentAddress(name, target), {
        policyId,
        targetId: "unit" in target ? targets(target.unit) : accountIds(target.account),
      });
  }
}
