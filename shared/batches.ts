/** WebCrypto works on several threads: a batch at a time keeps them busy without holding everything at once. */
export async function mapInBatches<T, U>(
  items: readonly T[],
  map: (item: T) => Promise<U>,
): Promise<U[]> {
  const batch = 64;
  const results: U[] = [];
  for (let at = 0; at < items.length; at += batch) {
    results.push(...(await Promise.all(items.slice(at, at + batch).map(map))));
  }
  return results;
}
