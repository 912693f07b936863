import { counted } from "./verdict";

/** GitHub takes 65,536 characters in a comment (REST API, "Create an issue comment": body is too long); some are left for what a pipeline adds. */
export const commentLimit = 60_000;

/** As many blocks as fit into a comment, and how many did not. */
export function fitting(blocks: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const [index, block] of blocks.entries()) {
    length += block.length + 2;
    if (length > commentLimit) {
      const left = counted(blocks.length - index, "part");
      return [...kept, `*${left} did not fit into a comment; the command on a terminal shows them.*`, ""].join("\n\n");
    }
    kept.push(block);
  }
  return [...kept, ""].join("\n\n");
}

export function folded(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

/** Text that Markdown and HTML leave alone, in one line. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~@&]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A code span that no backtick or pipe in the text ends early (GitHub Flavored Markdown, "Code spans", "Tables"). */
export function code(text: string): string {
  const line = text.replace(/\s+/g, " ").replaceAll("|", "\\|");
  const fence = "`".repeat(1 + Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length)));
  return fence.length === 1 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}
