import { UserError } from "../../declaration/user-error";

/** One thing wrong with a contract; `line` counts from 1. */
export interface ContractProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** The contract is not OpenAPI 3.1, or uses what Landfall does not support: every problem, by line. */
export function contractError(problems: readonly ContractProblem[]): UserError {
  return new UserError(
    problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join("\n"),
    "Write the contract with the part of OpenAPI 3.1 that Landfall supports: workloads/contract/openapi.ts.",
  );
}
