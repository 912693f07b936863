import { UserError } from "../../declaration/user-error";

/** @throws UserError with all problems of a service's definition, when there are any. @param instead what to do about them */
export function refuse(service: string, problems: readonly string[], instead: string): void {
  if (problems.length === 0) return;
  throw new UserError(problems.map((problem) => `the service ${service}: ${problem}`).join("\n"), instead);
}

/** Whether a handler can be exported under a name, and a function called so. */
export function isHandlerName(name: string): boolean {
  return /^[a-z][A-Za-z0-9]*$/.test(name);
}
