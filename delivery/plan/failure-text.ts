import { UserError } from "../../declaration/user-error";

/** An error as a plan's `errors` have it: a mistake with its remedy, anything else with its name. */
export function failureText(error: unknown): string {
  if (error instanceof UserError) return `${error.message}\n${error.remedy}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
