import { setTimeout as sleep } from "node:timers/promises";

/** Looks until what it sees is as it must be, for as long as a machine that is busy may take. @returns what was seen last */
export async function eventually<Seen>(
  look: () => Promise<Seen>,
  isSo: (seen: Seen) => boolean,
  patience = 180_000,
): Promise<Seen> {
  for (const until = Date.now() + patience; ;) {
    const seen = await look();
    if (isSo(seen) || Date.now() > until) return seen;
    await sleep(1000);
  }
}
