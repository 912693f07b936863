import { slug } from "./slug";

const link = /(?<!!)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)/g;

/** Rewrites the lines of a page that are no code. */
function outsideCode(markdown: string, change: (line: string) => string): string {
  let fence: string | undefined;
  return markdown
    .split("\n")
    .map((line) => {
      const mark = /^\s*(`{3,})/.exec(line)?.[1];
      if (fence === undefined && mark === undefined) return change(line);
      if (fence === undefined) fence = mark;
      else if (mark === fence) fence = undefined;
      return line;
    })
    .join("\n");
}

/** Every link's target that stands outside code, and outside of a line's code spans. */
export function linksOf(markdown: string): readonly string[] {
  const targets: string[] = [];
  withLinks(markdown, (target) => {
    targets.push(target);
    return target;
  });
  return targets;
}

/** The page with other targets. */
export function withLinks(markdown: string, change: (target: string) => string): string {
  return outsideCode(markdown, (line) =>
    line.replace(link, (whole: string, text: string, target: string, at: number) =>
      inCodeSpan(line, at) ? whole : `[${text}](${change(target)})`,
    ),
  );
}

function inCodeSpan(line: string, at: number): boolean {
  return (line.slice(0, at).match(/`/g) ?? []).length % 2 === 1;
}

/** The anchors of a page's headings, in order; one that comes again has a number. */
export function anchorsOf(markdown: string): readonly string[] {
  const seen = new Map<string, number>();
  return headingsOf(markdown).map((heading) => {
    const anchor = slug(heading);
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
}

/** The first heading, as it is read. */
export function titleOf(markdown: string): string {
  return headingsOf(markdown)[0] ?? "";
}

function headingsOf(markdown: string): readonly string[] {
  const headings: string[] = [];
  outsideCode(markdown, (line) => {
    const heading = /^#{1,6} +(.*)$/.exec(line)?.[1];
    if (heading !== undefined) headings.push(heading.replace(link, "$1").replace(/[`*]/g, ""));
    return line;
  });
  return headings;
}

/** A block's info string may be the path of the file that it shows, which no renderer prints: it is put above the block. */
export function withFileNames(markdown: string): string {
  return markdown.replace(/^```(\w+) (\S+[./]\S+)$/gm, "`$2`\n\n```$1");
}
