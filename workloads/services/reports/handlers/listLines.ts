import type { OperationHandle } from "../../../runtime/handle";
import type { reports } from "../service";

interface Parts {
  readonly query: { readonly day: string; readonly limit: number; readonly cursor?: string };
}

/** What the table keeps beside a line. */
const own: readonly string[] = ["day", "expires_at"];

export const listLines: OperationHandle<typeof reports, "listLines", Parts> = async (
  { query: { day, limit, cursor } },
  { tables },
) => {
  const { Items = [] } = await tables.lines.query({
    KeyConditionExpression: `#day = :day${cursor === undefined ? "" : " AND event_id > :after"}`,
    ExpressionAttributeNames: { "#day": "day" },
    ExpressionAttributeValues: { ":day": day, ...(cursor === undefined ? {} : { ":after": cursor }) },
    Limit: limit + 1,
  });
  const page = Items.slice(0, limit);
  const lines = page.map((item) => Object.fromEntries(Object.entries(item).filter(([name]) => !own.includes(name))));
  const last: unknown = page.at(-1)?.["event_id"];
  return {
    status: 200,
    body: { lines, ...(Items.length > limit && typeof last === "string" ? { nextCursor: last } : {}) },
  };
};
