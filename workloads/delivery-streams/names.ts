import { arn, type Placement } from "../microservice/placement";

export function deliveryStreamName(service: string, stream: string): string {
  return `${service}-${stream}`;
}

export function deliveryStreamArn(placement: Placement, service: string, stream: string): string {
  return arn(placement, "firehose", `deliverystream/${deliveryStreamName(service, stream)}`);
}

/** Of all that the service's streams deliver, and of the answers to queries over it. A bucket of the definition cannot be called so. */
export const deliveredBucket = "delivered";

/** Names of the catalogue have no hyphen in queries without quotes. */
export function databaseName(service: string): string {
  return service.replaceAll("-", "_");
}

export function workgroupName(service: string): string {
  return service;
}

/** Where things are in the bucket. What begins with `_` is no table's. */
export const folders = { errors: "_errors/", queries: "_queries/" } as const;
