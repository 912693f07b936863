import { table } from "../../uses/declare";

/** What a service that is moved from an old implementation to a new one has beside its own: where its requests go, and where the two differ. */
export const strangling = {
  tables: {
    routes: { partitionKey: "route" },
    differences: { partitionKey: "route", sortKey: "at", expiresAt: "expiresAt" },
  },
  /** Of an operation that is moved. */
  uses: [table.get("routes"), table.put("differences")],
} as const;
