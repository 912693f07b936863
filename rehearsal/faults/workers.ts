import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Processes of handlers. */
export interface Workers {
  /** @param worker as the session token of a call names it */
  isKnown(worker: string): boolean;
  /** Kills it. MiniStack then fails the invocation, and starts another process for the next. */
  kill(worker: string): void;
}

/** The processes that `rehearsal/emulators/ministack_workers.py` wrote down in a run's directory. */
export function workersOf(runDirectory: string): Workers {
  const processOf = (worker: string): number | undefined => {
    try {
      return Number(readFileSync(join(runDirectory, "ministack-files", "workers", worker), "ascii")) || undefined;
    } catch {
      return undefined;
    }
  };
  return {
    isKnown: (worker) => processOf(worker) !== undefined,
    kill: (worker) => {
      const process_ = processOf(worker);
      try {
        if (process_ !== undefined) process.kill(process_, "SIGKILL");
      } catch {
        // It has ended by itself in the meantime.
      }
    },
  };
}
