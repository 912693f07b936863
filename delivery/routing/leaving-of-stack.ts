import { producerOf } from "../../declaration/id-producers";
import type { IdKey } from "../../declaration/ids";
import type { LandingZone } from "../../declaration/model";
import { leavingKeys } from "../../declaration/routing/leaving";

/** Keys of what a stack made and the zone declares no more. */
export function leavingOfStack(zone: LandingZone, stack: string): readonly IdKey[] {
  return leavingKeys(zone).filter((key) => producerOf(key) === stack);
}
