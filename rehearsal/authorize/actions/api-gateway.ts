import type { AwsCall } from "../../gateway/call";
import type { Need } from "../need";

/**
 * API Gateway's actions are HTTP methods on the paths of its API (API Gateway Developer Guide, "Actions that you can use with policies for API
 * Gateway"); version 2 of the API, under `/v2`, has ARNs without it. A path of tags names the tagged resource's ARN, encoded.
 */
export function apiGatewayNeeds({ method, region, url }: AwsCall, partition: string): readonly Need[] {
  const path = url.pathname.replace(/^\/v2(?=\/)/, "").replace(/\/$/, "");
  return [{ action: `apigateway:${method}`, resource: `arn:${partition}:apigateway:${region}::${path}` }];
}
