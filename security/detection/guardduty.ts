import { GuarddutyDetector } from "@cdktf/provider-aws/lib/guardduty-detector";
import { GuarddutyDetectorFeature } from "@cdktf/provider-aws/lib/guardduty-detector-feature";
import { GuarddutyOrganizationConfiguration } from "@cdktf/provider-aws/lib/guardduty-organization-configuration";
import { GuarddutyOrganizationConfigurationFeature } from "@cdktf/provider-aws/lib/guardduty-organization-configuration-feature";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { guardDutyFeatures } from "./guardduty-features";

/** Watches every account of the organisation, those to come included, in one region; with the protection plans that the zone declares. */
export function addGuardDuty(stack: TerraformStack, zone: LandingZone): void {
  const detector = resource(stack, GuarddutyDetector, "organization", {
    enable: true,
    findingPublishingFrequency: "FIFTEEN_MINUTES",
  });
  const members = resource(stack, GuarddutyOrganizationConfiguration, "organization", {
    detectorId: detector.id,
    autoEnableOrganizationMembers: "ALL",
  });
  for (const plan of zone.security.guardDuty.plans) {
    const { name, agents = [] } = guardDutyFeatures[plan];
    // The administrator's own detector is none of its members'.
    resource(stack, GuarddutyDetectorFeature, plan, {
      detectorId: detector.id,
      name,
      status: "ENABLED",
      additionalConfiguration: agents.map((agent) => ({ name: agent, status: "ENABLED" })),
    });
    resource(stack, GuarddutyOrganizationConfigurationFeature, plan, {
      detectorId: detector.id,
      name,
      autoEnable: "ALL",
      additionalConfiguration: agents.map((agent) => ({ name: agent, autoEnable: "ALL" })),
      dependsOn: [members],
    });
  }
}
