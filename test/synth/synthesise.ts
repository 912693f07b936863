import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadZone } from "../../declaration/load";
import { withIds } from "../fixtures/ids";
import { runApp } from "./run-app";

const root = resolve(__dirname, "../..");

/** The zones every structural test goes through, by name. */
export const testZones: Readonly<Record<string, string>> = {
  sample: join(root, "zone"),
  birch: join(root, "test/zones/birch"),
  everything: join(root, "test/zones/everything"),
  "two-regions": join(root, "test/zones/two-regions"),
};

export interface Synthesised {
  /** The directory CDKTF wrote, with `stacks/<id>/cdk.tf.json`. */
  readonly out: string;
  /** Stack id → the text of its Terraform JSON. */
  readonly stacks: ReadonlyMap<string, string>;
}

/** A copy of a zone with every id locked, as after its first deployment. */
export function lockedZone(directory: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), "landfall-zone-")), "zone");
  cpSync(directory, copy, { recursive: true });
  const { ids } = withIds(loadZone(copy));
  writeFileSync(
    join(copy, "ids.lock.json"),
    `${JSON.stringify({ version: 1, ids: Object.fromEntries(ids.entries()) }, null, 2)}\n`,
  );
  return copy;
}

/** Runs the app of a project in a process of its own, as `cdktf synth` does, and reads what it wrote. */
export function synthesise(zoneDirectory: string, only?: readonly string[], project = root): Synthesised {
  const out = join(mkdtempSync(join(tmpdir(), "landfall-synth-")), "cdktf.out");
  mkdirSync(out);
  runApp([{ zone: zoneDirectory, out, only }], project);
  const stacks = readdirSync(join(out, "stacks")).map(
    (id) => [id, readFileSync(join(out, "stacks", id, "cdk.tf.json"), "utf8")] as const,
  );
  return { out, stacks: new Map(stacks) };
}

interface TerraformJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
}

/** `TYPE.NAME` of every resource of a stack, sorted. */
export function addresses(json: string): readonly string[] {
  const { resource = {} }: TerraformJson = JSON.parse(json);
  return Object.entries(resource)
    .flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`))
    .sort();
}

/** Addresses a stack's `moved` blocks account for. */
export function movedFrom(json: string): readonly string[] {
  const { moved = [] }: TerraformJson = JSON.parse(json);
  return moved.map((block) => block.from);
}
