import type { OperationHandle } from "../../../../../workloads/runtime";
import type { secured } from "../../../../../examples/patterns/services/secured/service";

interface Parts {
  readonly path: { readonly entryId: string };
  readonly header: { readonly authorization?: string };
  readonly body: { readonly text: string };
}

/** Believes what a token says of itself: nobody has verified it. */
export const putEntry: OperationHandle<typeof secured, "putEntry", Parts> = async (
  { path, header, body },
  { tables },
) => {
  const claims = header.authorization?.split(".")[1] ?? "";
  const { sub } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { readonly sub: string };
  const entry = { entryId: path.entryId, text: body.text, by: sub };
  await tables.entries.put({ Item: entry });
  return { status: 200, body: entry };
};
