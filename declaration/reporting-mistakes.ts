import { DeclarationError } from "./problem/problem";
import { UserError } from "./user-error";

/** Runs an app. A mistake that its author can put right is printed, and the process exits with 2; all else is thrown. */
export function reportingMistakes(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof DeclarationError || error instanceof UserError)) throw error;
    console.error(error.message);
    if (error instanceof UserError) console.error(error.remedy);
    process.exitCode = 2;
  }
}
