import type { Guardrail } from "../../guardrail";

/** Organizations User Guide, "Example SCPs for Amazon EC2 and IAM": actions of the root user. */
export const denyRootUser: Guardrail = {
  name: "deny-root-user",
  group: "foundations",
  kind: "scp",
  intent: "Nobody works as an account's root user.",
  suggested: "root",
  exemptions: "nobody",
  statements: ({ zone }) => [
    {
      Sid: "DenyRootUser",
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { ArnLike: { "aws:PrincipalArn": `arn:${zone.partition}:iam::*:root` } },
    },
  ],
  claims: ({ zone }) => [
    {
      id: "root-user-does-nothing",
      sentence: "The root user of the account can do nothing.",
      denied: { actions: ["*"], when: { ArnLike: { "aws:PrincipalArn": [`arn:${zone.partition}:iam::*:root`] } } },
    },
  ],
};
