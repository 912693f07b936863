import type { LandingZone } from "../../declaration/model";
import { stacksOf } from "../../declaration/stacks";

/** Stack ids in waves: the stacks of a wave are independent of each other, and come after all of the waves before. */
export type Waves = readonly (readonly string[])[];

/**
 * Some stacks of a zone in as few waves as their order allows. A stack comes after every one of them that is before it, also by way of
 * stacks that are not among them.
 * @param selected ids; others than the zone's are passed over
 */
export function wavesOf(zone: LandingZone, selected: Iterable<string>): Waves {
  const wanted = new Set(selected);
  const free = new Map<string, number>();
  const waves: string[][] = [];
  for (const { id, after } of stacksOf(zone)) {
    const place = Math.max(0, ...after.map((earlier) => free.get(earlier) ?? 0));
    if (wanted.has(id)) (waves[place] ??= []).push(id);
    // The first wave in which something that comes after this stack may be.
    free.set(id, wanted.has(id) ? place + 1 : place);
  }
  return waves;
}
