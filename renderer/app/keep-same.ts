// An answer that says the same again is the same value, part by part: what is shown by a part is not shown anew because
// something else changed.

/**
 * `now`, with each part that says what the same part of `before` said replaced by that one. Plain objects, lists, strings
 * and numbers, as a worker answers them; of lists, parts of the same place are compared.
 */
export function keepSame<T>(before: unknown, now: T): T {
  return kept(before, now) as T;
}

function kept(before: unknown, now: unknown): unknown {
  if (Object.is(before, now)) return before;
  if (Array.isArray(before) && Array.isArray(now)) return keptList(before, now);
  return isPlain(before) && isPlain(now) ? keptRecord(before, now) : now;
}

function keptList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const parts = now.map((part, at) => kept(before[at], part));
  const isSame = before.length === now.length && parts.every((part, at) => part === before[at]);
  return isSame ? before : parts;
}

type Plain = Readonly<Record<string, unknown>>;

function keptRecord(before: Plain, now: Plain): Plain {
  const keys = Object.keys(now);
  const parts = keys.map((key) => kept(before[key], now[key]));
  const isSame =
    keys.length === Object.keys(before).length &&
    keys.every((key, at) => Object.hasOwn(before, key) && Object.is(parts[at], before[key]));
  return isSame ? before : Object.fromEntries(keys.map((key, at) => [key, parts[at]]));
}

function isPlain(value: unknown): value is Plain {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
