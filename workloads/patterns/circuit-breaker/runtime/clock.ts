/** What a breaker knows of time. */
export interface Clock {
  readonly now: () => number;
  /** Ends the work after so long, and rejects with CallTimeout even where it does not listen. */
  readonly within: <Value>(milliseconds: number, work: (signal: AbortSignal) => Promise<Value>) => Promise<Value>;
  /** Before a write that another function overtook is tried again. */
  readonly pause: () => Promise<void>;
}

/** The call took longer than it may. Whether it had its effect is not known. */
export class CallTimeout extends Error {
  override readonly name = "CallTimeout";
}

const longestPauseMilliseconds = 50;

export const systemClock: Clock = {
  now: Date.now,
  within: async (milliseconds, work) => {
    const abort = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new CallTimeout(`no answer within ${milliseconds} ms`));
        abort.abort();
      }, milliseconds);
    });
    try {
      return await Promise.race([work(abort.signal), late]);
    } finally {
      clearTimeout(timer);
    }
  },
  pause: () => new Promise((resume) => setTimeout(resume, Math.random() * longestPauseMilliseconds)),
};
