/** A relational database of a service: Aurora PostgreSQL, Serverless v2, reached by its Data API alone. */
export interface DatabaseDefinition {
  /** Least capacity in Aurora capacity units (2 GiB of memory each), in halves; 0 when absent: it pauses when nobody asks, and wakes in about 15 seconds. */
  readonly minCapacity?: number;
  /** Most capacity; 2 when absent. */
  readonly maxCapacity?: number;
  /** Seconds without a statement after which it pauses, 300 to 86400; 300 when absent. Of a database that pauses. */
  readonly pauseAfterSeconds?: number;
  /** Days for which it can be restored to any second, 1 to 35; 14 when absent. */
  readonly backupDays?: number;
  /** Whether it has to be switched off here before the database can be deleted; true when absent. */
  readonly deletionProtection?: boolean;
}

/** What a definition leaves out. */
export const defaults = {
  minCapacity: 0,
  maxCapacity: 2,
  pauseAfterSeconds: 300,
  backupDays: 14,
  deletionProtection: true,
} as const satisfies DatabaseDefinition;
