import type { Guardrail } from "../../guardrail";

/**
 * IAM User Guide, "The confused deputy problem"; "AWS global condition context keys": aws:SourceOrgID,
 * aws:SourceAccount; Organizations User Guide, "RCP examples".
 */
export const noConfusedDeputy: Guardrail = {
  name: "no-confused-deputy",
  group: "data-perimeter",
  kind: "rcp",
  intent: "An AWS service reaches the organisation's resources on behalf of the organisation's accounts alone.",
  suggested: "root",
  exemptions: "nobody",
  statements: () => [
    {
      Sid: "DenyConfusedDeputies",
      Effect: "Deny",
      Principal: "*",
      Action: ["dynamodb:*", "kms:*", "s3:*", "secretsmanager:*", "sqs:*", "sts:AssumeRole"],
      Resource: "*",
      Condition: {
        StringNotEquals: { "aws:SourceOrgID": "${aws:ResourceOrgID}" },
        Null: { "aws:SourceAccount": "false" },
        Bool: { "aws:PrincipalIsAWSService": "true" },
      },
    },
  ],
  claims: () => [
    {
      id: "no-service-for-strangers",
      sentence: "No AWS service can act on the organisation's data and roles for an account outside it.",
      denied: {
        caller: "anybody",
        actions: ["s3:*", "dynamodb:*", "sqs:*", "kms:*", "secretsmanager:*", "sts:AssumeRole"],
        when: { Bool: { "aws:PrincipalIsAWSService": "true" }, Null: { "aws:SourceAccount": "false" } },
        unless: [{ StringEquals: { "aws:SourceOrgID": "${aws:ResourceOrgID}" } }],
      },
    },
  ],
};
