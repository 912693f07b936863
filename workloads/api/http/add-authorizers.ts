import { Apigatewayv2Authorizer } from "@cdktf/provider-aws/lib/apigatewayv2-authorizer";
import type { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import type { Apigatewayv2RouteConfig } from "@cdktf/provider-aws/lib/apigatewayv2-route";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import type { TerraformStack } from "cdktf";
import { resource } from "../../../stack/resource";
import type { Operation } from "../../contract/model";
import type { ApiInput } from "../api-input";
import { callersOf } from "../authorizers/callers-of";

type Authorization = Pick<Apigatewayv2RouteConfig, "authorizationType" | "authorizerId" | "authorizationScopes">;

/** What a route asks of its callers, by the operation's access. */
export type AuthorizationOf = (operation: Operation) => Partial<Authorization>;

/** An authorizer for each scheme the contract's operations name (API Gateway Developer Guide, "Control and manage access to HTTP APIs"). */
export function addAuthorizers(stack: TerraformStack, api: Apigatewayv2Api, input: ApiInput): AuthorizationOf {
  const ids = new Map(
    callersOf(input.contract).flatMap((caller): readonly (readonly [string, string])[] => {
      const { scheme } = caller;
      const settings = input.api.authorizers?.[scheme] ?? {};
      const common = { apiId: api.id, name: scheme, identitySources: ["$request.header.Authorization"] };
      if (caller.kind === "iam") return [];
      if (caller.kind === "jwt") {
        const own = input.issuers?.get(scheme);
        const jwtConfiguration = {
          issuer: own?.url ?? caller.issuer,
          audience: [...(own?.audience ?? settings.audience ?? [])],
        };
        return [
          [
            scheme,
            resource(stack, Apigatewayv2Authorizer, scheme, { ...common, authorizerType: "JWT", jwtConfiguration }).id,
          ],
        ];
      }
      const reader = input.tokenReaders.get(scheme);
      if (reader === undefined) throw new Error(`no function reads the tokens of ${scheme}`);
      const authorizer = resource(stack, Apigatewayv2Authorizer, scheme, {
        ...common,
        authorizerType: "REQUEST",
        authorizerUri: reader.invokeArn,
        authorizerPayloadFormatVersion: "2.0",
        enableSimpleResponses: true,
        authorizerResultTtlInSeconds: settings.ttlSeconds ?? 300,
      });
      resource(stack, LambdaPermission, scheme, {
        statementId: "api",
        action: "lambda:InvokeFunction",
        functionName: reader.functionName,
        principal: "apigateway.amazonaws.com",
        sourceArn: `${api.executionArn}/authorizers/${authorizer.id}`,
      });
      return [[scheme, authorizer.id]];
    }),
  );
  return ({ access: { caller } }) => {
    if (caller === undefined) return {};
    if (caller.kind === "iam") return { authorizationType: "AWS_IAM" };
    const authorizerId = ids.get(caller.scheme);
    if (authorizerId === undefined) throw new Error(`the API has no authorizer ${caller.scheme}`);
    if (caller.kind === "token") return { authorizationType: "CUSTOM", authorizerId };
    const scopes = caller.scopes.length === 0 ? {} : { authorizationScopes: [...caller.scopes] };
    return { authorizationType: "JWT", authorizerId, ...scopes };
  };
}
