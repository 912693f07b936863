import { CeAnomalyMonitor } from "@cdktf/provider-aws/lib/ce-anomaly-monitor";
import { CeAnomalySubscription } from "@cdktf/provider-aws/lib/ce-anomaly-subscription";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";

/**
 * Watches what each service costs in the whole organisation, and writes of anomalies by mail. AWS allows one monitor of all services (Cost Management User
 * Guide, "Quotas and restrictions": one with the dimension SERVICE), and makes one itself for those who open Cost Explorer late: import that one.
 */
export function addAnomalyDetection(stack: TerraformStack, { organization, costs: { anomalies } }: LandingZone): void {
  if (anomalies === undefined) return;
  const monitor = resource(stack, CeAnomalyMonitor, "services", {
    name: `${organization.name}-services`,
    monitorType: "DIMENSIONAL",
    monitorDimension: "SERVICE",
  });
  resource(stack, CeAnomalySubscription, "services", {
    name: `${organization.name}-anomalies`,
    frequency: anomalies.frequency.toUpperCase(),
    monitorArnList: [monitor.arn],
    subscriber: [{ type: "EMAIL", address: anomalies.email }],
    thresholdExpression: {
      dimension: {
        key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
        matchOptions: ["GREATER_THAN_OR_EQUAL"],
        values: [String(anomalies.minimumUsd)],
      },
    },
  });
}
