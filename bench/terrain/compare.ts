import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { targetVersions } from "./copy";
import { type Difference, differencesBetween } from "./differences";

/** A zone and the project, below the root, whose services it has. */
export interface ComparedZone {
  readonly name: string;
  readonly project: string;
  /** Below the root. */
  readonly zone: string;
}

/** Synthesises a zone with the program and packages of a tree. @param zone absolute: both trees read the same */
export function synthesise(tree: string, project: string, zone: string, out: string): void {
  const program = join(tree, "bench/terrain/synthesise-zone.ts");
  const { status } = spawnSync(process.execPath, ["--import", "tsx", program, zone, out], {
    cwd: join(tree, project),
    stdio: ["ignore", "ignore", "inherit"],
    // CDKTF knows no such context and leaves it alone.
    env: { ...process.env, CDKTF_CONTEXT_JSON: JSON.stringify({ targetVersions }) },
  });
  if (status !== 0) throw new Error(`synthesis of ${zone} ended with ${String(status)} in ${tree}`);
}

/** The stacks of two synthesised apps with what differs in each; a stack that only one has differs as a whole. */
export function compared(before: string, after: string): ReadonlyMap<string, readonly Difference[]> {
  const names = new Set([...stacksIn(before), ...stacksIn(after)]);
  return new Map(
    [...names].sort().map((name) => [name, differencesBetween(stackIn(before, name), stackIn(after, name))]),
  );
}

function stacksIn(out: string): readonly string[] {
  return readdirSync(join(out, "stacks"));
}

function stackIn(out: string, name: string): unknown {
  if (!stacksIn(out).includes(name)) return undefined;
  return JSON.parse(readFileSync(join(out, "stacks", name, "cdk.tf.json"), "utf8"));
}
