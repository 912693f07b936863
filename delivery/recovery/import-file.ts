import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeJson } from "../../declaration/source/write-json";
import { UserError } from "../../declaration/user-error";

/** Terraform address → import id. */
export type Imports = ReadonlyMap<string, string>;

/**
 * Import blocks beside a stack's `cdk.tf.json`, for one apply. The file is there from before a stale lock is removed until an apply
 * went through: a recovery that is killed itself is seen by it, when the lock is gone already.
 */
export function importFile(directory: string): string {
  return join(directory, "landfall-recovery.tf.json");
}

/** Terraform docs, recovering from state errors: where it leaves a state that it could not write to the backend. */
function erroredState(directory: string): string {
  return join(directory, "errored.tfstate");
}

/** Whether an earlier run in this directory left objects that its state may lack. */
export function mayLackObjects(directory: string): boolean {
  return existsSync(importFile(directory)) || existsSync(erroredState(directory));
}

/** @throws UserError when a saved plan of the stack would leave out, or make anew, what an earlier run left */
export function assertNothingLacking(directory: string, stack: string): void {
  if (!mayLackObjects(directory)) return;
  throw new UserError(
    `an interrupted run of ${stack} may have left objects that its state lacks`,
    `\`landfall deploy ${stack}\` finds them and takes them up, a saved plan cannot. Then plan again.`,
  );
}

/** Tells the next run to look for them. */
export function markLacking(directory: string): void {
  if (existsSync(directory) && !existsSync(importFile(directory))) writeImports(directory, new Map());
}

export function writeImports(directory: string, imports: Imports): void {
  const blocks = [...imports].map(([to, id]) => ({ to, id }));
  writeJson(importFile(directory), blocks.length > 0 ? { import: blocks } : {});
}

export function endRecovery(directory: string): void {
  rmSync(importFile(directory), { force: true });
  rmSync(erroredState(directory), { force: true });
}
