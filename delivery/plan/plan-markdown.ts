import { detailLines } from "./plan-lines";
import { type PlannedStack, verdictOf, type ZonePlan } from "./zone-plan";

/** First line of the comment, by which it is found again. */
export const commentMarker = "<!-- landfall plan -->";

/** GitHub refuses a longer comment ("body is too long (maximum is 65536 characters)"). */
export const commentLimit = 65_536;

/** A diff's own signs, so that GitHub colours the lines. */
const diffSigns = { add: "+", change: "!", replace: "-/+", destroy: "-", forget: "#" } as const;

/**
 * Plans as one comment for a pull request: what changes as a table, each stack's changes to unfold. What does not fit is left out
 * from the end, and said so.
 */
export function planMarkdown({ stacks }: ZonePlan, limit = commentLimit): string {
  const changing = stacks.filter((plan) => plan.status !== "planned" || plan.changes.length > 0);
  const unchanged = stacks.length - changing.length;
  const head = [commentMarker, `### ${titleOf(changing, stacks.length)}`, ""];
  const table = changing.length > 0 ? ["| stack | plan |", "|---|---|"] : [];
  const rows = changing.map((plan) => `| \`${plan.stack}\` | ${verdictOf(plan)} |`);
  const end = unchanged > 0 ? ["", `No change: ${stacksText(unchanged)}.`] : [];
  const room = limit - lengthOf([...head, ...table, ...end]) - leftOutRoom;
  const shownRows = fitting(rows, room);
  const sections = changing.flatMap((plan) => section(plan) ?? []);
  const shownSections = fitting(sections, room - lengthOf(shownRows));
  const leftOut = [
    ...leftOutText("in the table", rows.length - shownRows.length),
    ...leftOutText("with their changes", sections.length - shownSections.length),
  ];
  return [...head, ...table, ...shownRows, ...end, ...shownSections, ...leftOut, ""].join("\n");
}

function titleOf(changing: readonly PlannedStack[], total: number): string {
  const failed = changing.filter(({ status }) => status === "failed").length;
  if (total === 0) return "Plan: no stack is affected";
  if (changing.length === 0) return "Plan: no change";
  const failure = failed > 0 ? `, ${failed} could not be planned` : "";
  return `Plan: ${changing.length} of ${stacksText(total)} would change${failure}`;
}

function section(plan: PlannedStack): string | undefined {
  const lines = detailLines(plan, diffSigns);
  if (lines.length === 0) return undefined;
  const content = lines.join("\n");
  const fence = fenceFor(content);
  return [
    "",
    `<details><summary><code>${plan.stack}</code>: ${verdictOf(plan)}</summary>`,
    "",
    `${fence}diff`,
    content,
    fence,
    "",
    "</details>",
  ].join("\n");
}

/** A fence is closed only by one as long, so a value cannot end it (CommonMark, fenced code blocks). */
function fenceFor(content: string): string {
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  return "`".repeat(Math.max(3, longest + 1));
}

/** Characters kept for saying what was left out. */
const leftOutRoom = 200;

function leftOutText(where: string, count: number): readonly string[] {
  if (count === 0) return [];
  return ["", `Left out for length: ${stacksText(count)} ${where}. The jobs' own output has everything.`];
}

function fitting(parts: readonly string[], room: number): readonly string[] {
  let used = 0;
  return parts.filter((part) => (used += part.length + 1) <= room);
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

function stacksText(count: number): string {
  return count === 1 ? "1 stack" : `${count} stacks`;
}
