import { setTimeout as sleep } from "node:timers/promises";

/** Looks again until what is seen is as it has to be, or patience ends. @returns what was seen last */
export async function eventually<Seen>(
  look: () => Promise<Seen>,
  isThere: (seen: Seen) => boolean,
  patience = 240_000,
): Promise<Seen> {
  for (const until = Date.now() + patience; ;) {
    const seen = await look();
    if (isThere(seen) || Date.now() > until) return seen;
    await sleep(1000);
  }
}
