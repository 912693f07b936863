import { ApiGatewayIntegration } from "@cdktf/provider-aws/lib/api-gateway-integration";
import { ApiGatewayMethod } from "@cdktf/provider-aws/lib/api-gateway-method";
import { ApiGatewayModel } from "@cdktf/provider-aws/lib/api-gateway-model";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { resource } from "../../../stack/resource";
import type { Operation } from "../../contract/model";
import { timeouts } from "../../timeouts";
import { addQueueIntegration } from "./add-queue-integration";
import type { RestContext } from "./rest-context";
import { edgeSchema } from "./edge-schema";

/** The method of an operation, with what API Gateway checks of a request, and what answers it. */
export function addMethod(context: RestContext, operation: Operation, resourceId: string): void {
  const { parts, api, validators, authorizationOf, input } = context;
  const { id } = operation;
  const queue = input.api.sendTo?.[id];
  const validatorId = validators.of(operation);
  const model = validators.checksBodies ? addModel(context, operation) : undefined;
  const method = parts.add(ApiGatewayMethod, id, {
    restApiId: api.id,
    resourceId,
    httpMethod: operation.method,
    operationName: id,
    ...authorizationOf(operation),
    apiKeyRequired: operation.access.hasKey || Object.keys(input.api.usagePlans ?? {}).length > 0,
    requestParameters: requestParameters(operation),
    ...(model === undefined ? {} : { requestModels: { "application/json": model.name } }),
    ...(validatorId === undefined ? {} : { requestValidatorId: validatorId }),
  });
  if (queue === undefined) addFunctionIntegration(context, operation, method);
  else addQueueIntegration(context, operation, method, queue);
}

/** Parameters as mappings name them → whether they must be there; those of a path always are. */
function requestParameters({ parameters }: Operation): Record<string, boolean> {
  const places = { path: "path", query: "querystring", header: "header" } as const;
  return Object.fromEntries(
    parameters.map(({ in: place, name, required }) => [`method.request.${places[place]}.${name}`, required]),
  );
}

function addModel({ parts, api }: RestContext, { id, body }: Operation): ApiGatewayModel | undefined {
  // A model refuses an empty body, which an optional one may be.
  if (body?.required !== true) return undefined;
  return parts.add(ApiGatewayModel, id, {
    restApiId: api.id,
    name: id,
    description: `Body of ${id}`,
    contentType: "application/json",
    schema: JSON.stringify(edgeSchema(body.schema)),
  });
}

function addFunctionIntegration(
  { stack, parts, api, input }: RestContext,
  { id, method: httpMethod, path }: Operation,
  method: ApiGatewayMethod,
): void {
  const lambda = input.functions.get(id);
  if (lambda === undefined) return;
  const cached = input.api.cache?.[id] !== undefined;
  parts.add(ApiGatewayIntegration, id, {
    restApiId: api.id,
    resourceId: method.resourceId,
    httpMethod: method.httpMethod,
    type: "AWS_PROXY",
    // How API Gateway calls Lambda, whatever the client's method.
    integrationHttpMethod: "POST",
    uri: lambda.invokeArn,
    timeoutMilliseconds: timeouts.integrationMilliseconds,
    ...(cached ? { cacheKeyParameters: Object.keys(method.requestParametersInput ?? {}) } : {}),
  });
  resource(stack, LambdaPermission, id, {
    statementId: "api",
    action: "lambda:InvokeFunction",
    functionName: lambda.functionName,
    principal: "apigateway.amazonaws.com",
    sourceArn: `${api.executionArn}/*/${httpMethod}${path.replace(/\{\w+\}/g, "*")}`,
  });
}
