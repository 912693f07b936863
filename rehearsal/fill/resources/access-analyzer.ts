import type { ServiceRows } from "../row";
import { crud, standardTagging } from "../verbs";

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
      arn: ["arn", "access-analyzer:{region}:{account}:analyzer/{name}"],
      assigns: { status: "ACTIVE", createdAt: "{now}" },
      operations: crud("Analyzer", "analyzer", "analyzers"),
    },
    {
      resource: "archive rule",
      key: ["analyzerName", "ruleName"],
      of: { resource: "analyzer", key: ["analyzerName"] },
      assigns: { createdAt: "{now}", updatedAt: "{now}" },
      operations: crud("ArchiveRule", "archiveRule", "archiveRules"),
    },
  ],
};
