import {
  type ApiGatewayV2Client,
  GetApisCommand,
  GetRoutesCommand,
  UpdateRouteCommand,
} from "@aws-sdk/client-apigatewayv2";

/** The account's one HTTP API. */
async function apiOf(client: ApiGatewayV2Client): Promise<string> {
  const { Items = [] } = await client.send(new GetApisCommand({}));
  const [only, ...others] = Items;
  if (only?.ApiId === undefined || others.length > 0) throw new Error(`the account has ${Items.length} APIs`);
  return only.ApiId;
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
