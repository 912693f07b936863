import { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";

/** Reports what any account shares outside the organisation. External access analysis costs nothing. */
export function addAccessAnalyzer(stack: TerraformStack, zone: LandingZone): void {
  resource(stack, AccessanalyzerAnalyzer, "organization", {
    analyzerName: `${zone.organization.name}-organization`,
    type: "ORGANIZATION",
  });
}
