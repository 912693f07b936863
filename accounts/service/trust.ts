import type { Account, LandingZone } from "../../declaration/model";
import { accountCreationRole, roleArn } from "../../declaration/names";
import type { PolicyStatement } from "../../stack/policy-document";

/** Host of GitHub's token issuer, and prefix of the condition keys its claims become. */
export const githubIssuer = "token.actions.githubusercontent.com";

/** The audience that `aws-actions/configure-aws-credentials` asks for ("Configuring OpenID Connect in AWS"). */
export const githubAudience = "sts.amazonaws.com";

/**
 * Who may deploy the account's service: the job of its repository that runs in the environment named as the account,
 * and, by way of the account's own platform role, an operator at a laptop.
 *
 * The subject is compared whole. Repositories made after 2026-06-18 have ids in it ("Immutable subject claims"): such an
 * owner and repository are declared as they stand in the token.
 *
 * @param providerArn ARN (or its token) of the OIDC provider; absent when the zone declares no GitHub owner
 */
export function deployTrust(
  zone: LandingZone,
  account: Account,
  repository: string | undefined,
  providerArn: string | undefined,
): readonly PolicyStatement[] {
  const operator: PolicyStatement = {
    Sid: "Operator",
    Effect: "Allow",
    Principal: { AWS: roleArn(zone, account.name, accountCreationRole) },
    Action: "sts:AssumeRole",
  };
  if (repository === undefined || providerArn === undefined) return [operator];
  const pipeline: PolicyStatement = {
    Sid: "Pipeline",
    Effect: "Allow",
    Principal: { Federated: providerArn },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: {
      StringEquals: {
        [`${githubIssuer}:aud`]: githubAudience,
        [`${githubIssuer}:sub`]: `repo:${repository}:environment:${account.name}`,
      },
    },
  };
  return [pipeline, operator];
}
