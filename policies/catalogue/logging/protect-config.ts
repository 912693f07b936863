import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * Control Tower Controls Reference, "Disallow configuration changes to AWS Config"; Config Developer Guide, "Managing
 * the configuration recorder".
 */
export const protectConfig: Guardrail = {
  name: "protect-config",
  group: "logging",
  kind: "scp",
  intent: "AWS Config goes on recording every account, and its rules stay.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectConfig",
      Effect: "Deny",
      Action: [
        "config:DeleteAggregationAuthorization",
        "config:DeleteConfigRule",
        "config:DeleteConfigurationAggregator",
        "config:DeleteConfigurationRecorder",
        "config:DeleteConformancePack",
        "config:DeleteDeliveryChannel",
        "config:DeleteEvaluationResults",
        "config:DeleteOrganization*",
        "config:DeleteRetentionConfiguration",
        "config:PutConfigurationRecorder",
        "config:PutDeliveryChannel",
        "config:PutRetentionConfiguration",
        "config:StopConfigurationRecorder",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "recording-goes-on",
      sentence: "Nobody but the exempt roles can stop, delete or narrow the recorder, or redirect what it delivers.",
      denied: {
        actions: [
          "config:StopConfigurationRecorder",
          "config:DeleteConfigurationRecorder",
          "config:PutConfigurationRecorder",
          "config:DeleteDeliveryChannel",
          "config:PutDeliveryChannel",
          "config:PutRetentionConfiguration",
          "config:DeleteRetentionConfiguration",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "rules-stay",
      sentence: "Nobody but the exempt roles can delete a rule, a conformance pack or what they found.",
      denied: {
        actions: [
          "config:DeleteConfigRule",
          "config:DeleteOrganizationConfigRule",
          "config:DeleteConformancePack",
          "config:DeleteOrganizationConformancePack",
          "config:DeleteEvaluationResults",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "aggregation-stays",
      sentence: "Nobody but the exempt roles can take the account out of the organisation's aggregator.",
      denied: {
        actions: ["config:DeleteAggregationAuthorization", "config:DeleteConfigurationAggregator"],
        unless: [byExempt(context)],
      },
    },
  ],
};
