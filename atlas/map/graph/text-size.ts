import { type GraphNode, saidOf } from "./graph";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Widths of a character in pixels, on the wide side: the reader's own font decides. The style sheet has the font sizes. */
const perCharacter = { label: 8.8, detail: 6.8 } as const;
export const lineHeight = 15;

export function sizeOf(node: GraphNode): Size {
  const { detail = "" } = node;
  const widest = Math.max(saidOf(node).length * perCharacter.label, detail.length * perCharacter.detail);
  return { width: Math.max(80, Math.ceil(widest) + 28), height: detail === "" ? 34 : 46 };
}

export function labelSize(text: string): Size {
  const lines = text.split("\n");
  const longest = Math.max(...lines.map(({ length }) => length));
  return { width: Math.ceil(longest * perCharacter.detail) + 6, height: lines.length * lineHeight };
}
