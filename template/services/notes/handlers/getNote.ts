import { type OperationHandle, problem, readRecord } from "landfall/runtime";
import type { Note } from "../note";
import type { notes } from "../service";

interface Parts {
  readonly path: { readonly noteId: string };
}

export const getNote: OperationHandle<typeof notes, "getNote", Parts> = async ({ path }, { tables }) => {
  const note = await readRecord<Note>(tables.notes, path.noteId);
  return note ? { status: 200, body: note } : problem(404, `There is no note ${path.noteId}`);
};
