/** Jobs that one matrix may generate in a workflow run (GitHub Docs, "Actions limits", job matrix). */
export const jobsPerMatrix = 256;

/** Days a plan is kept for its approval. It may hold secrets, and it is stale once somebody else has applied. */
export const planRetentionDays = 7;
