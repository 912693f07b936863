import { deadLettersOf } from "../../declaration/names";
import { dnsSuffix } from "../../declaration/regions";
import type { Placement } from "./placement";

/** Names are chosen, not left to AWS, so that policies are complete in the plan and name no resource of another stack. */

export function functionName(service: string, name: string): string {
  return `${service}-${name}`;
}

export function functionLogGroup(service: string, name: string): string {
  return `/aws/lambda/${functionName(service, name)}`;
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

/** Table of what idempotent consumers have handled. A service's own table cannot be called so. */
export function idempotencyTableName(service: string): string {
  return `${service}.idempotency`;
}

/** Of a queue, and of a subscription's. */
export function queueName(service: string, queue: string): string {
  return `${service}-${queue}`;
}

/** Where messages and changes go that could not be handled. A queue's name has no dot, so they have this ending to themselves. */
export function deadLetterQueueName(service: string, edge: string): string {
  return deadLettersOf(`${service}-${edge}`);
}

/** SQS Developer Guide, "Queue and message identifiers". */
export function queueUrl({ partition, region, accountId }: Placement, name: string): string {
  return `https://sqs.${region}.${dnsSuffix(partition)}/${accountId}/${name}`;
}

/** Of a secret in Secrets Manager. */
export function secretName(service: string, secret: string): string {
  return `${service}-${secret}`;
}

/** Names of buckets are taken world-wide. */
export function bucketName(service: string, bucket: string, accountId: string): string {
  return `${service}-${bucket}-${accountId}`;
}
