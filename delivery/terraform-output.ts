/** Numbers of Terraform's last line: `Apply complete! Resources: 3 added, 0 changed, 1 destroyed.` */
export interface ResourceCounts {
  readonly added: number;
  readonly changed: number;
  readonly destroyed: number;
}

/** What is known of a running stack from the lines it printed. */
export interface StackProgress {
  readonly phase: "starting" | "initialising" | "planning" | "applying" | "applied";
  /** Resources done and to do; both 0 until the plan is known. */
  readonly done: number;
  readonly total: number;
  readonly counts: ResourceCounts | undefined;
}

export const initialProgress: StackProgress = { phase: "starting", done: 0, total: 0, counts: undefined };

/** The stack's progress after one more line of Terraform's human output (stable across 1.x; the JSON one cdktf eats). */
export function readLine(progress: StackProgress, line: string): StackProgress {
  if (line.includes("Initializing the backend")) return { ...progress, phase: "initialising" };
  if (line.includes("Terraform has been successfully initialized")) return { ...progress, phase: "planning" };
  const plan = /Plan: (?:\d+ to import, )?(\d+) to add, (\d+) to change, (\d+) to destroy/.exec(line);
  if (plan) return { ...progress, phase: "applying", total: numbers(plan).reduce((sum, part) => sum + part, 0) };
  if (/: (Creation|Modifications|Destruction) complete after /.test(line))
    return { ...progress, done: progress.done + 1 };
  const complete = /Apply complete! Resources: (?:\d+ imported, )?(\d+) added, (\d+) changed, (\d+) destroyed/.exec(
    line,
  );
  if (!complete) return progress;
  const [added = 0, changed = 0, destroyed = 0] = numbers(complete);
  return { ...progress, phase: "applied", counts: { added, changed, destroyed } };
}

function numbers(match: RegExpExecArray): number[] {
  return match.slice(1).map(Number);
}

/**
 * The errors in Terraform's uncoloured output, each as its lines; the last lines when there is none (Terraform did not start,
 * cdktf itself failed).
 */
export function errorsIn(lines: readonly string[]): readonly string[] {
  const errors: string[] = [];
  let inError = false;
  for (const line of lines) {
    if (/^(Error|Warning): /.test(line)) {
      inError = line.startsWith("Error: ");
      if (inError) errors.push(line);
    } else if (cdktfStatus.test(line)) inError = false;
    else if (inError) errors.push(`${errors.pop() ?? ""}\n${line.trimEnd()}`);
  }
  const told = errors.map((error) => error.replace(/\n{2,}/g, "\n").trim());
  return told.length > 0 ? [...new Set(told)] : [lastLines(lines)];
}

/** What cdktf prints below Terraform's output. */
const cdktfStatus = /^\s*(\d+ Stacks? deploying|Invoking Terraform CLI failed)/;

function lastLines(lines: readonly string[]): string {
  return lines
    .filter((line) => line.trim() !== "" && !cdktfStatus.test(line))
    .slice(-linesWithoutError)
    .join("\n");
}

const linesWithoutError = 12;
