import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** DynamoDB Developer Guide, "Using deletion protection"; RDS User Guide, "Deleting a DB instance". */
export const keepProductionData: Guardrail = {
  name: "keep-production-data",
  group: "workloads",
  kind: "scp",
  intent: "Tables, databases, buckets and file systems of production are not deleted by the way.",
  suggested: "prod",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "KeepProductionData",
      Effect: "Deny",
      Action: [
        "dynamodb:DeleteTable",
        "dynamodb:DeleteTableReplica",
        "elasticfilesystem:DeleteFileSystem",
        "rds:DeleteDBCluster",
        "rds:DeleteDBInstance",
        "rds:DeleteGlobalCluster",
        "s3:DeleteBucket",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "tables-stay",
      sentence: "Nobody but the exempt roles can delete a table or a replica of it.",
      denied: { actions: ["dynamodb:DeleteTable", "dynamodb:DeleteTableReplica"], unless: [byExempt(context)] },
    },
    {
      id: "databases-stay",
      sentence: "Nobody but the exempt roles can delete a database.",
      denied: {
        actions: ["rds:DeleteDBInstance", "rds:DeleteDBCluster", "rds:DeleteGlobalCluster"],
        unless: [byExempt(context)],
      },
    },
    {
      id: "stores-stay",
      sentence: "Nobody but the exempt roles can delete a bucket or a file system.",
      denied: { actions: ["s3:DeleteBucket", "elasticfilesystem:DeleteFileSystem"], unless: [byExempt(context)] },
    },
  ],
};
