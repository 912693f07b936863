import { GuarddutyDetector } from "@cdktf/provider-aws/lib/guardduty-detector";
import { GuarddutyOrganizationConfiguration } from "@cdktf/provider-aws/lib/guardduty-organization-configuration";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";

/** Watches every account of the organisation, those to come included, in the home region. */
export function addGuardDuty(stack: TerraformStack): void {
  const detector = resource(stack, GuarddutyDetector, "organization", {
    enable: true,
    findingPublishingFrequency: "FIFTEEN_MINUTES",
  });
  resource(stack, GuarddutyOrganizationConfiguration, "organization", {
    detectorId: detector.id,
    autoEnableOrganizationMembers: "ALL",
  });
}
