import type { LandingZone } from "../../declaration/model";
import type { StackSpec } from "../../declaration/stacks";
import { UserError } from "../../declaration/user-error";
import type { Environment } from "../child-environment";
import { type LockOwner, ownerOf } from "./lock-owner";
import { readRecord } from "./run-record";
import { lockText, readLock, type StateLock } from "./state-lock";
import { terraformProcesses } from "./terraform-processes";

/** Whose locks may be removed: of owners that are gone, or of anybody because a person said so. */
export type LockPolicy = "gone" | "anybody";

export interface HeldLock {
  readonly lock: StateLock;
  readonly owner: LockOwner;
}

/**
 * The lock on a stack's state and what is known of its owner; undefined when it is free.
 * @param environment the stack's identity, endpoint and proxy
 * @param directory where this machine's runs on the stack are on record; without it no owner is known to be gone
 */
export async function heldLock(
  zone: LandingZone,
  spec: StackSpec,
  environment: Environment,
  directory?: string,
): Promise<HeldLock | undefined> {
  const lock = await readLock(spec, zone.regions.home, environment);
  if (lock === undefined) return undefined;
  const record = directory === undefined ? undefined : readRecord(directory);
  return { lock, owner: ownerOf(lock, spec.state, { processes: await terraformProcesses(), record }) };
}

/** @throws UserError naming who holds the lock, since when, and what to do, unless the policy lets it be removed */
export function assertMayFree(stack: string, { lock, owner }: HeldLock, policy: LockPolicy): void {
  if (policy === "anybody" || owner.is === "gone") return;
  throw new UserError(
    `the state of ${stack} is locked by ${lockText(lock)}${because(owner)}`,
    `Wait until that is done. When it will never be: \`landfall unlock ${stack}\`, or deploy with --unlock.`,
  );
}

/** What is known of a lock's owner, for people; empty when it is gone. */
export function because(owner: LockOwner): string {
  switch (owner.is) {
    case "gone":
      return "";
    case "alive":
      return `; process ${owner.pid} of this machine is at it`;
    case "elsewhere":
      return "; it is not known to be of this machine, so whether it still runs is unknown here";
  }
}
