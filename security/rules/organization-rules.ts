import { ConfigOrganizationManagedRule } from "@cdktf/provider-aws/lib/config-organization-managed-rule";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { canonicalJson } from "../../declaration/organization-policies";
import { resource } from "../../stack/resource";
import { excludedAccounts } from "./excluded-accounts";

/** Managed rules in every account: AWS Config Developer Guide, "Managing AWS Config rules across all accounts in your organization". */
export function addOrganizationRules(stack: TerraformStack, zone: LandingZone): void {
  for (const [name, { identifier, parameters, resourceTypes, except }] of Object.entries(zone.security.config.rules)) {
    const excluded = excludedAccounts(zone, except);
    resource(stack, ConfigOrganizationManagedRule, name, {
      name: `${zone.organization.name}-${name}`,
      ruleIdentifier: identifier,
      ...(Object.keys(parameters).length > 0 ? { inputParameters: canonicalJson(parameters) } : {}),
      ...(resourceTypes.length > 0 ? { resourceTypesScope: resourceTypes.toSorted() } : {}),
      ...(excluded.length > 0 ? { excludedAccounts: excluded } : {}),
    });
  }
}
