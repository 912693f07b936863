import type { StackSpec } from "../../declaration/stacks";
import { type Machine, nameOf, type RunRecord, thisMachine, tookLock } from "./run-record";
import type { StateLock } from "./state-lock";
import type { TerraformProcess } from "./terraform-processes";

/** What this machine can know about whoever took a lock. */
export type LockOwner =
  | { readonly is: "gone" }
  /** It runs here, or might. */
  | { readonly is: "alive"; readonly pid: number }
  | { readonly is: "elsewhere" };

/** What this machine knows. */
export interface Evidence {
  readonly processes: readonly TerraformProcess[];
  /** Its last run on the stack. */
  readonly record: RunRecord | undefined;
  readonly machine?: Machine | undefined;
}

/** Process start times are known to a second, and a lock is taken some time after the start. */
const clockSlackMilliseconds = 2000;

/**
 * Whether the owner of a lock still runs. `user@host` alone tells no machine from another: hosted runners of one image and containers
 * share it. So an owner is gone only when this machine has the run on record and no Terraform is left that may be at the state.
 */
export function ownerOf(
  lock: StateLock,
  state: StackSpec["state"],
  { processes, record, machine = thisMachine() }: Evidence,
): LockOwner {
  if (lock.who !== nameOf(machine)) return { is: "elsewhere" };
  const atIt = processes.find(
    ({ state: its }) => typeof its === "object" && its.bucket === state.bucket && its.key === state.key,
  );
  if (atIt) return { is: "alive", pid: atIt.pid };
  if (record === undefined || !tookLock(record, lock)) return { is: "elsewhere" };
  if (machine.boot !== undefined && record.boot !== undefined && machine.boot !== record.boot) return { is: "gone" };
  const then = lock.created.getTime() + clockSlackMilliseconds;
  const unknown = processes.find(
    ({ state: known, started }) => known === undefined && (started === undefined || started.getTime() <= then),
  );
  return unknown ? { is: "alive", pid: unknown.pid } : { is: "gone" };
}
