import type { Guardrail } from "../guardrail";

export const denyRootUser: Guardrail = {
  name: "deny-root-user",
  intent: "Nobody works as an account's root user.",
  statements: (zone) => [
    {
      Sid: "DenyRootUser",
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { ArnLike: { "aws:PrincipalArn": `arn:${zone.partition}:iam::*:root` } },
    },
  ],
};
