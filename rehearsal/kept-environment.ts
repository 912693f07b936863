import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../delivery/child-environment";
import type { RunDirectory } from "./run-directory";

/**
 * Writes a file that a shell reads with `source`: every command of Landfall, cdktf, Terraform and the aws CLI then work on the
 * kept rehearsal, its copy of the zone included.
 * @param faults file whose rules are in force, and are looked for before every call
 * @param environment how the local AWS is reached, and Terraform's settings
 * @returns the file, readable by its owner alone
 */
export function writeKeptEnvironment(directory: RunDirectory, faults: string, environment: Environment): string {
  const file = join(directory.path, "environment.sh");
  const variables = {
    ...environment,
    LANDFALL_ZONE: directory.zone,
    LANDFALL_FAULTS: faults,
    CDKTF_OUTDIR: directory.out,
  };
  const lines = Object.entries(variables).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
  writeFileSync(file, lines.join(""), { mode: 0o600 });
  return file;
}

/** As POSIX shells quote: nothing is special between single quotes but the quote itself. */
function quoted(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}
