import { UserError } from "../../declaration/user-error";
import type { Step } from "../steps/step";
import { isServiceException } from "./service-exception";

/** What became of a task that was not done already. */
export type TaskOutcome = { readonly title: string } & (
  | { readonly status: "performed" }
  /** Somebody has to do something first, or AWS refused; the next deployment tries again. */
  | { readonly status: "left"; readonly reason: string }
);

/**
 * Performs the tasks that are not done. They do not depend on each other: one that cannot be performed now is left and told, and stops nothing.
 * What Terraform applied stays applied, so that AWS refusing a task fails no stack.
 * @throws what a task throws that neither a user can put right nor AWS said
 */
export async function runTasks(tasks: readonly Step[]): Promise<readonly TaskOutcome[]> {
  const outcomes: TaskOutcome[] = [];
  for (const { title, isDone, perform } of tasks) {
    try {
      if (await isDone()) continue;
      await perform();
      outcomes.push({ title, status: "performed" });
    } catch (error) {
      outcomes.push({ title, status: "left", reason: reasonOf(error) });
    }
  }
  return outcomes;
}

function reasonOf(error: unknown): string {
  if (error instanceof UserError) return `${error.message}. ${error.remedy}`;
  if (isServiceException(error)) return `AWS says ${error.name}: ${error.message}`;
  throw error;
}
