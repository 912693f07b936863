import type { LandingZone } from "./model";
import { didYouMean, listed } from "./problem/nearest";
import { type StackSpec, stacksOf } from "./stacks";
import { UserError } from "./user-error";

/**
 * The stacks of a zone that somebody named, in deployment order.
 * @param only ids; all stacks when undefined
 * @throws UserError naming each id the zone does not have, and the nearest that it has
 */
export function selectedStacks(zone: LandingZone, only: readonly string[] | undefined): readonly StackSpec[] {
  const specs = stacksOf(zone);
  const ids = specs.map(({ id }) => id);
  const unknown = (only ?? []).filter((id) => !ids.includes(id));
  if (unknown.length > 0) {
    throw new UserError(
      `the zone has no stack ${unknown.map((id) => id + didYouMean(id, ids)).join(", nor ")}`,
      `Its stacks are ${listed(ids)}.`,
    );
  }
  return specs.filter(({ id }) => only?.includes(id) ?? true);
}
