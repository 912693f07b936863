import { DeclarationError } from "../../declaration/problem/problem";
import { failureText } from "./failure-text";
import { inParallel } from "./in-parallel";

/** How stacks are synthesised, several in one process. */
export type SynthesiseStacks = (stacks: readonly string[]) => Promise<void>;

/**
 * Synthesises stacks at once; where that fails, each alone, so that a mistake in one service does not stop the others.
 * @param parallelism how many are synthesised alone at a time
 * @returns stack id → why it could not be synthesised; stacks that could be are missing
 * @throws DeclarationError for a zone that does not load; what was thrown once it is stopped
 */
export async function synthesiseEach(
  stacks: readonly string[],
  synthesise: SynthesiseStacks,
  parallelism: number,
  stop?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const failures = new Map<string, string>();
  const attempt = async (several: readonly string[]): Promise<void> => {
    try {
      await synthesise(several);
    } catch (error) {
      if (error instanceof DeclarationError || stop?.aborted) throw error;
      const [stack, ...others] = several;
      if (stack !== undefined && others.length === 0) failures.set(stack, failureText(error));
      else await inParallel(several, parallelism, (each) => attempt([each]), stop);
    }
  };
  if (stacks.length > 0) await attempt(stacks);
  return failures;
}
