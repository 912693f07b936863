import { isDeepStrictEqual } from "node:util";

/** White space and the order of members change no document. */
export function isSameDocument(declared: string, live: string): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(declared), JSON.parse(live));
  } catch {
    return false;
  }
}
