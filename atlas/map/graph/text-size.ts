import type { GraphNode } from "./graph";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Widths of a character in pixels, on the wide side: the reader's own font decides. The style sheet has the font sizes. */
const perCharacter = { label: 7.6, detail: 6.4 } as const;
export const lineHeight = 15;

export function sizeOf({ label, detail = "" }: GraphNode): Size {
  const widest = Math.max(label.length * perCharacter.label, detail.length * perCharacter.detail);
  return { width: Math.max(80, Math.ceil(widest) + 24), height: detail === "" ? 34 : 46 };
}

export function labelSize(text: string): Size {
  const lines = text.split("\n");
  const longest = Math.max(...lines.map(({ length }) => length));
  return { width: Math.ceil(longest * perCharacter.detail) + 6, height: lines.length * lineHeight };
}
