import { OrganizationsPolicy } from "@cdktf/provider-aws/lib/organizations-policy";
import { OrganizationsPolicyAttachment } from "@cdktf/provider-aws/lib/organizations-policy-attachment";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { policyName } from "../declaration/names";
import { attachmentAddress } from "../declaration/terraform-addresses";
import { compileGuardrails } from "../policies/compile";
import { resource } from "../stack/resource";
import type { Organization } from "./organization";
import type { AccountIds } from "./accounts";
import type { Targets } from "./organizational-units";

/** The zone's guardrails as service control policies, attached where the zone says. */
export function addGuardrails(
  stack: TerraformStack,
  zone: LandingZone,
  organization: Organization["organization"],
  targets: Targets,
  accountIds: AccountIds,
): void {
  for (const { guardrail, description, document, attachTo, accounts } of compileGuardrails(zone)) {
    const policy = resource(stack, OrganizationsPolicy, guardrail, {
      name: policyName(zone, guardrail),
      description,
      type: "SERVICE_CONTROL_POLICY",
      content: document,
      dependsOn: [organization],
    });
    const policyId = policy.id;
    for (const target of attachTo) {
      const address = attachmentAddress(guardrail, { unit: target });
      resource(stack, OrganizationsPolicyAttachment, address, { policyId, targetId: targets(target) });
    }
    for (const account of accounts) {
      const address = attachmentAddress(guardrail, { account });
      resource(stack, OrganizationsPolicyAttachment, address, { policyId, targetId: accountIds(account) });
    }
  }
}
