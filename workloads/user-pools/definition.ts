/** A user pool of Amazon Cognito: it knows who signs in, and makes the tokens that the service's API is shown. */
export interface UserPoolDefinition {
  /** What a token may be good for, by the scope's name, and what that means: the contract's `security` asks for `<service>/<scope>`. */
  readonly scopes: Readonly<Record<string, string>>;
  /** Programs that ask for tokens, by name. */
  readonly clients: Readonly<Record<string, UserPoolClientDefinition>>;
}

/** A program that asks a user pool for tokens. */
export interface UserPoolClientDefinition {
  /** Of the pool's scopes, those it can get. */
  readonly scopes: readonly string[];
  /**
   * Where people come back to once they have signed in (authorization code with PKCE): the client has no secret. Absent: a program that signs in for
   * itself (client credentials), with a secret that the service's state and `DescribeUserPoolClient` hold.
   */
  readonly callbackUrls?: readonly [string, ...string[]];
}
