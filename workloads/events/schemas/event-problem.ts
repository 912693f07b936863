import { UserError } from "../../../declaration/user-error";

/** Something wrong with an event's schema; `line` counts from 1, `file` is as messages show it. */
export interface EventProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export function eventError(problems: readonly EventProblem[], remedy: string): UserError {
  return new UserError(problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join("\n"), remedy);
}
