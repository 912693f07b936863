import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { descendantsOf, processTable } from "../delivery/process-table";

/** Kilobytes of the process's own pages and its share of common ones (proc(5), smaps_rollup); 0 when it is gone. */
async function proportionalKilobytes(pid: number): Promise<number> {
  try {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8");
    return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/**
 * Watches the memory of this process and all it starts; the peak is in MiB, `undefined` where there is no /proc.
 *
 * @param share of a core that watching takes at most: the kernel walks every page for these figures, a tenth of a second for each provider
 */
export function watchMemory(everyMilliseconds = 1000, share = 1 / 20): { stop(): number | undefined } {
  if (!existsSync("/proc/self/smaps_rollup")) return { stop: () => undefined };
  let peak = 0;
  let timer: NodeJS.Timeout | undefined;
  const sample = async (): Promise<void> => {
    const started = performance.now();
    let sum = 0;
    // One after the other: the gateway answers in between.
    for (const pid of [process.pid, ...descendantsOf(process.pid, await processTable()).map((entry) => entry.pid)]) {
      sum += await proportionalKilobytes(pid);
    }
    peak = Math.max(peak, sum);
    if (timer) next((performance.now() - started) / share);
  };
  const next = (milliseconds: number): void => {
    timer = setTimeout(() => void sample(), Math.max(everyMilliseconds, milliseconds));
  };
  next(everyMilliseconds);
  return {
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      return Math.round(peak / 1024);
    },
  };
}
