import type { LandingZone } from "../../declaration/model";
import { projectAt } from "../../declaration/project";
import { selectedStacks } from "../../declaration/selected-stacks";
import { changedSince } from "../fingerprint/changed-since";
import type { Changes } from "../fingerprint/compare";
import { type Waves, wavesOf } from "./waves";

/** Stacks somebody asked for, and why. */
export interface Selection {
  readonly zone: LandingZone;
  readonly zoneDirectory: string;
  readonly waves: Waves;
  /** What changed since a revision; undefined when nobody asked. */
  readonly since: ({ readonly revision: string } & Changes) | undefined;
}

export interface Selector {
  readonly zone: LandingZone;
  readonly zoneDirectory: string;
  /** Ids of the stacks that come into question; all when empty. */
  readonly only: readonly string[];
  /** A git revision: of those stacks, the ones that changed since. */
  readonly changedSince: string | undefined;
}

/** @throws UserError for a stack the zone does not have, and as `changedSince` does */
export async function selectStacks({
  zone,
  zoneDirectory,
  only,
  changedSince: revision,
}: Selector): Promise<Selection> {
  const named = selectedStacks(zone, only.length === 0 ? undefined : only).map(({ id }) => id);
  if (revision === undefined) return { zone, zoneDirectory, waves: wavesOf(zone, named), since: undefined };
  const changes = await changedSince({ zone, directory: zoneDirectory, project: projectAt() }, revision);
  const changed = changes.changed.filter(({ spec }) => named.includes(spec.id));
  return {
    zone,
    zoneDirectory,
    waves: wavesOf(
      zone,
      changed.map(({ spec }) => spec.id),
    ),
    since: { revision, changed, removed: changes.removed },
  };
}
