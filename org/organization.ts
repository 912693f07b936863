import { OrganizationsOrganization } from "@cdktf/provider-aws/lib/organizations-organization";
import { RamSharingWithOrganization } from "@cdktf/provider-aws/lib/ram-sharing-with-organization";
import type { TerraformStack } from "cdktf";
import { resource } from "../stack/resource";
import { trustedServices } from "./trusted-services";

/** The organisation with all features on, and the id of its root. */
export interface Organization {
  readonly organization: OrganizationsOrganization;
  readonly rootId: string;
}

export function addOrganization(stack: TerraformStack): Organization {
  const organization = resource(stack, OrganizationsOrganization, "organization", {
    featureSet: "ALL",
    awsServiceAccessPrincipals: Object.keys(trustedServices).sort(),
    enabledPolicyTypes: ["RESOURCE_CONTROL_POLICY", "SERVICE_CONTROL_POLICY", "TAG_POLICY"],
  });
  // Sharing also needs a role that only this call makes: RAM User Guide, "Enable resource sharing within AWS Organizations".
  resource(stack, RamSharingWithOrganization, "organization", { dependsOn: [organization] });
  return { organization, rootId: organization.roots.get(0).id };
}
