/** Lines at the bottom of the output that are redrawn in place, with finished lines scrolling away above them. */
export interface LiveLines {
  /** Prints a line that stays. */
  print(line: string): void;
  /** Replaces the lines at the bottom. Ignored where there is no terminal. */
  show(lines: readonly string[]): void;
  /** Removes the lines at the bottom. */
  clear(): void;
}

/** On a terminal; elsewhere `show` does nothing and every line is printed once. */
export function liveLines(stream: NodeJS.WriteStream): LiveLines {
  let shown: readonly string[] = [];
  const erase = (): string => (shown.length > 0 ? `\u001b[${shown.length}A\u001b[J` : "");
  const draw = (lines: readonly string[], above = ""): void => {
    const fitting = lines.map((line) => truncate(line, stream.columns || 80));
    stream.write(erase() + above + fitting.map((line) => `${line}\n`).join(""));
    shown = fitting;
  };
  return {
    print: (line) => draw(shown, `${line}\n`),
    show: (lines) => {
      if (stream.isTTY) draw(lines);
    },
    clear: () => draw([]),
  };
}

/** A line that wraps would make the next redraw start one row too low. Only plain text is given here. */
function truncate(line: string, columns: number): string {
  return line.length < columns ? line : `${line.slice(0, columns - 2)}…`;
}
