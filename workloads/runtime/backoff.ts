/** Attempts in all, and pauses between them: full jitter, so that clients that failed together do not come back together (AWS Builders' Library). */
export const backoff = { attempts: 4, baseMilliseconds: 50, mostMilliseconds: 1000 } as const;

/** The pause before another attempt. @param attempt those made, from 1 @param random from 0 to 1 */
export function pause(attempt: number, random: number): number {
  const ceiling = Math.min(backoff.mostMilliseconds, backoff.baseMilliseconds * 2 ** (attempt - 1));
  return Math.floor(random * ceiling);
}
