import { DeclarationError, formatProblem } from "../declaration/problem/problem";
import { UserError } from "../declaration/user-error";
import { LookFailure } from "../delivery/steps/look-at";
import { StepFailure } from "../delivery/steps/step-failure";
import { exitCodes } from "./command";
import { paint } from "./paint";

const reportAt = "https://github.com/landfall/landfall/issues";

/**
 * Prints an error to stderr: a mistake with its remedy, a bug with its stack and where to report it.
 * @returns the exit code
 */
export function reportError(error: unknown, write: (line: string) => void = console.error): number {
  if (error instanceof DeclarationError) {
    for (const problem of error.problems) write(formatProblem(problem));
    write(countProblems(error.problems.length));
    return exitCodes.userError;
  }
  if (error instanceof UserError) {
    write(`${paint("red", "error:")} ${error.message}`);
    write(error.remedy);
    return exitCodes.userError;
  }
  if (error instanceof StepFailure || error instanceof LookFailure) {
    write(`${paint("red", "error:")} ${error.message}`);
    write(error.remedy);
    return exitCodes.failed;
  }
  write(error instanceof Error ? (error.stack ?? error.message) : String(error));
  write(`\nThis is a bug in Landfall. Please report it with the lines above: ${reportAt}`);
  return exitCodes.failed;
}

export function countProblems(count: number): string {
  return `${count} ${count === 1 ? "problem" : "problems"}; nothing was changed.`;
}
