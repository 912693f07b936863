import { type Handle, problem, readRecord } from "landfall/runtime";
import type { Note } from "../note";

export const getNote: Handle<{ readonly path: { readonly noteId: string } }> = async ({ path }) => {
  const note = await readRecord<Note>("notes", path.noteId);
  return note ? { status: 200, body: note } : problem(404, `There is no note ${path.noteId}`);
};
