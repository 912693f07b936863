/** Issuer, audience and subject as GitHub Actions writes them (GitHub docs, "OpenID Connect reference"). */
const issuer = "https://token.actions.githubusercontent.com";
const audience = "sts.amazonaws.com";

/**
 * An OIDC token as the pipeline of a service's repository would present it to STS. It is unsigned: the local AWS reads its
 * claims and holds them against the role's trust policy.
 *
 * @param repository `owner/name`
 * @param environment the GitHub environment, which is the account's name
 */
export function pipelineToken(repository: string, environment: string): string {
  const seconds = Math.floor(Date.now() / 1000);
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
  return [
    encode({ alg: "none", typ: "JWT" }),
    encode({
      iss: issuer,
      aud: audience,
      sub: `repo:${repository}:environment:${environment}`,
      iat: seconds,
      exp: seconds + 3600,
    }),
    "",
  ].join(".");
}
