import type { LandingZone } from "../../declaration/model";
import type { StackSpec } from "../../declaration/stacks";
import { UserError } from "../../declaration/user-error";
import type { Environment } from "../child-environment";
import { assertMayFree, heldLock, type LockPolicy } from "../locks/held-lock";
import { readRecord, tookLock } from "../locks/run-record";
import { lockText, removeLock, type StateLock } from "../locks/state-lock";
import { stackDirectory } from "../synthesise";

/** What a recovery tells while it runs. */
export type RecoveryEvent =
  /** Who left the lock and when, in words; `told`: whether its owner lives is unknown, a person said it may go. */
  | { readonly type: "stale-lock"; readonly stack: string; readonly lock: string; readonly told: boolean }
  | { readonly type: "found"; readonly stack: string; readonly addresses: readonly string[] };

export interface RecoveryOptions {
  /** Whose locks may be removed; of owners that are gone when absent. */
  readonly unlock?: LockPolicy | undefined;
  /** Looks for unrecorded objects without a stale lock, too. */
  readonly recover?: boolean | undefined;
  readonly onRecovery?: ((event: RecoveryEvent) => void) | undefined;
}

/** What a lock is judged by: this machine's runs are on record in the output directory. */
interface LockJudgement extends RecoveryOptions {
  readonly outDirectory: string;
}

/**
 * A lock on a stack's state that may be removed, after telling of it; undefined when the state is free.
 * @throws UserError when its owner may live
 */
export async function staleLock(
  zone: LandingZone,
  spec: StackSpec,
  environment: Environment,
  { outDirectory, unlock = "gone", onRecovery = () => undefined }: LockJudgement,
): Promise<StateLock | undefined> {
  const held = await heldLock(zone, spec, environment, stackDirectory(outDirectory, spec.id));
  if (held === undefined) return undefined;
  assertMayFree(spec.id, held, unlock);
  const told = held.owner.is !== "gone";
  onRecovery({ type: "stale-lock", stack: spec.id, lock: lockText(held.lock), told });
  return held.lock;
}

/**
 * Removes the lock of a destroy that was killed: what it had destroyed already, Terraform sees when it reads the objects. A killed apply's
 * lock stays, for what that made may be missing from the state. Terraform calls both operations apply; the destroys on record tell them apart.
 * @param destroys where destroys of the stack are recorded
 * @throws UserError when the owner may live, or is not known to have destroyed
 */
export async function freeStaleLock(
  zone: LandingZone,
  spec: StackSpec,
  environment: Environment,
  { onRecovery = () => undefined, ...options }: LockJudgement,
  destroys: string,
): Promise<void> {
  const events: RecoveryEvent[] = [];
  const lock = await staleLock(zone, spec, environment, { ...options, onRecovery: (event) => events.push(event) });
  if (!lock) return;
  const record = readRecord(destroys);
  if (lock.operation === "apply" && !(record && tookLock(record, lock))) throw mayHaveMade(spec, lock);
  events.forEach(onRecovery);
  await removeLock(spec, lock, zone.regions.home, environment);
}

function mayHaveMade({ id, account }: StackSpec, lock: StateLock): UserError {
  return new UserError(
    `the state of ${id} is locked by ${lockText(lock)}, which may have made what the state lacks`,
    `Set \`status: active\` in the file of ${account.name}, run \`landfall deploy --recover ${id}\`, then the same command again.`,
  );
}
