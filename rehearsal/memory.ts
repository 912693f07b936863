import { existsSync, readFileSync } from "node:fs";
import { descendantsOf, processTable } from "../delivery/process-table";

/** Kilobytes of the process's own pages and its share of common ones (proc(5), smaps_rollup); 0 when it is gone. */
function proportionalKilobytes(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Watches the memory of this process and all it starts; the peak is in MiB, `undefined` where there is no /proc. */
export function watchMemory(everyMilliseconds = 1000): { stop(): number | undefined } {
  let peak = 0;
  const sample = async (): Promise<void> => {
    const family = [process.pid, ...descendantsOf(process.pid, await processTable()).map((entry) => entry.pid)];
    peak = Math.max(
      peak,
      family.map(proportionalKilobytes).reduce((sum, size) => sum + size, 0),
    );
  };
  if (!existsSync("/proc/self/smaps_rollup")) return { stop: () => undefined };
  const timer = setInterval(() => void sample(), everyMilliseconds);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.round(peak / 1024);
    },
  };
}
