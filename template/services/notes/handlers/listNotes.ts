import { newestFirst, type OperationHandle } from "landfall/runtime";
import type { Note } from "../note";
import type { notes } from "../service";

interface Parts {
  readonly query: { readonly limit: number; readonly cursor?: string };
}

export const listNotes: OperationHandle<typeof notes, "listNotes", Parts> = async ({ query }, { tables }) => {
  const page = await newestFirst<Note>(tables.notes, query.limit, query.cursor);
  return { status: 200, body: { notes: page.records, nextCursor: page.next } };
};
