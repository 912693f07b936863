import type { ServiceRows } from "../row";
import { isList, isMembers } from "../shape";
import type { Members } from "../shape";
import { putEach, standardTagging, verbs } from "../verbs";

/** Cost Explorer: moto 5.2.5 has cost categories, but neither anomaly detection nor cost allocation tags. */
export const costExplorer: ServiceRows = {
  service: "ce",
  model: "ce",
  tagging: standardTagging,
  resources: [
    {
      resource: "anomaly monitor",
      key: ["MonitorArn"],
      global: true,
      renames: { MonitorArnList: "MonitorArn" },
      arn: ["MonitorArn", "ce::{account}:anomalymonitor/{uuid}"],
      operations: verbs(
        "create CreateAnomalyMonitor<AnomalyMonitor; list GetAnomalyMonitors>AnomalyMonitors",
        "update UpdateAnomalyMonitor; delete DeleteAnomalyMonitor",
      ),
    },
    {
      resource: "anomaly subscription",
      key: ["SubscriptionArn"],
      global: true,
      renames: { SubscriptionArnList: "SubscriptionArn" },
      assigns: { AccountId: "{account}" },
      arn: ["SubscriptionArn", "ce::{account}:anomalysubscription/{uuid}"],
      operations: verbs(
        "create CreateAnomalySubscription<AnomalySubscription; list GetAnomalySubscriptions>AnomalySubscriptions",
        "update UpdateAnomalySubscription; delete DeleteAnomalySubscription",
      ),
    },
    {
      // Every tag is taken for one that AWS has seen.
      resource: "cost allocation tag",
      key: ["TagKey"],
      global: true,
      renames: { TagKeys: "TagKey" },
      assigns: { Type: "UserDefined" },
      operations: {
        UpdateCostAllocationTagsStatus: putEach(declaredTags),
        ...verbs("list ListCostAllocationTags>CostAllocationTags"),
      },
    },
  ],
};

function declaredTags({ CostAllocationTagsStatus: declared }: Members): readonly Members[] {
  return isList(declared) ? declared.filter(isMembers) : [];
}
