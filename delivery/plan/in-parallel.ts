/**
 * Does the work for each item, so many at a time, in the items' order. Starts nothing more once stopped.
 * @returns results by place; those of items that were not reached are missing
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  parallelism: number,
  work: (item: Item) => Promise<Result>,
  stop?: AbortSignal,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const queue = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next && !stop?.aborted; next = queue.shift()) {
      const [place, item] = next;
      results.set(place, await work(item));
    }
  };
  await Promise.all(Array.from({ length: parallelism }, worker));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
