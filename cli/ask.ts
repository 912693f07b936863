import { createInterface } from "node:readline/promises";
import { UserError } from "../declaration/user-error";

/** One question. */
export interface Asked {
  readonly asks: string;
  /** What is wrong with an answer, `undefined` when nothing is. */
  readonly fault: (answer: string) => string | undefined;
}

/** Whether somebody is there to be asked. */
export function somebodyIsThere(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}

/**
 * Asks on the terminal, again until the answer will do.
 * @param usual taken when the answer is empty; an empty one makes the question optional
 * @throws UserError after Ctrl-C or Ctrl-D
 */
export async function ask({ asks, fault }: Asked, usual: string | undefined): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const left = new AbortController();
  prompt.once("close", () => left.abort());
  try {
    for (;;) {
      const text = await prompt.question(`${asks}${usual ? ` [${usual}]` : ""}: `, {
        signal: left.signal,
      });
      const answer = text.trim() || usual;
      if (answer === "") return answer;
      const wrong = answer === undefined ? "an answer is needed" : fault(answer);
      if (answer !== undefined && wrong === undefined) return answer;
      console.error(`  ${wrong}`);
    }
  } catch (error) {
    if (!left.signal.aborted) throw error;
    throw new UserError("not answered; nothing was changed", "Run it again, or give the options its --help shows.");
  } finally {
    prompt.close();
  }
}
