import { OrganizationsOrganization } from "@cdktf/provider-aws/lib/organizations-organization";
import { RamSharingWithOrganization } from "@cdktf/provider-aws/lib/ram-sharing-with-organization";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { policyTypesOf } from "../declaration/organization-policies";
import { providerKnows } from "../declaration/policy-types";
import { trustedBy } from "../declaration/trusted-services";
import { resource } from "../stack/resource";

/** The organisation with all features on, and the id of its root. */
export interface Organization {
  readonly organization: OrganizationsOrganization;
  readonly rootId: string;
}

export function addOrganization(stack: TerraformStack, zone: LandingZone): Organization {
  const { trustedServices: others, policyTypes: otherTypes } = zone.organization;
  const organization = resource(stack, OrganizationsOrganization, "organization", {
    featureSet: "ALL",
    awsServiceAccessPrincipals: union(trustedBy(zone), others),
    enabledPolicyTypes: union(policyTypesOf(zone), otherTypes.filter(providerKnows)),
    // The provider would switch off a type that it cannot name.
    ...(otherTypes.every(providerKnows) ? {} : { lifecycle: { ignoreChanges: ["enabled_policy_types"] } }),
  });
  // Sharing also needs a role that only this call makes: RAM User Guide, "Enable resource sharing within AWS Organizations".
  resource(stack, RamSharingWithOrganization, "organization", { dependsOn: [organization] });
  return { organization, rootId: organization.roots.get(0).id };
}

function union(own: readonly string[], others: readonly string[]): string[] {
  return [...new Set([...own, ...others])].sort();
}
