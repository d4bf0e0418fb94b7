// Whether two plain values say the same. Stops at the first difference, so that lists of different lengths cost nothing.

/** Of what a worker answers: plain objects, lists, strings, numbers. Anything else is the same only where it is itself. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one)) {
    const list: readonly unknown[] = one;
    return (
      Array.isArray(other) &&
      list.length === other.length &&
      list.every((value, at) => sameValue(value, other[at]))
    );
  }
  if (!isPlain(one) || !isPlain(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameValue(one[key], other[key]))
  );
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
