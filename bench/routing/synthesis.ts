import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { stacksOf } from "../../declaration/stacks";
import { addStacks } from "../../main";

export interface RoutingSynthesis {
  /** Of processor time, the slices and the files included. */
  readonly milliseconds: number;
  /** Stack → resources. */
  readonly resources: ReadonlyMap<string, number>;
}

/** Synthesises all stacks with the hub's routes, as `cdktf synth` does. */
export function synthesiseRouting(zone: LandingZone): RoutingSynthesis {
  const outdir = mkdtempSync(join(tmpdir(), "landfall-bench-"));
  try {
    const started = process.cpuUsage();
    const ids = stacksOf(zone)
      .filter(({ kind }) => kind === "routing")
      .map(({ id }) => id);
    const app = new App({ outdir });
    const waiting = addStacks(app, zone, ids);
    app.synth();
    const { user, system } = process.cpuUsage(started);
    if (waiting.length > 0) throw new Error(`not ready: ${waiting.map(({ id }) => id).join(", ")}`);
    return { milliseconds: (user + system) / 1000, resources: new Map(ids.map((id) => [id, count(outdir, id)])) };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function count(outdir: string, stack: string): number {
  const { resource = {} } = JSON.parse(readFileSync(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8")) as {
    readonly resource?: Readonly<Record<string, object>>;
  };
  return Object.values(resource).reduce((sum, named) => sum + Object.keys(named).length, 0);
}
