import { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";

/**
 * Reports what the account shares with other accounts, those of the organisation included: to the organisation's own analyzer they are not
 * outside (IAM User Guide, "Using AWS IAM Access Analyzer", on the zone of trust). Costs nothing.
 */
export function addAccountAnalyzer(stack: TerraformStack, zone: LandingZone): void {
  if (!zone.baseline.accessAnalyzer) return;
  resource(stack, AccessanalyzerAnalyzer, "baseline", { analyzerName: "landfall-account", type: "ACCOUNT" });
}
