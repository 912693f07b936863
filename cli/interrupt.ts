const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface Interruption {
  /** Aborted by the first signal: end in order. */
  readonly stop: AbortSignal;
  /** Aborted by the second: end now. */
  readonly force: AbortSignal;
  /** Gives the signals back to Node. */
  dispose(): void;
}

/** Turns Ctrl-C, and the signals a pipeline or a closed terminal sends, into abort signals. */
export function interruptible(say: (line: string) => void = console.error): Interruption {
  const stop = new AbortController();
  const force = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) {
      if (!force.signal.aborted)
        say("Killing what still runs. A state may stay locked: `terraform force-unlock` frees it.");
      force.abort();
    } else {
      say("Stopping: Terraform finishes the calls under way and saves its state. Ctrl-C again kills it.");
      stop.abort();
    }
  };
  for (const signal of signals) process.on(signal, onSignal);
  return {
    stop: stop.signal,
    force: force.signal,
    dispose: () => {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
