import type { Contract } from "../contract/model";

/** What a page may read beside the headers every page may (Fetch Standard, "CORS-safelisted response-header name"). */
export const exposedHeaders = ["Location", "X-Correlation-Id"] as const;

/** Headers a page may send: those the contract declares, and the type of a body. */
export function allowedHeaders({ operations }: Contract): string[] {
  const declared = operations.flatMap(({ parameters }) => parameters.filter((each) => each.in === "header"));
  return [...new Set(["Authorization", "Content-Type", ...declared.map(({ name }) => name)])].sort();
}

export function allowedMethods({ operations }: Contract): string[] {
  return [...new Set(operations.map(({ method }) => method))].sort();
}
