/** A Kinesis stream of a service: records stay in order by their key, and any number of consumers read all of them. */
export interface DataStreamDefinition {
  /** On demand, when absent. A shard takes 1 MB and 1,000 records a second. */
  readonly shards?: number;
  /** How long records can be read again: 24 hours, when absent, to 8,760. */
  readonly keptHours?: number;
}
