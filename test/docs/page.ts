import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export const root = resolve(__dirname, "../..");

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  /** What follows the language: the path of a file, or how a console is to be understood. */
  readonly info: string;
  readonly text: string;
}

/** Commands of a console, each with the lines that it prints. */
export interface Command {
  readonly command: string;
  readonly prints: readonly string[];
}

export const tutorial = readFileSync(resolve(root, "docs/tutorial.md"), "utf8");

/** The blocks of a page, in order. */
export function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(\w+) ?([^\n]*)\n(.*?)^```$/gms)].map(
    ([, language = "", info = "", text = ""]) => ({
      language,
      info,
      text,
    }),
  );
}

/** The files that a page shows: path → text. */
export function filesOf(blocks: readonly Block[]): ReadonlyMap<string, string> {
  return new Map(blocks.filter(({ language }) => language !== "console").map(({ info, text }) => [info, text]));
}

/** The commands of a console: a line with `$ ` and what stands below it. */
export function commandsOf({ text }: Block): readonly Command[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = "", ...prints] = part.trimEnd().split("\n");
      return { command, prints };
    });
}

/** What was printed, as a page shows it: `…` alone on a line stands for any lines, within one for any text. */
export function asShown(prints: readonly string[]): RegExp {
  const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const lines = prints.map((line) =>
    line.trim() === "…" ? "(?:.*\\n)*?" : `${line.split("…").map(escaped).join(".*")}\\n`,
  );
  return new RegExp(`^${lines.join("")}$`);
}
