import { KinesisStream } from "@cdktf/provider-aws/lib/kinesis-stream";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { ServiceDefinition } from "../service-definition";
import { dataStreamName } from "./names";

/** The account's AWS managed key (Kinesis Data Streams Developer Guide, "Data protection in Amazon Kinesis Data Streams"). */
const key = "alias/aws/kinesis";

/** Kinesis Data Streams quotas, "Retention period". */
const leastKeptHours = 24;

/** The data streams of a service, by the name the definition gives. */
export function addDataStreams(
  stack: TerraformStack,
  { name: service, dataStreams = {} }: ServiceDefinition,
): ReadonlyMap<string, KinesisStream> {
  return new Map(
    Object.entries(dataStreams).map(([stream, { shards, keptHours = leastKeptHours }]) => [
      stream,
      resource(stack, KinesisStream, stream, {
        name: dataStreamName(service, stream),
        retentionPeriod: keptHours,
        encryptionType: "KMS",
        kmsKeyId: key,
        ...(shards === undefined
          ? { streamModeDetails: { streamMode: "ON_DEMAND" } }
          : { shardCount: shards, streamModeDetails: { streamMode: "PROVISIONED" } }),
      }),
    ]),
  );
}
