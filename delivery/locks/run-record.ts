import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { writeJson } from "../../declaration/source/write-json";
import type { StateLock } from "./state-lock";

/** Who runs Terraform where. */
export interface Machine {
  readonly user: string;
  readonly host: string;
  /** Differs after every start of the machine; absent where there is no such id. */
  readonly boot?: string | undefined;
}

const format = z.object({
  user: z.string(),
  host: z.string(),
  boot: z.string().optional(),
  started: z.coerce.date(),
  ended: z.coerce.date().optional(),
});

/** A run of Terraform on a stack, as the machine that made it recorded it; without `ended` when it was killed, or still runs. */
export type RunRecord = z.infer<typeof format>;

/** Clocks are read to different precisions. */
const clockSlackMilliseconds = 1000;

/**
 * This user on this machine, named as Terraform names the owner of a lock (Terraform source, internal/states/statemgr/locker.go: Go's
 * os/user Current, which takes USER for a user who has no entry, and os.Hostname).
 */
export function thisMachine(): Machine {
  // random(4): made anew at every boot.
  const bootFile = "/proc/sys/kernel/random/boot_id";
  const boot = existsSync(bootFile) ? readFileSync(bootFile, "utf8").trim() : undefined;
  return { user: userName(), host: hostname(), boot };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env["USER"] ?? "";
  }
}

/** `user@host`, a lock's `who`. */
export function nameOf({ user, host }: Machine): string {
  return `${user}@${host}`;
}

function recordFile(directory: string): string {
  return join(directory, "landfall-run.json");
}

/**
 * Runs Terraform on a stack, on record: a lock that a killed run leaves can then be told from that of another machine of the same name.
 * @param directory the stack's in the output directory
 */
export async function onRecord<T>(directory: string, run: () => Promise<T>): Promise<T> {
  const record: RunRecord = { ...thisMachine(), started: new Date() };
  mkdirSync(directory, { recursive: true });
  writeJson(recordFile(directory), record);
  try {
    return await run();
  } finally {
    writeJson(recordFile(directory), { ...record, ended: new Date() });
  }
}

/** The last run on record in a stack's directory; undefined when there is none that can be read. */
export function readRecord(directory: string): RunRecord | undefined {
  try {
    return format.safeParse(JSON.parse(readFileSync(recordFile(directory), "utf8"))).data;
  } catch {
    return undefined;
  }
}

/** Whether the run on record took the lock: the same name, and while it ran. */
export function tookLock(record: RunRecord, { who, created }: StateLock): boolean {
  const { started, ended } = record;
  const time = created.getTime();
  return (
    who === nameOf(record) &&
    time >= started.getTime() - clockSlackMilliseconds &&
    (ended === undefined || time <= ended.getTime() + clockSlackMilliseconds)
  );
}
