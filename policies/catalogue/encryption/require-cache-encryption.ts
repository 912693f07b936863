import { byDeclared, nobody, unlessDeclared } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * ElastiCache User Guide, "Using condition keys": elasticache:AtRestEncryptionEnabled,
 * elasticache:TransitEncryptionEnabled.
 */
export const requireCacheEncryption: Guardrail = {
  name: "require-cache-encryption",
  group: "encryption",
  kind: "scp",
  intent: "Every replication group of ElastiCache is encrypted, at rest and on the way.",
  suggested: "workloads",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyPlainCaches",
      Effect: "Deny",
      Action: "elasticache:CreateReplicationGroup",
      Resource: "*",
      Condition: { Bool: { "elasticache:AtRestEncryptionEnabled": "false" }, ...unlessDeclared(context) },
    },
    {
      Sid: "DenyPlainCacheTraffic",
      Effect: "Deny",
      Action: "elasticache:CreateReplicationGroup",
      Resource: "*",
      Condition: { Bool: { "elasticache:TransitEncryptionEnabled": "false" }, ...unlessDeclared(context) },
    },
  ],
  claims: (context) => [
    {
      id: "no-plain-caches",
      sentence: `${nobody(context)} can make a cache that is not encrypted at rest.`,
      denied: {
        actions: ["elasticache:CreateReplicationGroup"],
        when: { Bool: { "elasticache:AtRestEncryptionEnabled": "false" } },
        unless: byDeclared(context),
      },
    },
    {
      id: "no-plain-cache-traffic",
      sentence: `${nobody(context)} can make a cache that is reached without TLS.`,
      denied: {
        actions: ["elasticache:CreateReplicationGroup"],
        when: { Bool: { "elasticache:TransitEncryptionEnabled": "false" } },
        unless: byDeclared(context),
      },
    },
  ],
};
