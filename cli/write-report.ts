import { UserError } from "../declaration/user-error";
import { reason } from "../declaration/source/read-directory";
import { writeText } from "../declaration/source/write-text";

/**
 * Writes what a command reports to the file its user named.
 * @throws UserError when the file cannot be written
 */
export function writeReport(file: string, text: string): void {
  try {
    writeText(file, text);
  } catch (error) {
    throw new UserError(`${file} cannot be written: ${reason(error)}`, "Name a file in a directory that exists.");
  }
}
