import { ApiGatewayAccount } from "@cdktf/provider-aws/lib/api-gateway-account";
import type { ApiGatewayDeployment } from "@cdktf/provider-aws/lib/api-gateway-deployment";
import {
  ApiGatewayMethodSettings,
  type ApiGatewayMethodSettingsSettings,
} from "@cdktf/provider-aws/lib/api-gateway-method-settings";
import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable } from "cdktf";
import { resource } from "../../../stack/resource";
import { restAccessLogGroup } from "../../microservice/names";
import { arn } from "../../microservice/placement";
import { restAccessLogFormat } from "../access-log-format";
import { addAccessLogs } from "../add-access-logs";
import type { RestContext } from "./rest-context";

/** The one stage of the API. Its name is in no address that clients use. */
const stageName = "live";

/** The stage that serves a deployment: traced, logged, throttled and, where declared, cached. */
export function addStage(context: RestContext, deployment: ApiGatewayDeployment): ApiGatewayStage {
  const { stack, placement, input, api } = context;
  const { throttle } = placement.settings;
  const accessLogs = addAccessLogs(stack, placement, restAccessLogGroup(input.service));
  const cached = Object.entries(input.api.cache ?? {});
  const stage = resource(stack, ApiGatewayStage, "live", {
    restApiId: api.id,
    deploymentId: deployment.id,
    stageName,
    xrayTracingEnabled: true,
    accessLogSettings: { destinationArn: accessLogs.arn, format: restAccessLogFormat },
    // The smallest; prices go by it, not by use (Amazon API Gateway pricing).
    ...(cached.length === 0 ? {} : { cacheClusterEnabled: true, cacheClusterSize: "0.5" }),
    ...variables(context),
    dependsOn: [addLogging(context)],
  });
  const common: ApiGatewayMethodSettingsSettings = {
    metricsEnabled: true,
    throttlingBurstLimit: throttle.burst,
    throttlingRateLimit: throttle.rate,
    cachingEnabled: false,
  };
  const set = (name: string, methodPath: string, own: Partial<ApiGatewayMethodSettingsSettings>): void => {
    resource(stack, ApiGatewayMethodSettings, name, {
      restApiId: api.id,
      stageName: stage.stageName,
      methodPath,
      settings: { ...common, ...own },
    });
  };
  set("all", "*/*", {});
  for (const { id, method, path } of input.contract.operations) {
    const rate = input.api.throttle?.[id];
    const cache = input.api.cache?.[id];
    if (rate === undefined && cache === undefined) continue;
    set(id, `${path.slice(1)}/${method}`, {
      ...(rate === undefined ? {} : { throttlingBurstLimit: rate.burst, throttlingRateLimit: rate.rate }),
      ...(cache === undefined ? {} : caching(cache.seconds)),
    });
  }
  return stage;
}

function caching(seconds: number): Partial<ApiGatewayMethodSettingsSettings> {
  return {
    cachingEnabled: true,
    cacheDataEncrypted: true,
    cacheTtlInSeconds: seconds,
    // A client that asks for a fresh answer costs as much as no cache: it is answered from the cache, and told so.
    requireAuthorizationForCacheControl: true,
    unauthorizedCacheControlHeaderStrategy: "SUCCEED_WITH_RESPONSE_HEADER",
  };
}

/** Functions add the headers of CORS themselves behind a REST API, and find the origin here. */
function variables({ input }: RestContext): { readonly variables?: Record<string, string> } {
  const { cors } = input.api;
  return cors === undefined ? {} : { variables: { corsOrigin: cors.origins[0] } };
}

/**
 * API Gateway writes logs of REST APIs as a role that the account names, once (API Gateway Developer Guide, "Set up CloudWatch logging for REST
 * APIs"); an account holds one service. The guide's managed policy allows the same of any log group.
 */
function addLogging({ stack, placement, input }: RestContext): ITerraformDependable {
  const name = `${input.service}-api-logs`;
  const role = resource(stack, IamRole, "api-logs", {
    name,
    path: placement.rolePath,
    permissionsBoundary: placement.boundaryArn,
    description: `Writes the access logs of ${input.service}`,
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "apigateway.amazonaws.com" }, Action: "sts:AssumeRole" }],
    }),
  });
  const policy = resource(stack, IamRolePolicy, "api-logs", {
    name: "logs",
    role: role.name,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "WriteLogs",
          Effect: "Allow",
          Action: [
            "logs:CreateLogGroup",
            "logs:CreateLogStream",
            "logs:DescribeLogGroups",
            "logs:DescribeLogStreams",
            "logs:FilterLogEvents",
            "logs:GetLogEvents",
            "logs:PutLogEvents",
          ],
          Resource: arn(placement, "logs", "log-group:*"),
        },
      ],
    }),
  });
  return resource(stack, ApiGatewayAccount, "logs", { cloudwatchRoleArn: role.arn, dependsOn: [policy] });
}
