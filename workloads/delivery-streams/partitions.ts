/** One part of a stream's partitions, which are of the day (UTC) on which Firehose got a record. */
interface Partition {
  /** Firehose's expression (Firehose Developer Guide, "Understand custom prefixes for Amazon S3 objects"). */
  readonly expression: string;
  /** How Athena computes its values, so that nobody has to add partitions (Athena User Guide, "Supported types for partition projection"). */
  readonly projection: Readonly<Record<string, string>>;
}

const partitions: Readonly<Record<string, Partition>> = {
  year: {
    expression: "yyyy",
    projection: { type: "date", format: "yyyy", range: "2025,NOW", interval: "1", "interval.unit": "YEARS" },
  },
  month: { expression: "MM", projection: { type: "integer", range: "1,12", digits: "2" } },
  day: { expression: "dd", projection: { type: "integer", range: "1,31", digits: "2" } },
};

/** Columns of a table that are no column of its records. */
export const partitionColumns: readonly string[] = Object.keys(partitions);

/** Where Firehose puts records: `purchases/year=2026/month=11/day=30/`. */
export function deliveryPrefix(stream: string): string {
  const parts = Object.entries(partitions).map(([name, { expression }]) => `${name}=!{timestamp:${expression}}/`);
  return `${stream}/${parts.join("")}`;
}

/** What the table says of them. @param location of the stream's records: `s3://bucket/stream/` */
export function projectionOf(location: string): Readonly<Record<string, string>> {
  const settings = Object.entries(partitions).flatMap(([name, { projection }]) =>
    Object.entries(projection).map(([key, value]) => [`projection.${name}.${key}`, value] as const),
  );
  // Doubled dollars reach Athena as one: a single one would be a reference of Terraform's.
  const template = `${location}${partitionColumns.map((name) => `${name}=$\${${name}}/`).join("")}`;
  return { "projection.enabled": "true", ...Object.fromEntries(settings), "storage.location.template": template };
}
