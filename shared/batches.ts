/**
 * WebCrypto works on other threads, and what it has done comes back in heaps: a batch at a time keeps them busy without
 * holding everything at once. Small messages cost as much by 16 as by 100, and a little more by 1,000.
 */
export async function mapInBatches<T, U>(
  items: readonly T[],
  map: (item: T) => Promise<U>,
  batch = 100,
): Promise<U[]> {
  if (items.length <= batch) return Promise.all(items.map(map));
  const results: U[] = [];
  for (let at = 0; at < items.length; at += batch) {
    results.push(...(await Promise.all(items.slice(at, at + batch).map(map))));
  }
  return results;
}
