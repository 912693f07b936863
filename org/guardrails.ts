import { OrganizationsPolicy } from "@cdktf/provider-aws/lib/organizations-policy";
import { OrganizationsPolicyAttachment } from "@cdktf/provider-aws/lib/organizations-policy-attachment";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { attachmentAddress, packAddress, packAttachmentAddress } from "../declaration/terraform-addresses";
import { attachedPolicies, type ZonePolicy } from "../policies/attached";
import { literal } from "../stack/literal";
import { resource } from "../stack/resource";
import type { AccountIds } from "./accounts";
import type { Organization } from "./organization";
import type { Targets } from "./organizational-units";

type Target = { readonly unit: string } | { readonly account: string };

/** Attached first, detached last: what replaces a policy is there before the former goes. */
const lifecycle = { createBeforeDestroy: true };

/**
 * The zone's guardrails as policies, attached where the zone says.
 *
 * No target is without a guardrail while its packs change. A pack changes after the packs behind it: one that becomes two is emptied when the second
 * is attached, and two that become one are when the first is filled, for Terraform destroys what creates before it destroys only after those that
 * depended on it. What no order covers: a guardrail that goes from one target to another, or from a pack to one before it, is for seconds in neither.
 */
export function addGuardrails(
  stack: TerraformStack,
  zone: LandingZone,
  organization: Organization["organization"],
  targets: Targets,
  accountIds: AccountIds,
): void {
  const attachmentsOf = new Map<string, readonly OrganizationsPolicyAttachment[]>();
  for (const policy of [...attachedPolicies(zone)].sort((a, b) => indexOf(b) - indexOf(a))) {
    const behind = attachmentsOf.get(packKey(policy, indexOf(policy) + 1)) ?? [];
    const { id: policyId } = resource(stack, OrganizationsPolicy, policyAddress(policy), {
      name: policy.name,
      description: policy.description,
      type: policy.type,
      content: literal(policy.document),
      dependsOn: [organization, ...behind],
      lifecycle,
    });
    const attached = targetsOf(policy).map((target) => {
      const targetId = "unit" in target ? targets(target.unit) : accountIds(target.account);
      const address = addressOfAttachment(policy, target);
      return resource(stack, OrganizationsPolicyAttachment, address, { policyId, targetId, lifecycle });
    });
    attachmentsOf.set(packKey(policy, indexOf(policy)), attached);
  }
}

/** Name of a policy's Terraform resource: of a pack by its target, of one of its own by its guardrail. */
export function policyAddress({ pack, type, guardrails: [guardrail = ""] }: ZonePolicy): string {
  return pack === undefined ? guardrail : packAddress(pack.of, type, pack.index);
}

function addressOfAttachment(policy: ZonePolicy, target: Target): string {
  const { pack, type } = policy;
  return pack === undefined
    ? attachmentAddress(policyAddress(policy), target)
    : packAttachmentAddress(target, type, pack.index);
}

function targetsOf({ units, accounts }: ZonePolicy): readonly Target[] {
  return [...units.map((unit) => ({ unit })), ...accounts.map((account) => ({ account }))];
}

function indexOf({ pack }: ZonePolicy): number {
  return pack?.index ?? 0;
}

function packKey({ type, pack }: ZonePolicy, index: number): string {
  return pack === undefined ? "" : `${type} ${JSON.stringify(pack.of)} ${index}`;
}
