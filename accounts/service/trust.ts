import { githubClaims } from "../../declaration/github-oidc";
import type { Account, LandingZone } from "../../declaration/model";
import { accountCreationRole, roleArn } from "../../declaration/names";
import type { PolicyStatement } from "../../stack/policy-document";

/**
 * Who may deploy the account's service: the job of its repository that runs in the environment named as the account,
 * and, by way of the account's own platform role, an operator at a laptop.
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
    Condition: { ...githubClaims(repository, [account.name]) },
  };
  return [pipeline, operator];
}
