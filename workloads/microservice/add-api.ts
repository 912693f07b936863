import { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { Apigatewayv2Integration } from "@cdktf/provider-aws/lib/apigatewayv2-integration";
import { Apigatewayv2Route } from "@cdktf/provider-aws/lib/apigatewayv2-route";
import { Apigatewayv2Stage } from "@cdktf/provider-aws/lib/apigatewayv2-stage";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import { type Contract, type Operation, pathsOf } from "../contract/model";
import { timeouts } from "../timeouts";
import { accessLogFormat } from "./access-log-format";
import { accessLogGroup } from "./names";
import type { Placement } from "./placement";

export interface Api {
  readonly api: Apigatewayv2Api;
  readonly stage: Apigatewayv2Stage;
}

/**
 * The HTTP API of a contract: a route, an integration and a permission for each operation. The document itself is not
 * imported (`body`): a plan then shows each route, and AWS would take OpenAPI 3.0 only.
 */
export function addApi(
  stack: TerraformStack,
  placement: Placement,
  service: string,
  contract: Contract,
  functions: ReadonlyMap<string, LambdaFunction>,
): Api {
  const api = resource(stack, Apigatewayv2Api, "api", {
    name: service,
    description: `${contract.title} ${contract.version}`,
    protocolType: "HTTP",
    // One way in: the custom domain, with its certificate and TLS version.
    disableExecuteApiEndpoint: true,
  });
  const routed = contract.operations.flatMap((operation) => {
    const lambda = functions.get(operation.id);
    return lambda ? [{ operation, integration: addOperation(stack, api, operation, lambda) }] : [];
  });
  for (const path of pathsOf(contract)) {
    const first = routed.find(({ operation }) => operation.path === path);
    if (first)
      addRoute(stack, api, `any${path.replace(/\W+/g, "_").replace(/_$/, "")}`, `ANY ${path}`, first.integration);
  }
  return { api, stage: addStage(stack, placement, service, api) };
}

function addOperation(
  stack: TerraformStack,
  api: Apigatewayv2Api,
  { id, method, path }: Operation,
  lambda: LambdaFunction,
): Apigatewayv2Integration {
  const integration = resource(stack, Apigatewayv2Integration, id, {
    apiId: api.id,
    integrationType: "AWS_PROXY",
    integrationUri: lambda.invokeArn,
    payloadFormatVersion: "2.0",
    timeoutMilliseconds: timeouts.integrationMilliseconds,
  });
  addRoute(stack, api, id, `${method} ${path}`, integration);
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
): void {
  resource(stack, Apigatewayv2Route, name, { apiId: api.id, routeKey, target: `integrations/${integration.id}` });
}

function addStage(
  stack: TerraformStack,
  placement: Placement,
  service: string,
  api: Apigatewayv2Api,
): Apigatewayv2Stage {
  const { throttle, logRetentionDays } = placement.settings;
  const accessLogs = resource(stack, CloudwatchLogGroup, "access-logs", {
    name: accessLogGroup(service),
    retentionInDays: logRetentionDays,
  });
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
  });
}
