import type { Finding } from "../audit/finding";
import { checkWithAws } from "../audit/live/check-with-aws";
import { compareLive, type LiveComparison } from "../audit/live/live-findings";
import type { LandingZone } from "../declaration/model";
import type { Universe } from "../engine/universe/universe";
import { readLiveGuardrails } from "../live/live-guardrails";
import { simulator } from "../live/simulate-policy";
import { type Caller, whoAmI } from "../live/sts";

/** The organisation beside the zone. @throws UserError when it cannot be read, or is another */
export async function liveComparison(caller: Caller, zone: LandingZone, universe: Universe): Promise<LiveComparison> {
  return compareLive(zone, await readLiveGuardrails(caller), universe);
}

/** What IAM's simulator says of the engine's decisions. @throws UserError when AWS does not know the caller */
export async function simulatorFindings(caller: Caller): Promise<readonly Finding[]> {
  await whoAmI(caller);
  const asked = simulator(caller);
  try {
    return await checkWithAws(asked);
  } finally {
    asked.close();
  }
}
