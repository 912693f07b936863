import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { projectAt } from "../declaration/project";
import { UserError } from "../declaration/user-error";
import { appOf, tsxLoader } from "./installation";

export interface Synthesis {
  readonly zoneDirectory: string;
  /** What `cdktf --output` takes: `manifest.json` and one directory a stack below `stacks/`. */
  readonly outDirectory: string;
  readonly stacks: readonly string[];
  readonly stop?: AbortSignal | undefined;
}

/** Directory of a stack's `cdk.tf.json`, where Terraform runs. */
export function stackDirectory(outDirectory: string, stack: string): string {
  return join(outDirectory, "stacks", stack);
}

/**
 * Synthesises some stacks in a process of its own, by the same `main.ts` that plain `cdktf synth` runs, and moves them
 * into the output directory. Other stacks there, and what Terraform keeps beside a stack, stay; cdktf processes that
 * are running see the manifest before or after, never half of it.
 * @throws UserError when the declaration does not validate, or a stack turns out not to be ready
 */
export async function synthesise({ zoneDirectory, outDirectory, stacks, stop }: Synthesis): Promise<void> {
  mkdirSync(join(outDirectory, "stacks"), { recursive: true });
  const staging = mkdtempSync(join(outDirectory, ".synth-"));
  try {
    await runApp(
      { LANDFALL_ZONE: resolve(zoneDirectory), LANDFALL_STACKS: stacks.join(","), CDKTF_OUTDIR: staging },
      stop,
    );
    const fresh = readManifest(staging);
    const missing = stacks.filter((stack) => !(stack in fresh.stacks));
    if (missing.length > 0) throw new Error(`main.ts did not synthesise ${missing.join(", ")}, which should be ready`);
    for (const stack of stacks) moveStack(stackDirectory(staging, stack), stackDirectory(outDirectory, stack));
    const earlier = existsSync(manifestFile(outDirectory)) ? readManifest(outDirectory).stacks : {};
    const merged = join(staging, "merged.json");
    writeFileSync(merged, JSON.stringify({ ...fresh, stacks: { ...earlier, ...fresh.stacks } }, undefined, 2));
    renameSync(merged, manifestFile(outDirectory));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

interface Manifest {
  readonly stacks: Readonly<Record<string, unknown>>;
}

function manifestFile(directory: string): string {
  return join(directory, "manifest.json");
}

function readManifest(directory: string): Manifest {
  const content: unknown = JSON.parse(readFileSync(manifestFile(directory), "utf8"));
  if (typeof content === "object" && content !== null && "stacks" in content && isRecord(content.stacks)) {
    return { ...content, stacks: content.stacks };
  }
  throw new Error(`${manifestFile(directory)} is not a CDKTF manifest`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function moveStack(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  rmSync(join(to, "assets"), { recursive: true, force: true });
  for (const entry of readdirSync(from)) renameSync(join(from, entry), join(to, entry));
}

/** `main.ts` exits with 2 for a mistake in the declaration, which it has printed. */
async function runApp(settings: Readonly<Record<string, string>>, stop: AbortSignal | undefined): Promise<void> {
  const project = projectAt();
  const child = spawn(process.execPath, ["--import", tsxLoader, appOf(project)], {
    cwd: project.directory,
    env: { ...process.env, ...settings },
    stdio: ["ignore", "ignore", "pipe"],
    ...(stop ? { signal: stop } : {}),
  });
  let printed = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  if (code === 2)
    throw new UserError(printed.trim(), "Put the declaration right; `landfall validate` checks it alone.");
  if (code !== 0) throw new Error(`synthesis failed with exit code ${String(code)}:\n${printed}`);
}
