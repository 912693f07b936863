import { Apigatewayv2Api, type Apigatewayv2ApiCorsConfiguration } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { Apigatewayv2Integration } from "@cdktf/provider-aws/lib/apigatewayv2-integration";
import { Apigatewayv2Route, type Apigatewayv2RouteConfig } from "@cdktf/provider-aws/lib/apigatewayv2-route";
import { Apigatewayv2Stage, type Apigatewayv2StageConfig } from "@cdktf/provider-aws/lib/apigatewayv2-stage";
import type { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import type { TerraformStack } from "cdktf";
import { resource } from "../../../stack/resource";
import { type Contract, type Operation, pathsOf } from "../../contract/model";
import { timeouts } from "../../timeouts";
import type { HttpApi } from "../api";
import type { ApiDefinition, Cors } from "../api-definition";
import type { ApiInput } from "../api-input";
import { addAuthorizers, type AuthorizationOf } from "./add-authorizers";
import { allowedHeaders, allowedMethods, exposedHeaders } from "../cors";
import { accessLogFormat } from "../access-log-format";
import { addAccessLogs } from "../add-access-logs";
import { accessLogGroup } from "../../microservice/names";
import type { Placement } from "../../microservice/placement";

/**
 * The HTTP API of a contract: a route, an integration and a permission for each operation. The document itself is not
 * imported (`body`): a plan then shows each route, and AWS would take OpenAPI 3.0 only.
 */
export function addHttpApi(stack: TerraformStack, placement: Placement, input: ApiInput): HttpApi {
  const { service, contract, functions, api: definition } = input;
  const api = resource(stack, Apigatewayv2Api, "api", {
    name: service,
    description: `${contract.title} ${contract.version}`,
    protocolType: "HTTP",
    // One way in: the custom domain, with its certificate and TLS version.
    disableExecuteApiEndpoint: true,
    ...(definition.cors === undefined ? {} : { corsConfiguration: corsOf(definition.cors, contract) }),
  });
  const authorizationOf = addAuthorizers(stack, api, input);
  const routed = contract.operations.flatMap((operation) => {
    const lambda = functions.get(operation.id);
    return lambda ? [{ operation, integration: addOperation(stack, api, operation, lambda, authorizationOf) }] : [];
  });
  for (const path of pathsOf(contract)) {
    const first = routed.find(({ operation }) => operation.path === path);
    if (first)
      addRoute(stack, api, `any${path.replace(/\W+/g, "_").replace(/_$/, "")}`, `ANY ${path}`, first.integration);
  }
  return { kind: "http", api, stage: addStage(stack, placement, input, api) };
}

/** API Gateway answers preflight requests itself (API Gateway Developer Guide, "Configure CORS for HTTP APIs"). */
function corsOf({ origins, maxAgeSeconds }: Cors, contract: Contract): Apigatewayv2ApiCorsConfiguration {
  return {
    allowOrigins: [...origins],
    allowMethods: allowedMethods(contract),
    allowHeaders: allowedHeaders(contract),
    exposeHeaders: [...exposedHeaders],
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  };
}

function addOperation(
  stack: TerraformStack,
  api: Apigatewayv2Api,
  operation: Operation,
  lambda: LambdaFunction,
  authorizationOf: AuthorizationOf,
): Apigatewayv2Integration {
  const { id, method, path } = operation;
  const integration = resource(stack, Apigatewayv2Integration, id, {
    apiId: api.id,
    integrationType: "AWS_PROXY",
    integrationUri: lambda.invokeArn,
    payloadFormatVersion: "2.0",
    timeoutMilliseconds: timeouts.integrationMilliseconds,
  });
  addRoute(stack, api, id, `${method} ${path}`, integration, authorizationOf(operation));
  resource(stack, LambdaPermission, id, {
    statementId: "api",
    action: "lambda:InvokeFunction",
    functionName: lambda.functionName,
    principal: "apigateway.amazonaws.com",
    sourceArn: `${api.executionArn}/*/*${path}`,
  });
  return integration;
}

function addRoute(
  stack: TerraformStack,
  api: Apigatewayv2Api,
  name: string,
  routeKey: string,
  integration: Apigatewayv2Integration,
  authorization: Partial<Apigatewayv2RouteConfig> = {},
): void {
  resource(stack, Apigatewayv2Route, name, {
    apiId: api.id,
    routeKey,
    target: `integrations/${integration.id}`,
    ...authorization,
  });
}

function addStage(
  stack: TerraformStack,
  placement: Placement,
  { service, contract, api: definition }: ApiInput,
  api: Apigatewayv2Api,
): Apigatewayv2Stage {
  const { throttle } = placement.settings;
  const accessLogs = addAccessLogs(stack, placement, accessLogGroup(service));
  return resource(stack, Apigatewayv2Stage, "default", {
    apiId: api.id,
    name: "$default",
    autoDeploy: true,
    accessLogSettings: { destinationArn: accessLogs.arn, format: accessLogFormat },
    defaultRouteSettings: {
      throttlingBurstLimit: throttle.burst,
      throttlingRateLimit: throttle.rate,
      detailedMetricsEnabled: true,
    },
    ...routeSettingsOf(contract, definition),
  });
}

/** Settings of a route stand for all of the default's: what is left out of them is off. */
function routeSettingsOf({ operations }: Contract, { throttle = {} }: ApiDefinition): Partial<Apigatewayv2StageConfig> {
  const routeSettings = operations.flatMap(({ id, method, path }) => {
    const own = throttle[id];
    return own === undefined
      ? []
      : [
          {
            routeKey: `${method} ${path}`,
            throttlingBurstLimit: own.burst,
            throttlingRateLimit: own.rate,
            detailedMetricsEnabled: true,
          },
        ];
  });
  return routeSettings.length === 0 ? {} : { routeSettings };
}
