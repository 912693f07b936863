import { create, get, list, remove, standardTagging, update } from "../row";
import type { ServiceRows } from "../row";

/** IAM Access Analyzer: neither emulator knows it. */
export const accessAnalyzer: ServiceRows = {
  service: "access-analyzer",
  model: "accessanalyzer",
  tagging: standardTagging,
  resources: [
    {
      resource: "analyzer",
      key: ["name"],
      renames: { analyzerName: "name" },
      assigns: {
        arn: "arn:{partition}:access-analyzer:{region}:{account}:analyzer/{name}",
        status: "ACTIVE",
        createdAt: "{now}",
      },
      arn: "arn",
      operations: {
        CreateAnalyzer: create(),
        GetAnalyzer: get("analyzer"),
        ListAnalyzers: list("analyzers"),
        UpdateAnalyzer: update(),
        DeleteAnalyzer: remove(),
      },
    },
    {
      resource: "archive rule",
      key: ["analyzerName", "ruleName"],
      of: { resource: "analyzer", key: ["analyzerName"] },
      assigns: { createdAt: "{now}", updatedAt: "{now}" },
      operations: {
        CreateArchiveRule: create(),
        GetArchiveRule: get("archiveRule"),
        ListArchiveRules: list("archiveRules"),
        UpdateArchiveRule: update(),
        DeleteArchiveRule: remove(),
      },
    },
  ],
};
