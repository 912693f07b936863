import type { AuthorizeHandle } from "../../../../../workloads/runtime";
import type { notes } from "../service";

export const partner: AuthorizeHandle<typeof notes, "partner"> = async ({ authorization }, { tables }) => {
  const known = await tables.tokens.get({ Key: { token: authorization.replace(/^Bearer /, "") } });
  return known && { subject: String(known["owner"]), context: { plan: String(known["plan"]) } };
};
