import type { LandingZone } from "../model";
import { type StackSpec, stacksOf } from "../stacks";
import { sliceOf } from "./slice-of";

/** Ids of the stacks that a change of the zone makes or changes, in deployment order; all of them without a zone before. */
export function changedStacks(before: LandingZone | undefined, after: LandingZone): readonly string[] {
  const former = new Map(
    before === undefined ? [] : stacksOf(before).map((spec) => [spec.id, sliceText(before, spec)] as const),
  );
  return stacksOf(after)
    .filter((spec) => former.get(spec.id) !== sliceText(after, spec))
    .map(({ id }) => id);
}

function sliceText(zone: LandingZone, stack: StackSpec): string {
  const { zone: read, spec } = sliceOf(zone, stack);
  return JSON.stringify({ ...read, ids: read.ids.entries(), spec });
}
