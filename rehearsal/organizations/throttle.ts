/** A token bucket: whether one more call may pass now. `now` in milliseconds. */
export type Throttle = (now: number) => boolean;

export function tokenBucket(perSecond: number, burst: number): Throttle {
  let tokens = burst;
  let last: number | undefined;
  return (now) => {
    tokens = Math.min(burst, tokens + ((now - (last ?? now)) / 1000) * perSecond);
    last = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
