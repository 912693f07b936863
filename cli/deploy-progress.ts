import type { TaskOutcome } from "../delivery/account-tasks/run-tasks";
import type { DeployEvent, StackResult } from "../delivery/deployment";
import type { ResourceCounts, StackProgress } from "../delivery/terraform-output";
import { liveLines } from "./live-lines";
import { type Colour, paint } from "./paint";
import { recoveryLine } from "./recovery-lines";

const redrawMilliseconds = 250;

export interface DeployProgress {
  readonly onEvent: (event: DeployEvent) => void;
  /** Prints a line of the caller's between the others. */
  readonly say: (line: string) => void;
  readonly close: () => void;
}

/** Shows a deployment while it runs: a line for each stack that ended, and on a terminal one for each that runs. */
export function deployProgress(stream: NodeJS.WriteStream = process.stderr): DeployProgress {
  const lines = liveLines(stream);
  const began = Date.now();
  const running = new Map<string, { since: number; progress: StackProgress | undefined }>();
  let total = 0;
  let ended = 0;
  let width = 0;

  const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(0)} s`.padStart(6);
  const print = (text: string): void => lines.print(`${paint("dim", seconds(began), stream)}  ${text}`);
  const redraw = (): void =>
    lines.show([
      ...[...running].map(
        ([stack, { since, progress }]) => `        ${stack.padEnd(width)} ${seconds(since)}  ${doing(progress)}`,
      ),
      `${seconds(began)}  ${ended} of ${stacksText(total)}`,
    ]);
  const onEvent = (event: DeployEvent): void => {
    switch (event.type) {
      case "planned":
        total = event.stacks.length;
        ended = 0;
        width = Math.max(...event.stacks.map((stack) => stack.length));
        print(`${stacksText(total)} to deploy, ${event.parallelism} at a time`);
        break;
      case "ranges":
        print(`recorded the address ranges of ${event.accounts.join(", ")}`);
        break;
      case "synthesised":
        print(`synthesised ${event.stacks.join(", ")} in ${event.seconds.toFixed(1)} s`);
        break;
      case "started":
        running.set(event.stack, { since: Date.now(), progress: undefined });
        break;
      case "progress":
        running.set(event.stack, { since: running.get(event.stack)?.since ?? Date.now(), progress: event.progress });
        break;
      case "recovery":
        print(recoveryLine(event.event));
        break;
      case "finished":
        running.delete(event.result.stack);
        ended += 1;
        redraw();
        print(`${event.result.stack.padEnd(width)}  ${outcome(event.result, stream)}`);
        taskLines(tasksOf(event.result), stream).forEach((line) => print(`${"".padEnd(width)}  ${line}`));
    }
  };
  const timer = stream.isTTY ? setInterval(redraw, redrawMilliseconds) : undefined;
  return {
    onEvent,
    say: (line) => lines.print(line),
    close: () => {
      clearInterval(timer);
      lines.clear();
    },
  };
}

function stacksText(count: number): string {
  return count === 1 ? "1 stack" : `${count} stacks`;
}

function doing(progress: StackProgress | undefined): string {
  if (!progress || progress.phase === "starting") return "starting";
  return progress.phase === "applying" ? `applying ${progress.done}/${progress.total}` : progress.phase;
}

/** How a stack ended, on one line. */
export function outcome(result: StackResult, stream: NodeJS.WriteStream): string {
  const word = (colour: Colour, text: string): string => paint(colour, text, stream);
  switch (result.status) {
    case "done":
      return `${word("green", "done")} in ${result.seconds.toFixed(1)} s: ${countsText(result.counts)}`;
    case "failed":
      return `${word("red", "failed")} after ${result.seconds.toFixed(1)} s`;
    case "not-reached":
      return `${word("yellow", "not reached")}: ${result.reason}`;
  }
}

/** What was done beside Terraform's part, or could not be. */
export function tasksOf(result: StackResult): readonly TaskOutcome[] {
  return result.status === "done" ? (result.tasks ?? []) : [];
}

/** One line for what was done, one for each task that somebody has to make possible first. */
export function taskLines(tasks: readonly TaskOutcome[], stream: NodeJS.WriteStream): readonly string[] {
  const performed = tasks.filter(({ status }) => status === "performed").map(({ title }) => title);
  const left = tasks.flatMap((task) =>
    task.status === "left" ? [`${task.title}: ${paint("yellow", "not now", stream)}, ${task.reason}`] : [],
  );
  return performed.length > 0 ? [`also done: ${performed.join("; ")}`, ...left] : left;
}

function countsText({ added, changed, destroyed }: ResourceCounts): string {
  const parts = [`${added} added`, `${changed} changed`, `${destroyed} destroyed`];
  return parts.filter((part) => !part.startsWith("0 ")).join(", ") || "no change";
}
