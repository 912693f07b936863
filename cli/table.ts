import { type Colour, paint } from "./paint";

export interface TableCell {
  readonly text: string;
  readonly colour?: Colour | undefined;
}

/**
 * Rows below their headings, in columns two spaces apart. On a terminal a line that is too long loses its end, for a wrapped table
 * cannot be read; elsewhere lines are whole and plain.
 */
export function table(
  headings: readonly string[],
  rows: readonly (readonly TableCell[])[],
  stream: NodeJS.WriteStream = process.stdout,
): readonly string[] {
  const all = [headings.map((text): TableCell => ({ text, colour: "dim" })), ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => row[column]?.text.length ?? 0)));
  const room = stream.isTTY ? stream.columns || 80 : Infinity;
  return all.map((row) => line(row, widths, room, stream));
}

function line(row: readonly TableCell[], widths: readonly number[], room: number, stream: NodeJS.WriteStream): string {
  let left = room;
  const cells = row.map(({ text, colour }, column) => {
    const isLast = column === row.length - 1;
    const fitting = text.length > left ? `${text.slice(0, Math.max(0, left - 1))}${left > 0 ? "…" : ""}` : text;
    const gap = isLast ? "" : " ".repeat(Math.max(0, Math.min(left, (widths[column] ?? 0) + 2) - fitting.length));
    left -= fitting.length + gap.length;
    return (colour ? paint(colour, fitting, stream) : fitting) + gap;
  });
  return cells.join("").trimEnd();
}
