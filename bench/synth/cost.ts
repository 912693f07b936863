/** What a process of the bench tells when it is done. */
export interface Cost {
  /** CPU milliseconds of what is measured, on all threads. */
  readonly synthesis: number;
  /** CPU milliseconds of the whole process, starting Node and loading modules among them. */
  readonly process: number;
  /** The most memory the process had, in MiB. */
  readonly memory: number;
  readonly resources: number;
}

/** Measures `work` and prints its cost as the process's last line. */
export function tellCost(work: () => number): void {
  const before = process.cpuUsage();
  const resources = work();
  const { user, system } = process.cpuUsage(before);
  const all = process.cpuUsage();
  const cost: Cost = {
    synthesis: (user + system) / 1000,
    process: (all.user + all.system) / 1000,
    memory: Math.round(process.resourceUsage().maxRSS / 1024),
    resources,
  };
  process.stdout.write(`${JSON.stringify(cost)}\n`);
}
