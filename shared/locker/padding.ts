/**
 * Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", PETS 2019): a size that hides all but
 * O(log log n) bits of n for at most 12 % more. Small things all become 4 KiB.
 */
export function paddedSize(sizeBytes: number): number {
  const least = 4096;
  if (sizeBytes <= least) return least;
  const exponent = Math.floor(Math.log2(sizeBytes));
  const step = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1));
  return Math.ceil(sizeBytes / step) * step;
}
