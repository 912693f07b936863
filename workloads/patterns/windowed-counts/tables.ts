import { table } from "../../uses/declare";

/** The tables of a service that counts by windows: `tables: { ...windowedCounts.tables, … }`. */
const tables = {
  /** One item a window, key and lane: lanes do not wait for each other, and a window's total is the sum of them. */
  counts: { partitionKey: "window", sortKey: "lane" },
  /** What has been counted, for as long as it may come again. */
  counted: { partitionKey: "id", expiresAt: "expiresAt" },
} as const;

/** What a consumer that counts, and an operation that reads totals, declare beside. */
export const windowedCounts = {
  tables,
  counting: [table.update("counts"), table.put("counted")],
  reading: [table.query("counts")],
} as const;
