import { setTimeout as sleep } from "node:timers/promises";
import type { KeptAccounts } from "../kept-accounts";

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

/** Sends a request, which may be sent again, until it is answered otherwise than that the machine is too slow: a function has ten seconds. */
export function answered(
  kept: KeptAccounts,
  account: string,
  request: Parameters<KeptAccounts["send"]>[1],
): ReturnType<KeptAccounts["send"]> {
  return eventually(
    () => kept.send(account, request),
    ({ status }) => status < 500,
  );
}
