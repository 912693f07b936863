import { created, createRecord, metrics, MetricUnit, type OperationHandle, timeOrderedId } from "landfall/runtime";
import type { NewNote, Note } from "../note";
import type { notes } from "../service";

interface Parts {
  readonly body: NewNote;
  readonly header: { readonly "idempotency-key"?: string };
}

export const createNote: OperationHandle<typeof notes, "createNote", Parts> = async ({ body, header }, { tables }) => {
  const now = Date.now();
  const note: Note = { noteId: timeOrderedId(now), ...body, createdAt: new Date(now).toISOString() };
  const key = header["idempotency-key"];
  const creation = await createRecord(tables.notes, note.noteId, note, key === undefined ? undefined : { key, body });
  if (creation.outcome === "created") metrics.addMetric("NotesCreated", MetricUnit.Count, 1);
  return created(creation, ({ noteId }) => `/notes/${noteId}`);
};
