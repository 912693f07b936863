import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** KMS Developer Guide, "Rotate AWS KMS keys"; "Condition keys for AWS KMS": kms:RotationPeriodInDays. */
export const keepKeysRotating: Guardrail = {
  name: "keep-keys-rotating",
  group: "encryption",
  kind: "scp",
  intent: "Keys that rotate go on rotating, once a year or more often.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "KeepKeysRotating",
      Effect: "Deny",
      Action: "kms:DisableKeyRotation",
      Resource: "*",
      Condition: unlessExempt(context),
    },
    {
      Sid: "DenySlowRotation",
      Effect: "Deny",
      Action: "kms:EnableKeyRotation",
      Resource: "*",
      Condition: { ...unlessExempt(context), NumericGreaterThan: { "kms:RotationPeriodInDays": "365" } },
    },
  ],
  claims: (context) => [
    {
      id: "rotation-stays",
      sentence: "Nobody but the exempt roles can stop the rotation of a key.",
      denied: { actions: ["kms:DisableKeyRotation"], unless: [byExempt(context)] },
    },
    {
      id: "rotation-is-yearly",
      sentence: "Nobody but the exempt roles can have a key rotate less often than once a year.",
      denied: {
        actions: ["kms:EnableKeyRotation"],
        when: { NumericGreaterThan: { "kms:RotationPeriodInDays": "365" } },
        unless: [byExempt(context)],
      },
    },
  ],
};
