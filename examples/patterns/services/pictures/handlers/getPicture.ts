import { type OperationHandle, problem } from "../../../../../workloads/runtime";
import type { Picture } from "../picture";
import type { pictures } from "../service";

interface Parts {
  readonly path: { readonly pictureId: string };
}

export const getPicture: OperationHandle<typeof pictures, "getPicture", Parts> = async (
  { path: { pictureId } },
  { tables },
) => {
  const found = await tables.pictures.get<Picture>({ Key: { pictureId }, ConsistentRead: true });
  if (found === undefined) return problem(404, `The picture ${pictureId} is not drawn yet`);
  return { status: 200, body: { pictureId, drawnAt: found.drawnAt } };
};
