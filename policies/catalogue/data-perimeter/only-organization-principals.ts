import type { Guardrail } from "../../guardrail";

/**
 * Organizations User Guide, "RCP examples"; IAM User Guide, "AWS global condition context keys": aws:PrincipalOrgID, aws:PrincipalIsAWSService.
 *
 * It exempts nobody: a stranger gives a role whatever name he wants.
 */
export const onlyOrganizationPrincipals: Guardrail = {
  name: "only-organization-principals",
  group: "data-perimeter",
  kind: "rcp",
  intent:
    "Data, keys, secrets and roles are open to the organisation's principals and to AWS services, to nobody else.",
  suggested: "root",
  exemptions: "nobody",
  statements: () => [
    {
      Sid: "DenyForeignPrincipals",
      Effect: "Deny",
      Principal: "*",
      Action: ["dynamodb:*", "ecr:*", "kms:*", "s3:*", "secretsmanager:*", "sqs:*", "sts:AssumeRole"],
      Resource: "*",
      Condition: {
        StringNotEquals: { "aws:PrincipalOrgID": "${aws:ResourceOrgID}" },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      },
    },
  ],
  claims: () => [
    {
      id: "no-strangers",
      sentence: "Nobody from outside the organisation can use its data, messages, keys, secrets or images.",
      denied: {
        caller: "anybody",
        actions: ["s3:*", "dynamodb:*", "sqs:*", "kms:*", "secretsmanager:*", "ecr:*"],
        unless: [
          { StringEquals: { "aws:PrincipalOrgID": "${aws:ResourceOrgID}" } },
          { Bool: { "aws:PrincipalIsAWSService": "true" } },
        ],
      },
    },
    {
      id: "no-strangers-in-roles",
      sentence: "Nobody from outside the organisation can assume one of its roles.",
      denied: {
        caller: "anybody",
        actions: ["sts:AssumeRole"],
        unless: [
          { StringEquals: { "aws:PrincipalOrgID": "${aws:ResourceOrgID}" } },
          { Bool: { "aws:PrincipalIsAWSService": "true" } },
        ],
      },
    },
  ],
};
