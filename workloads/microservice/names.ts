import { arn, type Placement } from "./placement";

/** Names are chosen, not left to AWS, so that policies are complete in the plan and name no resource of another stack. */

export function functionName(service: string, operationId: string): string {
  return `${service}-${operationId}`;
}

export function functionLogGroup(service: string, operationId: string): string {
  return `/aws/lambda/${functionName(service, operationId)}`;
}

/** Log groups under /aws/vendedlogs/ share one resource policy, which else runs full (API Gateway guide, "HTTP API logging"). */
export function accessLogGroup(service: string): string {
  return `/aws/vendedlogs/http-api/${service}`;
}

/** As above, of a REST API. */
export function restAccessLogGroup(service: string): string {
  return `/aws/vendedlogs/rest-api/${service}`;
}

export function physicalTableName(service: string, table: string): string {
  return `${service}-${table}`;
}

export function queueName(service: string, queue: string): string {
  return `${service}-${queue}`;
}

export function tableArn(placement: Placement, service: string, table: string): string {
  return arn(placement, "dynamodb", `table/${physicalTableName(service, table)}`);
}
