const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface Interruption {
  /** Aborted by the first signal. */
  readonly stop: AbortSignal;
  /** Aborted by the first signal too, or by the second when running work should be let finish. */
  readonly interrupt: AbortSignal;
  /** Aborted by the signal after that: kill. */
  readonly force: AbortSignal;
  /** Gives the signals back to Node. */
  dispose(): void;
}

interface Level {
  readonly aborts: readonly AbortController[];
  readonly says: string;
}

/**
 * Turns Ctrl-C, and the signals a pipeline or a closed terminal sends, into abort signals, each one step harder than the last.
 * @param lettingFinish whether the first signal lets running stacks finish
 */
export function interruptible(say: (line: string) => void = console.error, lettingFinish = false): Interruption {
  const [stop, interrupt, force] = [new AbortController(), new AbortController(), new AbortController()];
  const kill = {
    aborts: [force],
    says: "Killing what still runs. The next run unlocks its state and imports what this one made.",
  };
  const levels: Level[] = lettingFinish
    ? [
        { aborts: [stop], says: "Stopping when the running stacks are done. Ctrl-C again interrupts them." },
        {
          aborts: [interrupt],
          says: "Interrupting Terraform: the next run imports what AWS is making now. Ctrl-C again kills it.",
        },
        kill,
      ]
    : [{ aborts: [stop, interrupt], says: "Stopping: Terraform saves its state. Ctrl-C again kills it." }, kill];
  const onSignal = (): void => {
    const level = levels.shift();
    if (!level) return;
    say(level.says);
    level.aborts.forEach((controller) => controller.abort());
  };
  for (const signal of signals) process.on(signal, onSignal);
  return {
    stop: stop.signal,
    interrupt: interrupt.signal,
    force: force.signal,
    dispose: () => {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
