import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadZone } from "../../declaration/load";
import { stacksOf, type StackKind } from "../../declaration/stacks";
import { onceARun } from "../fixtures/once-a-run";
import { runApp } from "./run-app";
import { lockedZone, testZones } from "./synthesise";

/** A stack of one of the zones. */
export interface ZoneStack {
  readonly zone: string;
  readonly id: string;
  readonly kind: StackKind;
  readonly json: string;
}

/** Every stack of the test zones and of the smallest, as after their first deployment. */
export function synthesisedZones(): readonly ZoneStack[] {
  return onceARun("zones", () => synthesiseZones({ ...testZones, minimal: resolve(__dirname, "../zones/minimal") }));
}

/** What the structural tests go through: every stack of the test zones. */
export function testStacks(): readonly ZoneStack[] {
  return synthesisedZones().filter(({ zone }) => zone in testZones);
}

function synthesiseZones(zones: Readonly<Record<string, string>>): readonly ZoneStack[] {
  const directory = mkdtempSync(join(tmpdir(), "landfall-synth-"));
  const runs = Object.entries(zones).map(([name, path]) => {
    const out = join(directory, name);
    mkdirSync(out);
    return { name, zone: lockedZone(path), out };
  });
  runApp(runs);
  return runs.flatMap(({ name, zone, out }) => {
    const kinds = new Map(stacksOf(loadZone(zone)).map(({ id, kind }) => [id, kind]));
    return readdirSync(join(out, "stacks")).map((id): ZoneStack => {
      const kind = kinds.get(id);
      if (kind === undefined) throw new Error(`the zone ${name} has no stack ${id}`);
      return { zone: name, id, kind, json: readFileSync(join(out, "stacks", id, "cdk.tf.json"), "utf8") };
    });
  });
}
