import { type AuthorizeHandle, readToken } from "../../../../../workloads/runtime";
import type { secured } from "../service";

export const partner: AuthorizeHandle<typeof secured, "partner"> = (credentials, { tables }) =>
  readToken(tables.tokens, credentials, "journal/read");
