import { readFile, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "../is-alive";

const pollMilliseconds = 200;

/**
 * Runs `work` while no other process holds the lock file, which carries its holder's process id. The lock of a process
 * that is gone is taken over; of several that do so at the same instant more than one may run, so `work` must bear that.
 */
export async function withLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  while (!(await acquired(lock))) {
    const holder = Number(await readFile(lock, "utf8").catch(() => ""));
    if (holder > 0 && !isAlive(holder)) await rm(lock, { force: true });
    else await sleep(pollMilliseconds);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/** `wx` makes the file or fails: the operating system decides who was first. */
async function acquired(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}
