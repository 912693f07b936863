import { CognitoResourceServer } from "@cdktf/provider-aws/lib/cognito-resource-server";
import { CognitoUserPool } from "@cdktf/provider-aws/lib/cognito-user-pool";
import {
  CognitoUserPoolClient,
  type CognitoUserPoolClientConfig,
} from "@cdktf/provider-aws/lib/cognito-user-pool-client";
import { CognitoUserPoolDomain } from "@cdktf/provider-aws/lib/cognito-user-pool-domain";
import type { TerraformStack } from "cdktf";
import { dnsSuffix } from "../../declaration/regions";
import { resource } from "../../stack/resource";
import type { Placement } from "../microservice/placement";
import type { ServiceDefinition } from "../service-definition";
import type { UserPoolClientDefinition, UserPoolDefinition } from "./definition";
import { userPoolDomain, userPoolName } from "./names";

/** Who makes tokens, and for whom: what an API's authorizer compares. */
export interface Issuer {
  /** Amazon Cognito Developer Guide, "Verifying JSON web tokens": the claim `iss`. */
  readonly url: string;
  /** Ids of its clients. */
  readonly audience: readonly string[];
  readonly userPoolArn: string;
}

/** NIST SP 800-63B-4, 3.1.1.2: the length counts. People are given a first one, and change it. */
const passwordPolicy = {
  minimumLength: 15,
  requireLowercase: false,
  requireNumbers: false,
  requireSymbols: false,
  requireUppercase: false,
  temporaryPasswordValidityDays: 7,
};

/**
 * The user pools of a service, each with its domain, scopes and clients.
 *
 * @returns security scheme → the pool that makes its tokens
 */
export function addUserPools(
  stack: TerraformStack,
  { name: service, userPools = {}, api }: ServiceDefinition,
  placement: Placement,
): ReadonlyMap<string, Issuer> {
  const pools = new Map(
    Object.entries(userPools).map(([name, definition]) => [
      name,
      addUserPool(stack, placement, service, name, definition),
    ]),
  );
  return new Map(
    Object.entries(api?.authorizers ?? {}).flatMap(([scheme, { userPool }]) => {
      const issuer = userPool === undefined ? undefined : pools.get(userPool);
      return issuer === undefined ? [] : [[scheme, issuer] as const];
    }),
  );
}

function addUserPool(
  stack: TerraformStack,
  placement: Placement,
  service: string,
  name: string,
  { scopes, clients }: UserPoolDefinition,
): Issuer {
  const pool = resource(stack, CognitoUserPool, name, {
    name: userPoolName(service, name),
    // People who may use a company's service are invited to it.
    adminCreateUserConfig: { allowAdminCreateUserOnly: true },
    accountRecoverySetting: { recoveryMechanism: [{ name: "verified_email", priority: 1 }] },
    autoVerifiedAttributes: ["email"],
    deletionProtection: "INACTIVE",
    mfaConfiguration: "ON",
    passwordPolicy,
    softwareTokenMfaConfiguration: { enabled: true },
    usernameAttributes: ["email"],
    usernameConfiguration: { caseSensitive: false },
    // The cheapest that has all of this.
    userPoolTier: "LITE",
  });
  resource(stack, CognitoUserPoolDomain, name, {
    domain: userPoolDomain(placement.accountId, service, name),
    userPoolId: pool.id,
  });
  const server = resource(stack, CognitoResourceServer, name, {
    identifier: service,
    name: service,
    scope: Object.entries(scopes).map(([scopeName, scopeDescription]) => ({ scopeName, scopeDescription })),
    userPoolId: pool.id,
  });
  const audience = Object.entries(clients).map(
    ([client, definition]) =>
      resource(stack, CognitoUserPoolClient, `${name}-${client}`, {
        name: client,
        userPoolId: pool.id,
        ...common,
        ...flowOf(service, definition),
        // A client cannot have scopes that do not exist yet.
        dependsOn: [server],
      }).id,
  );
  const { partition, region } = placement;
  const url = `https://cognito-idp.${region}.${dnsSuffix(partition)}/${pool.id}`;
  return { url, audience, userPoolArn: pool.arn };
}

const common = {
  allowedOauthFlowsUserPoolClient: true,
  enableTokenRevocation: true,
  preventUserExistenceErrors: "ENABLED",
  supportedIdentityProviders: ["COGNITO"],
  // Minutes, the least useful life: a token cannot be taken back from an API Gateway that reads it by itself.
  accessTokenValidity: 15,
  idTokenValidity: 15,
  refreshTokenValidity: 12,
  tokenValidityUnits: [{ accessToken: "minutes", idToken: "minutes", refreshToken: "hours" }],
} satisfies Partial<CognitoUserPoolClientConfig>;

/** Cognito Developer Guide, "OAuth 2.0 grants". */
function flowOf(
  service: string,
  { scopes, callbackUrls }: UserPoolClientDefinition,
): Pick<
  CognitoUserPoolClientConfig,
  "allowedOauthFlows" | "allowedOauthScopes" | "callbackUrls" | "explicitAuthFlows" | "generateSecret"
> {
  const own = scopes.map((scope) => `${service}/${scope}`);
  return callbackUrls === undefined
    ? { allowedOauthFlows: ["client_credentials"], allowedOauthScopes: own, generateSecret: true }
    : {
        allowedOauthFlows: ["code"],
        allowedOauthScopes: ["openid", ...own],
        callbackUrls: [...callbackUrls],
        explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
        generateSecret: false,
      };
}
