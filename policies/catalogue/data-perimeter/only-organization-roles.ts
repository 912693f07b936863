import { byDeclared, nobody, unlessDeclared } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * IAM User Guide, "AWS global condition context keys": aws:ResourceOrgID; whitepaper "Building a Data Perimeter on
 * AWS".
 */
export const onlyOrganizationRoles: Guardrail = {
  name: "only-organization-roles",
  group: "data-perimeter",
  kind: "scp",
  intent: "The organisation's people and functions assume the organisation's roles and no others.",
  suggested: "root",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyForeignRoles",
      Effect: "Deny",
      Action: "sts:AssumeRole",
      Resource: "*",
      Condition: { StringNotEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" }, ...unlessDeclared(context) },
    },
  ],
  claims: (context) => [
    {
      id: "no-foreign-roles",
      sentence: `${nobody(context)} can assume a role of an account outside the organisation.`,
      denied: {
        actions: ["sts:AssumeRole"],
        unless: [...byDeclared(context), { StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } }],
      },
    },
  ],
};
