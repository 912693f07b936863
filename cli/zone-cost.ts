import { type StackToPrice, type ZoneCost, zoneCost } from "../atlas/cost/zone-cost";
import type { LandingZone } from "../declaration/model";
import { withPlaceholderIds } from "../declaration/placeholder-ids";
import { type StackSpec, stacksOf } from "../declaration/stacks";
import { synthesised } from "./stack-needs";

/** What stacks cost, and those that cannot be built yet. */
export interface CostOfStacks {
  readonly cost: ZoneCost;
  /** Stacks that wait for a range: they are not counted. */
  readonly waiting: readonly string[];
}

/**
 * What a zone costs a month while nothing is used, from its stacks as they are synthesised; nothing is asked of AWS.
 * @param which the stacks that are counted; all when undefined
 * @throws UserError as synthesis does
 */
export function costOfZone(zone: LandingZone, which: (spec: StackSpec) => boolean = () => true): CostOfStacks {
  const specs = stacksOf(zone).filter(which);
  const texts = synthesised(
    withPlaceholderIds(zone),
    specs.map(({ id }) => id),
  );
  const stacks = specs.flatMap(({ id, kind, account }): readonly StackToPrice[] => {
    const json = texts.get(id);
    return json === undefined ? [] : [{ stack: id, kind, account: account.name, json }];
  });
  const names = zone.accounts.map(({ name }) => name);
  return {
    cost: zoneCost(stacks, names),
    waiting: specs.map(({ id }) => id).filter((id) => !texts.has(id)),
  };
}
