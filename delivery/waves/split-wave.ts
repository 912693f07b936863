/**
 * A wave in parts of equal size, give or take one, none larger than a limit.
 * @param limit at least 1
 */
export function splitWave<Stack>(wave: readonly Stack[], limit: number): readonly (readonly Stack[])[] {
  const parts = Math.ceil(wave.length / limit);
  return Array.from({ length: parts }, (_, part) =>
    wave.slice(Math.round((part * wave.length) / parts), Math.round(((part + 1) * wave.length) / parts)),
  );
}
