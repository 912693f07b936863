import { setTimeout as sleep } from "node:timers/promises";
import type { KeptAccounts } from "../kept-accounts";

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
