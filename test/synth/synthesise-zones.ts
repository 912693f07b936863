import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadZone } from "../../declaration/load";
import { stacksOf, type StackKind } from "../../declaration/stacks";
import { lockedZone } from "./synthesise";

const root = resolve(__dirname, "../..");

/** A stack of one of the zones. */
export interface ZoneStack {
  readonly zone: string;
  readonly id: string;
  readonly kind: StackKind;
  readonly json: string;
}

/** Runs the app for each zone in turn in one process: half of a zone's synthesis is loading the provider's bindings. */
const program = `
  const { landfall } = require("./main.ts");
  for (const [zone, out] of JSON.parse(process.argv[1])) {
    process.env.CDKTF_OUTDIR = out;
    landfall({ LANDFALL_ZONE: zone });
  }
`;

/** Every stack of the zones, as after their first deployment. */
export function synthesiseZones(zones: Readonly<Record<string, string>>): readonly ZoneStack[] {
  const directory = mkdtempSync(join(tmpdir(), "landfall-synth-"));
  const runs = Object.entries(zones).map(([name, path]) => {
    const out = join(directory, name);
    mkdirSync(out);
    return { name, zone: lockedZone(path), out };
  });
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--require", "tsx/cjs", "--eval", program, JSON.stringify(runs.map(({ zone, out }) => [zone, out]))],
    { cwd: root, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] },
  );
  if (status !== 0) throw new Error(`the zones were not synthesised: ${stderr}`);
  return runs.flatMap(({ name, zone, out }) => {
    const kinds = new Map(stacksOf(loadZone(zone)).map(({ id, kind }) => [id, kind]));
    return readdirSync(join(out, "stacks")).map((id): ZoneStack => {
      const kind = kinds.get(id);
      if (kind === undefined) throw new Error(`the zone ${name} has no stack ${id}`);
      return { zone: name, id, kind, json: readFileSync(join(out, "stacks", id, "cdk.tf.json"), "utf8") };
    });
  });
}
