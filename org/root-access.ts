import { IamOrganizationsFeatures } from "@cdktf/provider-aws/lib/iam-organizations-features";
import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { resource } from "../stack/resource";

/**
 * Root users of members, managed centrally: IAM User Guide, "Centralize root access for member accounts". New members then have no root credentials at
 * all. Those that exist are removed by sessions as root, which are no Terraform: `landfall preflight` says how.
 */
export function addRootAccess(
  stack: TerraformStack,
  { organization: { rootAccess } }: LandingZone,
  organization: ITerraformDependable,
): void {
  const enabledFeatures = [
    ...(rootAccess?.credentials ? ["RootCredentialsManagement"] : []),
    ...(rootAccess?.sessions ? ["RootSessions"] : []),
  ];
  if (enabledFeatures.length === 0) return;
  resource(stack, IamOrganizationsFeatures, "root-access", { enabledFeatures, dependsOn: [organization] });
}
