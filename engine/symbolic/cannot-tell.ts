/** The search was not exhaustive and found nothing: neither a request nor the proof that there is none. */
export class CannotTell extends Error {
  override readonly name = "CannotTell";

  /** @param because what could not be searched, as a sentence without its full stop */
  constructor(readonly because: string) {
    super(`It cannot be told whether such a request exists: ${because}.`);
  }
}
