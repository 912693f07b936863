import { setTimeout as sleep } from "node:timers/promises";

/** Looks again and again until what is seen is as wanted. @returns what was seen last, in time or not */
export async function eventually<Seen>(
  look: () => Promise<Seen>,
  wanted: (seen: Seen) => boolean,
  patienceMilliseconds = 240_000,
): Promise<Seen> {
  for (const until = Date.now() + patienceMilliseconds; ;) {
    const seen = await look();
    if (wanted(seen) || Date.now() > until) return seen;
    await sleep(500);
  }
}
