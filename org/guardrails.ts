import { OrganizationsPolicy } from "@cdktf/provider-aws/lib/organizations-policy";
import { OrganizationsPolicyAttachment } from "@cdktf/provider-aws/lib/organizations-policy-attachment";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { policyName } from "../declaration/names";
import { compileGuardrails } from "../policies/compile";
import { resource } from "../stack/resource";
import type { Organization } from "./organization";
import { type Targets, unitAddress } from "./organizational-units";

/** The zone's guardrails as service control policies, attached where the zone says. */
export function addGuardrails(
  stack: TerraformStack,
  zone: LandingZone,
  organization: Organization["organization"],
  targets: Targets,
): void {
  for (const { guardrail, description, document, attachTo } of compileGuardrails(zone)) {
    const policy = resource(stack, OrganizationsPolicy, guardrail, {
      name: policyName(zone, guardrail),
      description,
      type: "SERVICE_CONTROL_POLICY",
      content: document,
      dependsOn: [organization],
    });
    for (const target of attachTo) {
      resource(stack, OrganizationsPolicyAttachment, `${guardrail}_${unitAddress(target)}`, {
        policyId: policy.id,
        targetId: targets(target),
      });
    }
  }
}
