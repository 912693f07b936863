import { refuse } from "../microservice/refuse";
import { usesByFunction } from "../uses/uses-of";
import type { ServiceDefinition } from "../service-definition";
import { deliveredBucket } from "./names";
import { partitionColumns } from "./partitions";

/** What the catalogue keeps as it is written: it turns letters into lower case, and Terraform would change them back for ever. */
const lowerCase = /^[a-z][a-z0-9_]*$/;

/** @throws UserError with every problem of the streams */
export function checkDeliveryStreams(definition: ServiceDefinition): void {
  const { name, deliveryStreams = {}, dataStreams = {}, buckets = {} } = definition;
  const streams = Object.entries(deliveryStreams);
  const problems = [
    ...streams.flatMap(([stream, { columns }]) => [
      ...(lowerCase.test(stream) ? [] : [`${stream} is no name of a table: lower case, digits and _`]),
      ...(Object.keys(columns).length > 0 ? [] : [`${stream} has no columns`]),
      ...Object.keys(columns)
        .filter((column) => !lowerCase.test(column))
        .map((column) => `${stream}.${column} is no name of a column: lower case, digits and _`),
      ...Object.keys(columns)
        .filter((column) => partitionColumns.includes(column))
        .map((column) => `${stream}.${column} is what Firehose calls its partitions`),
    ]),
    ...streams.flatMap(([stream, { from }]) =>
      from === undefined || from in dataStreams
        ? []
        : [`${stream} brings what is on the data stream ${from}, which the service does not have`],
    ),
    ...usesByFunction(definition).flatMap(([id, uses]) =>
      uses
        .filter(({ kind, name: stream }) => kind === "deliveryStream" && deliveryStreams[stream]?.from !== undefined)
        .map(({ name: stream }) => `${id} puts on ${stream}, which brings what is on a data stream and nothing else`),
    ),
    ...(streams.length > 0 && deliveredBucket in buckets
      ? [`the bucket ${deliveredBucket} is where its delivery streams go`]
      : []),
  ];
  refuse(name, problems, "Change `deliveryStreams` in its service.ts.");
}
