import type { KinesisStream } from "@cdktf/provider-aws/lib/kinesis-stream";
import type { TerraformStack } from "cdktf";
import { addPrivateBucket, type LifecycleRule } from "../microservice/add-bucket";
import { bucketName } from "../microservice/names";
import type { Placement } from "../microservice/placement";
import type { ServiceDefinition } from "../service-definition";
import { addCatalog } from "./add-catalog";
import { addDelivery } from "./add-delivery";
import { addTable } from "./add-table";
import type { Catalog, Delivered } from "./delivered";
import { deliveredBucket, folders } from "./names";

/** The answers to queries, and what could not be delivered, are looked at soon or never. */
const keptDays = { [folders.queries]: 7, [folders.errors]: 90 } as const;

/** The delivery streams of a service: each brings records into the service's bucket, where they are a table that Athena queries. A service without has none of it. */
export function addDeliveryStreams(
  stack: TerraformStack,
  definition: ServiceDefinition,
  placement: Placement,
  dataStreams: ReadonlyMap<string, KinesisStream> = new Map(),
): void {
  const streams = Object.entries(definition.deliveryStreams ?? {});
  if (streams.length === 0) return;
  const service = definition.name;
  const name = bucketName(service, deliveredBucket, placement.accountId);
  const bucket = addPrivateBucket(stack, `_${deliveredBucket}`, name, [
    ...Object.entries(keptDays).map(([prefix, days]) => expiring(prefix, days)),
    ...streams.flatMap(([stream, { expireAfterDays }]) =>
      expireAfterDays === undefined ? [] : [expiring(`${stream}/`, expireAfterDays)],
    ),
  ]);
  const delivered: Delivered = { service, placement, bucket, bucketName: name };
  const catalog: Catalog = { ...delivered, database: addCatalog(stack, delivered) };
  for (const [stream, { columns, from }] of streams) {
    const source = from === undefined ? undefined : dataStreams.get(from);
    addDelivery(stack, delivered, stream, source && { name: from ?? "", stream: source });
    addTable(stack, catalog, stream, columns, from === undefined ? "refused" : "left out");
  }
}

function expiring(prefix: string, days: number): LifecycleRule {
  return { id: `expire-${prefix.replace(/[_/]/g, "")}`, enabled: true, prefix, expiration: { days } };
}
