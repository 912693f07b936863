import { matchesGlob } from "../../match/glob";
import type { TextPattern } from "./text-pattern";

/** Whether a text matches one of the patterns. */
export function matchesUnion(union: readonly TextPattern[], text: string): boolean {
  return union.some(({ tokens, ignoreCase }) => matchesGlob(tokens, ignoreCase ? text.toLowerCase() : text));
}
