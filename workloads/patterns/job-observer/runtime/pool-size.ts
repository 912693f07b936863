/** How large a pool of workers is. */
export interface PoolSize {
  /** Waiting jobs for which there is one worker more. */
  readonly jobsPerWorker: number;
  /** Workers that there are of an empty queue; none when absent. Each costs while it waits. */
  readonly least?: number;
  /** Workers at most, however many jobs wait: what is behind them bears no more. */
  readonly most: number;
}

/** @throws Error when it is no size */
export function checkedSize({ jobsPerWorker, least = 0, most }: PoolSize): Required<PoolSize> {
  const whole = [jobsPerWorker, least, most].every(Number.isInteger);
  if (!whole || jobsPerWorker < 1 || least < 0 || most < 1 || least > most)
    throw new Error(`a pool of ${least} to ${most} workers, one for ${jobsPerWorker} jobs, cannot be`);
  return { jobsPerWorker, least, most };
}

/** Workers for so many waiting jobs. */
export function workersFor(waiting: number, { jobsPerWorker, least, most }: Required<PoolSize>): number {
  return Math.min(most, Math.max(least, Math.ceil(waiting / jobsPerWorker)));
}
