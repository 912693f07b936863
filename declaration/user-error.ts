/**
 * Something the person at the keyboard can put right: an unknown name, a missing tool, credentials that do not work.
 * Programs print the message and the remedy without a stack trace and exit with 2. Everything else thrown is a bug.
 */
export class UserError extends Error {
  constructor(
    message: string,
    /** What to do about it, as a full sentence. */
    readonly remedy: string,
  ) {
    super(message);
    this.name = "UserError";
  }
}
