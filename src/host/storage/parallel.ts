// Runs asynchronous work over a list, a bounded number at a time, so that thousands of files do not exhaust handles.

/** Results in the order of `items`; rejects with the first failure. */
export async function mapParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>, limit = 24): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const run = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as T);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, run));
  return results;
}
