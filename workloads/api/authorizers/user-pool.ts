/** A user pool of Amazon Cognito, as its issuer names it. */
export interface UserPool {
  readonly region: string;
  readonly id: string;
}

/** Amazon Cognito Developer Guide, "Verifying JSON web tokens": the issuer of a pool's tokens. */
export function userPoolOf(issuer: string): UserPool | undefined {
  const [, region, id] = /^https:\/\/cognito-idp\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([\w-]+)$/.exec(issuer) ?? [];
  return region === undefined || id === undefined ? undefined : { region, id };
}
