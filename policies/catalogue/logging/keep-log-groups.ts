import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** CloudWatch Logs User Guide, "Working with log groups and log streams". */
export const keepLogGroups: Guardrail = {
  name: "keep-log-groups",
  group: "logging",
  kind: "scp",
  intent: "Log groups of CloudWatch Logs are neither deleted nor kept for a shorter time than they were made for.",
  suggested: "prod",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "KeepLogGroups",
      Effect: "Deny",
      Action: [
        "logs:DeleteLogGroup",
        "logs:DeleteLogStream",
        "logs:PutLogGroupDeletionProtection",
        "logs:PutRetentionPolicy",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "logs-are-not-deleted",
      sentence: "Nobody but the exempt roles can delete logs, or lift what protects them from deletion.",
      denied: {
        actions: ["logs:DeleteLogGroup", "logs:DeleteLogStream", "logs:PutLogGroupDeletionProtection"],
        unless: [byExempt(context)],
      },
    },
    {
      id: "logs-are-kept-as-long",
      sentence: "Nobody but the exempt roles can change how long logs are kept.",
      denied: { actions: ["logs:PutRetentionPolicy"], unless: [byExempt(context)] },
    },
  ],
};
