import { type Handle, newestFirst } from "landfall/runtime";
import type { Note } from "../note";

export const listNotes: Handle<{ readonly query: { readonly limit: number; readonly cursor?: string } }> = async ({
  query,
}) => {
  const page = await newestFirst<Note>("notes", query.limit, query.cursor);
  return { status: 200, body: { notes: page.records, nextCursor: page.next } };
};
