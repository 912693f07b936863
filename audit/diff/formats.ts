import { diffMarkdown } from "./markdown";
import { diffText } from "./text";
import type { ZoneDiff } from "./zone-diff";

/** Every format ends with a line break. */
export const diffFormats = {
  text: diffText,
  json: (diff) => `${JSON.stringify(diff, undefined, 2)}\n`,
  markdown: diffMarkdown,
} as const satisfies Readonly<Record<string, (diff: ZoneDiff) => string>>;

export type DiffFormat = keyof typeof diffFormats;
