import type { LandingZone } from "../model";
import { stacksOf } from "../stacks";
import { sameData } from "./same-data";
import { readBy } from "./slice-of";

/** Ids of the stacks that a change of the zone makes or changes, in deployment order; all of them without a zone before. */
export function changedStacks(before: LandingZone | undefined, after: LandingZone): readonly string[] {
  const former = new Map(
    before === undefined ? [] : stacksOf(before).map((spec) => [spec.id, readBy(before, spec)] as const),
  );
  return stacksOf(after)
    .filter((spec) => !sameData(former.get(spec.id), readBy(after, spec)))
    .map(({ id }) => id);
}
