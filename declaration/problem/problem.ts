import { UserError } from "../user-error";
import type { ProblemCode } from "./codes";

/** One thing wrong with a declaration. `line` and `column` count from 1, in UTF-16 units, as editors do. */
export interface Problem {
  /** Path as an editor opens it: relative to the working directory when the zone lies below it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: ProblemCode;
  /** What is wrong, what is allowed and, for a misspelt name, the nearest valid one. */
  readonly message: string;
}

/** `file:line:col CODE message`, the form that editors and terminals turn into a link. */
export function formatProblem({ file, line, column, code, message }: Problem): string {
  return `${file}:${line}:${column} ${code} ${message}`;
}

/** By file, then position, then code: stable from run to run. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The declaration is wrong: a mistake of its author, not a bug. Holds every problem found, sorted. */
export class DeclarationError extends UserError {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"), "Correct the lines above; `landfall validate` shows what is left.");
    this.name = "DeclarationError";
  }
}
