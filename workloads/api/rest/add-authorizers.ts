import { ApiGatewayAuthorizer } from "@cdktf/provider-aws/lib/api-gateway-authorizer";
import type { ApiGatewayMethodConfig } from "@cdktf/provider-aws/lib/api-gateway-method";
import type { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import type { TerraformStack } from "cdktf";
import { resource } from "../../../stack/resource";
import type { Operation } from "../../contract/model";
import type { Placement } from "../../microservice/placement";
import type { ApiInput } from "../api-input";
import { callersOf } from "../authorizers/callers-of";
import { userPoolOf } from "../authorizers/user-pool";
import type { Parts } from "./parts";

type Authorization = Pick<ApiGatewayMethodConfig, "authorization" | "authorizerId" | "authorizationScopes">;

/** What a method asks of its callers, by the operation's access. */
export type AuthorizationOf = (operation: Operation) => Authorization;

interface Where {
  readonly stack: TerraformStack;
  readonly placement: Placement;
  readonly parts: Parts;
  readonly api: ApiGatewayRestApi;
}

/** An authorizer for each scheme the contract's operations name (API Gateway Developer Guide, "Control and manage access to REST APIs"). */
export function addAuthorizers({ stack, placement, parts, api }: Where, input: ApiInput): AuthorizationOf {
  const ids = new Map(
    callersOf(input.contract).flatMap((caller): readonly (readonly [string, string])[] => {
      const { scheme } = caller;
      const common = { restApiId: api.id, name: scheme, identitySource: "method.request.header.Authorization" };
      if (caller.kind === "iam") return [];
      if (caller.kind === "jwt") {
        const providerArns = [input.issuers?.get(scheme)?.userPoolArn ?? userPoolArn(placement, caller.issuer)];
        return [
          [scheme, parts.add(ApiGatewayAuthorizer, scheme, { ...common, type: "COGNITO_USER_POOLS", providerArns }).id],
        ];
      }
      const reader = input.tokenReaders.get(scheme);
      if (reader === undefined) throw new Error(`no function reads the tokens of ${scheme}`);
      const authorizer = parts.add(ApiGatewayAuthorizer, scheme, {
        ...common,
        type: "REQUEST",
        authorizerUri: reader.invokeArn,
        authorizerResultTtlInSeconds: input.api.authorizers?.[scheme]?.ttlSeconds ?? 300,
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
    if (caller === undefined) return { authorization: "NONE" };
    if (caller.kind === "iam") return { authorization: "AWS_IAM" };
    const authorizerId = ids.get(caller.scheme);
    if (authorizerId === undefined) throw new Error(`the API has no authorizer ${caller.scheme}`);
    if (caller.kind === "token") return { authorization: "CUSTOM", authorizerId };
    const scopes = caller.scopes.length === 0 ? {} : { authorizationScopes: [...caller.scopes] };
    return { authorization: "COGNITO_USER_POOLS", authorizerId, ...scopes };
  };
}

function userPoolArn({ partition, accountId }: Placement, issuer: string): string {
  const pool = userPoolOf(issuer);
  // `chooseKind` lets no other issuer come here.
  if (pool === undefined) throw new Error(`${issuer} is no user pool`);
  return `arn:${partition}:cognito-idp:${pool.region}:${accountId}:userpool/${pool.id}`;
}
