import {
  type ApiGatewayV2Client,
  GetApisCommand,
  GetAuthorizersCommand,
  GetRoutesCommand,
  type JWTConfiguration,
  UpdateAuthorizerCommand,
  UpdateRouteCommand,
} from "@aws-sdk/client-apigatewayv2";

/** The account's one HTTP API. */
async function apiOf(client: ApiGatewayV2Client): Promise<string> {
  const { Items = [] } = await client.send(new GetApisCommand({}));
  const [only, ...others] = Items;
  if (only?.ApiId === undefined || others.length > 0) throw new Error(`the account has ${Items.length} APIs`);
  return only.ApiId;
}

/**
 * Lets an authorizer of the API go by other tokens.
 * @returns what lets it go by its own again
 */
export async function goingBy(
  client: ApiGatewayV2Client,
  name: string,
  tokens: JWTConfiguration,
): Promise<() => Promise<void>> {
  const ApiId = await apiOf(client);
  const { Items = [] } = await client.send(new GetAuthorizersCommand({ ApiId }));
  const found = Items.find(({ Name }) => Name === name);
  if (found?.JwtConfiguration === undefined) throw new Error(`the API has no authorizer ${name}`);
  const { AuthorizerId, JwtConfiguration: own } = found;
  const change = async (JwtConfiguration: JWTConfiguration): Promise<void> =>
    void (await client.send(new UpdateAuthorizerCommand({ ApiId, AuthorizerId, JwtConfiguration })));
  await change(tokens);
  return () => change(own);
}

/** Does something while a route asks nobody who calls. */
export async function whileOpen(
  client: ApiGatewayV2Client,
  routeKey: string,
  during: () => Promise<void>,
): Promise<void> {
  const ApiId = await apiOf(client);
  const { Items = [] } = await client.send(new GetRoutesCommand({ ApiId }));
  const found = Items.find(({ RouteKey }) => RouteKey === routeKey);
  if (found?.AuthorizationType === undefined || found.AuthorizationType === "NONE")
    throw new Error(`${routeKey} asks nobody who calls as it is`);
  const { RouteId, AuthorizationType, AuthorizerId, AuthorizationScopes } = found;
  await client.send(new UpdateRouteCommand({ ApiId, RouteId, AuthorizationType: "NONE" }));
  try {
    await during();
  } finally {
    const scopes = AuthorizationScopes === undefined ? {} : { AuthorizationScopes };
    await client.send(new UpdateRouteCommand({ ApiId, RouteId, AuthorizationType, AuthorizerId, ...scopes }));
  }
}
