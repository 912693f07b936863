import type { Use, UseKind } from "../uses/use";
import { bucketName, physicalTableName, queueName, queueUrl } from "./names";
import { arn, type Placement } from "./placement";

interface Kind {
  /** Service prefix of its actions. */
  readonly prefix: string;
  /** What an action is allowed on. */
  readonly arn: (placement: Placement, service: string, name: string, action: string) => string;
  /** What a function has to know to call it. */
  readonly value: (placement: Placement, service: string, name: string) => string;
}

/** How each kind of resource a function uses stands in its role and in its environment. */
const kinds: Readonly<Record<UseKind, Kind>> = {
  table: {
    prefix: "dynamodb",
    arn: (placement, service, name) => arn(placement, "dynamodb", `table/${physicalTableName(service, name)}`),
    value: (_placement, service, name) => physicalTableName(service, name),
  },
  queue: {
    prefix: "sqs",
    arn: (placement, service, name) => arn(placement, "sqs", queueName(service, name)),
    value: (placement, service, name) => queueUrl(placement, queueName(service, name)),
  },
  bucket: {
    prefix: "s3",
    // Listing is of the bucket, the rest of its objects ("Actions defined by Amazon S3").
    arn: ({ partition, accountId }, service, name, action) =>
      `arn:${partition}:s3:::${bucketName(service, name, accountId)}${action === "ListBucket" ? "" : "/*"}`,
    value: ({ accountId }, service, name) => bucketName(service, name, accountId),
  },
};

/** ARN → the actions on it, as IAM names them, of one use. */
export function allowedBy(placement: Placement, service: string, { kind, name, actions }: Use): Map<string, string[]> {
  const allowed = new Map<string, string[]>();
  for (const action of actions) {
    const on = kinds[kind].arn(placement, service, name, action);
    allowed.set(on, [...(allowed.get(on) ?? []), `${kinds[kind].prefix}:${action}`]);
  }
  return allowed;
}

/** What the function's environment says of the resource. */
export function valueOf(placement: Placement, service: string, { kind, name }: Use): string {
  return kinds[kind].value(placement, service, name);
}
