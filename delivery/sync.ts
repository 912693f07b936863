import { producerOf } from "../declaration/id-producers";
import { type IdKey, idsFrom } from "../declaration/ids";
import { loadZone } from "../declaration/load";
import type { LandingZone } from "../declaration/model";
import { stacksOf } from "../declaration/stacks";
import { type Environment } from "./child-environment";
import type { CredentialsFor } from "./credentials";
import { lockIds } from "./lock-ids";
import type { IdChanges } from "./merge-ids";
import { leavingOfStack } from "./routing/leaving-of-stack";
import { initialState } from "./schedule";
import { readStateIds } from "./state-ids";

/** What sync found for one stack that makes ids. */
export interface SyncedStack {
  readonly stack: string;
  /** False when no state exists: the stack was never deployed. */
  readonly applied: boolean;
  readonly changes: IdChanges;
  /** Locked ids which the applied stack no longer makes, though the zone declares what they are of. They stay locked. */
  readonly missing: readonly string[];
}

export interface SyncOptions {
  readonly zoneDirectory: string;
  readonly credentialsFor: CredentialsFor;
  /** Ids of stacks: only what makes the ids these need is read. All of them when empty. */
  readonly neededBy?: readonly string[] | undefined;
  /** Endpoint and proxy where they differ from the process's own. */
  readonly environment: Environment;
}

/**
 * Reads the ids of every applied stack from its state and merges them into `ids.lock.json`. Service stacks make none, so
 * sync asks for no service's credentials.
 */
export async function sync(options: SyncOptions): Promise<SyncedStack[]> {
  const { zoneDirectory, credentialsFor, environment, neededBy = [] } = options;
  let zone = loadZone(zoneDirectory);
  const producers = producersFor(zone, neededBy);
  const result: SyncedStack[] = [];
  for (const spec of stacksOf(zone).filter(({ id, kind }) => kind !== "service" && producers.has(id))) {
    const credentials = await credentialsFor(spec, zone);
    const found = await readStateIds(spec, zone.regions.home, { ...process.env, ...environment, ...credentials });
    if (!found) {
      result.push({ stack: spec.id, applied: false, changes: { added: [], changed: [] }, missing: [] });
      continue;
    }
    const { ids, changes } = lockIds(zoneDirectory, found, leavingOfStack(zone, spec.id));
    zone = withIds(zone, ids);
    const missing = Object.keys(ids).filter((key) => producerOf(key as IdKey) === spec.id && !(key in found));
    result.push({ stack: spec.id, applied: true, changes, missing });
  }
  return result;
}

/** @throws UserError for a stack the zone does not have */
function producersFor(zone: LandingZone, neededBy: readonly string[]): ReadonlySet<string> {
  const stacks = stacksOf(zone);
  if (neededBy.length === 0) return new Set(stacks.map(({ id }) => id));
  const asked = initialState(zone, neededBy);
  return new Set(
    stacks.filter(({ id }) => asked.has(id)).flatMap(({ needs }) => needs.flatMap((key) => producerOf(key) ?? [])),
  );
}

/** The same zone with other ids locked. */
export function withIds(zone: LandingZone, ids: Readonly<Record<string, string>>): LandingZone {
  return { ...zone, ids: idsFrom(ids) };
}
