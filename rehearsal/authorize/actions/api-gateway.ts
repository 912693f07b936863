import type { AwsCall } from "../../gateway/call";
import type { Need } from "../need";

/**
 * API Gateway's actions are HTTP methods on the paths of its API (API Gateway Developer Guide, "Actions that you can use with policies for API
 * Gateway"); version 2 of the API, under `/v2`, has ARNs without it. A path of tags holds the tagged resource's ARN, and stays encoded.
 */
export function apiGatewayNeeds({ method, region, url }: AwsCall, partition: string): readonly Need[] {
  const sent = url.pathname.replace(/^\/v2(?=\/)/, "").replace(/\/$/, "");
  const path = sent.startsWith("/tags/") ? sent : decodeURIComponent(sent);
  return [{ action: `apigateway:${method}`, resource: `arn:${partition}:apigateway:${region}::${path}` }];
}
