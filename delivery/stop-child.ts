import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { descendantsOf, type ProcessEntry, processTable } from "./process-table";

const pollMilliseconds = 100;

/** How long a child may take to end by itself, in milliseconds. */
export interface StopPatience {
  /** After SIGINT, until SIGTERM. */
  readonly interrupt: number;
  /** After SIGTERM, until SIGKILL. */
  readonly terminate: number;
}

/** Terraform waits for the calls under way, writes its state and releases the lock; a call rarely takes a minute. */
export const defaultPatience: StopPatience = { interrupt: 60_000, terminate: 10_000 };

/**
 * Ends a `cdktf` child and everything below it, leaving Terraform's state whole.
 *
 * cdktf runs Terraform in a session of its own, so no signal to cdktf's process group reaches
 * it. And when cdktf itself is interrupted it exits at once, which closes the pipes and kills Terraform with its lock
 * held. So Terraform is interrupted first, once (a second SIGINT makes it abandon its state), and cdktf only while it
 * has no Terraform running.
 * @param force aborting it skips all patience
 */
export async function stopChild(child: ChildProcess, patience = defaultPatience, force?: AbortSignal): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const interrupted = new Set<number>();
  const started = Date.now();
  let known: readonly ProcessEntry[] = [];
  for (;;) {
    const table = await processTable();
    known = stillRunning([...descendantsOf(pid, table), ...known], table);
    const ended = child.exitCode !== null || child.signalCode !== null;
    if (ended && known.length === 0) return;
    const waited = force?.aborted ? Infinity : Date.now() - started;
    const everyone = ended ? known.map((entry) => entry.pid) : [...known.map((entry) => entry.pid), pid];
    if (waited > patience.interrupt + patience.terminate) signal(everyone, "SIGKILL");
    else if (waited > patience.interrupt) signal(everyone, "SIGTERM");
    else {
      const terraform = known.filter((entry) => entry.parent === pid && /^terraform(\.exe)?$/.test(entry.name));
      const targets = terraform.length > 0 ? terraform.map((entry) => entry.pid) : ended ? [] : [pid];
      signal(
        targets.filter((target) => !interrupted.has(target)),
        "SIGINT",
      );
      targets.forEach((target) => interrupted.add(target));
    }
    await sleep(pollMilliseconds);
  }
}

/** A process whose parent ended belongs to another parent now, but keeps its id and name. */
function stillRunning(entries: readonly ProcessEntry[], table: readonly ProcessEntry[]): readonly ProcessEntry[] {
  const unique = new Map(entries.map((entry) => [entry.pid, entry]));
  return [...unique.values()].filter(({ pid, name }) => table.some((row) => row.pid === pid && row.name === name));
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended between the look and the signal.
    }
  }
}
