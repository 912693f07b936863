import { ConfigOrganizationConformancePack } from "@cdktf/provider-aws/lib/config-organization-conformance-pack";
import type { TerraformStack } from "cdktf";
import { packTemplate } from "../../declaration/conformance-pack";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { excludedAccounts } from "./excluded-accounts";

/** Sets of managed rules, deployed and judged as one: AWS Config Developer Guide, "Conformance Packs for AWS Config". */
export function addConformancePacks(stack: TerraformStack, zone: LandingZone): void {
  for (const [name, { rules, except }] of Object.entries(zone.security.config.conformancePacks)) {
    const excluded = excludedAccounts(zone, except);
    resource(stack, ConfigOrganizationConformancePack, name, {
      name: `${zone.organization.name}-${name}`,
      templateBody: packTemplate(rules),
      ...(excluded.length > 0 ? { excludedAccounts: excluded } : {}),
    });
  }
}
