import type { Guardrail } from "../../guardrail";

/**
 * Organizations User Guide, "RCP examples"; IAM User Guide, "Available keys for AWS OIDC federation":
 * token.actions.githubusercontent.com:sub.
 */
export const onlyGithubWebIdentities: Guardrail = {
  name: "only-github-web-identities",
  group: "data-perimeter",
  kind: "rcp",
  intent: "Of all OpenID Connect tokens, only those of GitHub's workflows open a role.",
  suggested: "workloads",
  exemptions: "nobody",
  statements: () => [
    {
      Sid: "DenyOtherWebIdentities",
      Effect: "Deny",
      Principal: "*",
      Action: "sts:AssumeRoleWithWebIdentity",
      Resource: "*",
      Condition: { Null: { "token.actions.githubusercontent.com:sub": "true" } },
    },
  ],
  claims: () => [
    {
      id: "no-other-web-identities",
      sentence: "Nobody can assume a role with a token that is not of a GitHub workflow.",
      denied: {
        caller: "anybody",
        actions: ["sts:AssumeRoleWithWebIdentity"],
        when: { Null: { "token.actions.githubusercontent.com:sub": "true" } },
      },
    },
  ],
};
