/**
 * `Promise.all` over a list with a bound on what runs at once: thousands of open files are more than a system allows.
 * After a failure nothing new is started, and what runs is waited for, so that nothing happens after the rejection.
 * @returns the results in the order of the items
 * @throws what the first failed call threw
 */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  map: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const state = { failed: false };
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (state.failed) return;
      try {
        results[index] = await map(item, index);
      } catch (error) {
        state.failed = true;
        throw error;
      }
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: 32 }, work));
  for (const worker of workers) if (worker.status === "rejected") throw worker.reason;
  return results;
}
