/** Types of columns, as Athena calls them (Athena User Guide, "Data types in Amazon Athena"). Times are text in ISO 8601: `from_iso8601_timestamp(…)`. */
export type ColumnType = "string" | "int" | "bigint" | "double" | "boolean";

/** A stream of a service's records into its bucket, as a table that Athena queries. */
export interface DeliveryStreamDefinition {
  /** Column → type; a record is an object of these. Names are in lower case, as the catalogue keeps them. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Data stream of the service whose records it brings: then nobody puts any. */
  readonly from?: string;
  /** Days after which records are deleted; kept when absent. */
  readonly expireAfterDays?: number;
}

interface ColumnValues {
  readonly string: string;
  readonly int: number;
  readonly bigint: number;
  readonly double: number;
  readonly boolean: boolean;
}

/** A record of a stream: its columns, any of which may be missing where there is nothing to say. */
export type RecordOf<Stream> = Stream extends {
  readonly columns: infer Columns extends Readonly<Record<string, ColumnType>>;
}
  ? { readonly [Column in keyof Columns]: ColumnValues[Columns[Column]] | null }
  : Readonly<Record<string, unknown>>;

/** The streams of a service: name → its records. */
export type StreamsOf<Service> = Service extends { readonly deliveryStreams: infer Streams }
  ? { readonly [Name in keyof Streams]: RecordOf<Streams[Name]> }
  : unknown;
