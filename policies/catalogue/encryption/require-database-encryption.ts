import { byDeclared, nobody, unlessDeclared } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * RDS User Guide, "Encrypting Amazon RDS resources"; Service Authorization Reference, Amazon RDS:
 * rds:StorageEncrypted.
 */
export const requireDatabaseEncryption: Guardrail = {
  name: "require-database-encryption",
  group: "encryption",
  kind: "scp",
  intent: "Every database of RDS is encrypted.",
  suggested: "workloads",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyPlainDatabases",
      Effect: "Deny",
      Action: ["rds:CreateDBCluster", "rds:CreateDBInstance"],
      Resource: "*",
      Condition: { Bool: { "rds:StorageEncrypted": "false" }, ...unlessDeclared(context) },
    },
  ],
  claims: (context) => [
    {
      id: "no-plain-databases",
      sentence: `${nobody(context)} can make a database whose storage is not encrypted.`,
      denied: {
        actions: ["rds:CreateDBInstance", "rds:CreateDBCluster"],
        when: { Bool: { "rds:StorageEncrypted": "false" } },
        unless: byDeclared(context),
      },
    },
  ],
};
