import { butDeclared, byDeclared, nobody } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** IAM User Guide, "Security best practices in IAM": human users federate with an identity provider. */
export const denyIamUsers: Guardrail = {
  name: "deny-iam-users",
  group: "identity",
  kind: "scp",
  intent: "People come in through Identity Center: there are no IAM users and no passwords.",
  suggested: "root",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyIamUsers",
      Effect: "Deny",
      Action: [
        "iam:AddUserToGroup",
        "iam:AttachUserPolicy",
        "iam:CreateLoginProfile",
        "iam:CreateUser",
        "iam:PutUserPolicy",
        "iam:UpdateLoginProfile",
      ],
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-users",
      sentence: `${nobody(context)} can make an IAM user or give one permissions.`,
      denied: {
        actions: ["iam:CreateUser", "iam:AddUserToGroup", "iam:AttachUserPolicy", "iam:PutUserPolicy"],
        unless: byDeclared(context),
      },
    },
    {
      id: "no-passwords",
      sentence: `${nobody(context)} can give an IAM user a password.`,
      denied: { actions: ["iam:CreateLoginProfile", "iam:UpdateLoginProfile"], unless: byDeclared(context) },
    },
  ],
};
