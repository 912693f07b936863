/** Host of GitHub's token issuer, and prefix of the condition keys its claims become. */
export const githubIssuer = "token.actions.githubusercontent.com";

/** The audience that `aws-actions/configure-aws-credentials` asks for ("Configuring OpenID Connect in AWS"). */
export const githubAudience = "sts.amazonaws.com";

/** Conditions on the claims of a token, in IAM's own spelling. */
export interface GithubClaims {
  readonly StringEquals: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * What a role demands of a token: a job of this repository in one of these environments. The subject is compared whole. Repositories
 * made after 2026-06-18 have ids in it ("Immutable subject claims"): such an owner and repository are declared as they stand in
 * the token.
 * @param repository `owner/name`
 */
export function githubClaims(repository: string, environments: readonly [string, ...string[]]): GithubClaims {
  const subjects = environments.map((environment) => `repo:${repository}:environment:${environment}`);
  const [only] = subjects;
  return {
    StringEquals: {
      [`${githubIssuer}:aud`]: githubAudience,
      [`${githubIssuer}:sub`]: subjects.length === 1 && only !== undefined ? only : subjects,
    },
  };
}
