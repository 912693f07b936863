import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * KMS Developer Guide, "Condition keys for AWS KMS": kms:ScheduleKeyDeletionPendingWindowInDays; absent, the window is
 * 30 days.
 */
export const keepKeyDeletionSlow: Guardrail = {
  name: "keep-key-deletion-slow",
  group: "encryption",
  kind: "scp",
  intent: "A key that is deleted by mistake can be had back for 30 days.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "DenyHastyKeyDeletion",
      Effect: "Deny",
      Action: "kms:ScheduleKeyDeletion",
      Resource: "*",
      Condition: { ...unlessExempt(context), NumericLessThan: { "kms:ScheduleKeyDeletionPendingWindowInDays": "30" } },
    },
  ],
  claims: (context) => [
    {
      id: "keys-die-slowly",
      sentence: "Nobody but the exempt roles can have a key deleted in less than 30 days.",
      denied: {
        actions: ["kms:ScheduleKeyDeletion"],
        when: { NumericLessThan: { "kms:ScheduleKeyDeletionPendingWindowInDays": "30" } },
        unless: [byExempt(context)],
      },
    },
  ],
};
