import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { UserError } from "../declaration/user-error";

/**
 * Checks before a long command that what it will write at its end can be written.
 * @param file where a report is to go; nothing is checked without one
 * @throws UserError when its directory is missing or closed, or it is a directory itself
 */
export function checkReportFile(file: string | undefined): void {
  if (file === undefined) return;
  const directory = dirname(file);
  if (!isDirectory(directory) || isDirectory(file) || !isWritable(directory)) {
    throw new UserError(`the report cannot be written to ${file}`, "Name a file in a directory that exists.");
  }
}

/**
 * The same for a `--json` that takes a file: elsewhere it is a flag, and `deploy --json org` shall not deploy everything.
 * @throws UserError when it is not called so, or cannot be written
 */
export function checkJsonFile(file: string | undefined): void {
  if (file !== undefined && !file.endsWith(".json")) {
    throw new UserError(
      `--json takes a file whose name ends in .json, which ${file} does not`,
      "Write `--json report.json`, and names of stacks before it.",
    );
  }
  checkReportFile(file);
}

/** @throws UserError when something that is not a directory stands at the path */
export function checkOutputDirectory(directory: string): void {
  if (existsSync(directory) && !isDirectory(directory)) {
    throw new UserError(`${directory} is not a directory`, "Name a directory for --output, new or existing.");
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isWritable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
