import type { Creation } from "./create-record";
import { problem, type Reply } from "./reply";

/** The answer to a request that creates: 201 with the record (a repeated one's too), or 422 for a key used otherwise. */
export function created<Stored>(creation: Creation<Stored>, location: (record: Stored) => string): Reply {
  if (creation.outcome === "key-reused") return problem(422, "The Idempotency-Key was used with another body");
  return { status: 201, headers: { location: location(creation.record) }, body: creation.record };
}
