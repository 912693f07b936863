import { loadZone } from "../../declaration/load";
import { stacksOf } from "../../declaration/stacks";
import { childEnvironment } from "../child-environment";
import type { CredentialsFor } from "../credentials";
import { initialState } from "../schedule";
import { heldLock, type HeldLock } from "./held-lock";
import { removeLock } from "./state-lock";

/** A stack whose state is locked. */
export interface LockedStack extends HeldLock {
  readonly stack: string;
  /** Removes the lock, unless it has changed hands. */
  readonly remove: () => Promise<void>;
}

/**
 * Which of these stacks are locked, and by whom.
 * @throws DeclarationError, UserError for a zone that does not validate, a stack it does not have, credentials that do not work
 */
export async function locksOf(
  zoneDirectory: string,
  stacks: readonly string[],
  credentialsFor: CredentialsFor,
): Promise<readonly LockedStack[]> {
  const zone = loadZone(zoneDirectory);
  const selected = initialState(zone, stacks);
  const specs = stacksOf(zone).filter(({ id }) => selected.has(id));
  const looked = specs.map(async (spec): Promise<readonly LockedStack[]> => {
    const environment = childEnvironment(process.env, {}, await credentialsFor(spec, zone));
    const held = await heldLock(zone, spec, environment);
    if (held === undefined) return [];
    const remove = (): Promise<void> => removeLock(spec, held.lock, zone.regions.home, environment);
    return [{ ...held, stack: spec.id, remove }];
  });
  return (await Promise.all(looked)).flat();
}
