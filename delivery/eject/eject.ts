import { randomUUID } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { loadZone } from "../../declaration/load";
import { stacksOf } from "../../declaration/stacks";
import { UserError } from "../../declaration/user-error";
import { describeWaiting, waitingFor } from "../../declaration/waiting";
import { initialState } from "../schedule";
import { stackDirectory, synthesise } from "../synthesise";
import { directoryInstructions, stackInstructions } from "./instructions";
import { plainTerraform } from "./plain-terraform";

export interface EjectOptions {
  readonly zoneDirectory: string;
  /** New, or an empty directory. */
  readonly directory: string;
  /** Ids of the stacks; all that are ready when empty. */
  readonly only: readonly string[];
}

export interface Ejected {
  readonly stacks: readonly string[];
  /** Why each stack that was left out is not ready. */
  readonly waiting: readonly string[];
}

/**
 * Writes each stack as a Terraform root of its own that needs neither Landfall nor Node.js: `main.tf.json` with backend and provider as
 * they are, its assets at the paths the state knows, and how to run it. The directory appears whole or not at all.
 * @throws UserError for a directory that holds something, a stack the zone does not have or that is not ready; DeclarationError
 */
export async function eject({ zoneDirectory, directory, only }: EjectOptions): Promise<Ejected> {
  checkEmpty(directory);
  const zone = loadZone(zoneDirectory);
  const selected = initialState(zone, only);
  const specs = stacksOf(zone).filter(({ id }) => selected.has(id));
  const ready = specs.filter((spec) => waitingFor(zone, spec).length === 0);
  const waiting = specs.filter((spec) => !ready.includes(spec)).map((spec) => describeWaiting(zone, spec));
  if (ready.length === 0 || (only.length > 0 && waiting.length > 0))
    throw new UserError(
      waiting.join("\n"),
      "`landfall deploy` makes what it waits for; `landfall sync` reads it anew.",
    );

  const synthesised = mkdtempSync(join(tmpdir(), "landfall-eject-"));
  const parent = dirname(resolve(directory));
  const staging = join(parent, `.${basename(resolve(directory))}-${randomUUID()}`);
  mkdirSync(staging, { recursive: true });
  try {
    await synthesise({ zoneDirectory, outDirectory: synthesised, stacks: ready.map(({ id }) => id) });
    for (const spec of ready)
      writeRoot(stackDirectory(synthesised, spec.id), join(staging, spec.id), stackInstructions(zone, spec));
    writeFileSync(join(staging, "README.md"), directoryInstructions(zone, ready));
    renameSync(staging, resolve(directory));
  } finally {
    rmSync(staging, { recursive: true, force: true });
    rmSync(synthesised, { recursive: true, force: true });
  }
  return { stacks: ready.map(({ id }) => id), waiting };
}

function checkEmpty(directory: string): void {
  if (!existsSync(directory)) return;
  if (statSync(directory).isDirectory() && readdirSync(directory).length === 0) return;
  throw new UserError(`${directory} holds something already`, "Name a new or an empty directory.");
}

function writeRoot(from: string, to: string, instructions: string): void {
  mkdirSync(to);
  const assets = join(from, "assets");
  if (existsSync(assets)) cpSync(assets, join(to, "assets"), { recursive: true });
  writeFileSync(join(to, "main.tf.json"), plainTerraform(readFileSync(join(from, "cdk.tf.json"), "utf8")));
  writeFileSync(join(to, "README.md"), instructions);
}
