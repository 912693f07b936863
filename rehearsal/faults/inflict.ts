import { setTimeout as sleep } from "node:timers/promises";
import type { AwsResponse } from "../gateway/call";
import { type Dropped, dropped } from "../gateway/dropped";
import type { Strike } from "./faults";

/** What a fault is inflicted on. */
export interface Victim {
  /** Lets the service do it. */
  readonly perform: () => Promise<AwsResponse>;
  readonly throttled: (message: string) => AwsResponse;
  readonly refused: (status: number, code: string | undefined, message: string) => AwsResponse;
  /** Ends the process that calls. */
  readonly kill: () => void;
}

/** Does to a call or request what the rules that hit it say. */
export async function inflict(strike: Strike | undefined, victim: Victim): Promise<AwsResponse | Dropped> {
  if (strike === undefined) return victim.perform();
  const { delay, effect, rules } = strike;
  const message = `Injected by this rehearsal's fault ${rules.join(", ")}.`;
  if (delay > 0) await sleep(delay);
  switch (effect?.kind) {
    case undefined:
      return victim.perform();
    case "throttle":
      return victim.throttled(message);
    case "error":
      return victim.refused(effect.status, effect.code, message);
    case "drop":
    case "kill":
      if (effect.when === "after") await victim.perform();
      if (effect.kind === "kill") victim.kill();
      return dropped;
  }
}
