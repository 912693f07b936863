import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { isAlive } from "./is-alive";

/** The private directory of one rehearsal: its copy of the zone, its synthesised stacks, logs and sockets. */
export interface RunDirectory {
  readonly path: string;
  /** The zone rehearsed: a copy, so that ids of the local AWS never reach the zone's own lock file. */
  readonly zone: string;
  readonly out: string;
}

const owner = "owner.pid";

/** Files of a zone that name what exists on AWS, and nowhere else. */
const ofAws = ["ids.lock.json", "imports.json"];
const parentDirectory = (): string => resolve(".landfall", "rehearsals");

/**
 * Makes a directory under `.landfall/rehearsals` of the working directory, readable by its owner alone, with a copy of the
 * zone without its locked ids and imports. Directories whose rehearsal was killed are removed.
 */
export function makeRunDirectory(zoneDirectory: string): RunDirectory {
  const parent = parentDirectory();
  mkdirSync(parent, { recursive: true });
  removeAbandoned(parent);
  const path = join(parent, `${basename(resolve(zoneDirectory))}-${randomBytes(4).toString("hex")}`);
  mkdirSync(path, { mode: 0o700 });
  writeFileSync(join(path, owner), String(process.pid));
  const zone = join(path, "zone");
  cpSync(zoneDirectory, zone, { recursive: true, filter: (source) => !ofAws.includes(basename(source)) });
  return { path, zone, out: join(path, "cdktf.out") };
}

/** How long a rehearsal may take to stop what it started. */
const endPatienceMilliseconds = 60_000;

/**
 * Ends every rehearsal of this working directory that is still there, kept ones above all, and removes what they left.
 * @returns the directories' names
 */
export async function endRehearsals(): Promise<readonly string[]> {
  const parent = parentDirectory();
  const names = existsSync(parent) ? readdirSync(parent) : [];
  for (const name of names) {
    const pid = ownerOf(join(parent, name));
    if (pid !== undefined && isAlive(pid)) process.kill(pid, "SIGTERM");
    const deadline = Date.now() + endPatienceMilliseconds;
    while (pid !== undefined && isAlive(pid) && Date.now() < deadline) {
      await new Promise((resume) => setTimeout(resume, 100));
    }
    rmSync(join(parent, name), { recursive: true, force: true });
  }
  return names;
}

function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const directory = join(parent, name);
    const pid = ownerOf(directory);
    if (pid !== undefined && !isAlive(pid)) rmSync(directory, { recursive: true, force: true });
  }
}

/** `undefined` while another rehearsal is still making the directory. */
function ownerOf(directory: string): number | undefined {
  try {
    return Number(readFileSync(join(directory, owner), "utf8"));
  } catch {
    return undefined;
  }
}
