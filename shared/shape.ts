// Small guards that fit together, for what enters by a door: requests, replies, records. They accept exactly what they
// name: an object with a key too many is refused, as is a number that is no safe integer.

export type Shape<T> = (value: unknown) => value is T;

export function isNull(value: unknown): value is null {
  return value === null;
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** A whole number from `least` to `most`, both included. */
export function integer(least: number, most: number): Shape<number> {
  return (value): value is number =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
}

/** Any number from `least` to `most`, both included. */
export function amount(least: number, most: number): Shape<number> {
  return (value): value is number => typeof value === 'number' && value >= least && value <= most;
}

/** A string of at most `mostLength` UTF-16 units. */
export function text(mostLength: number): Shape<string> {
  return (value): value is string => typeof value === 'string' && value.length <= mostLength;
}

/** Lower-case hex of so many digits. */
export function hexText(digits: number): Shape<string> {
  const shape = new RegExp(`^[0-9a-f]{${String(digits)}}$`);
  return (value): value is string => typeof value === 'string' && shape.test(value);
}

/** Bytes that own a plain buffer, at most `mostBytes` of them. */
export function bytes(mostBytes: number): Shape<Uint8Array<ArrayBuffer>> {
  return (value): value is Uint8Array<ArrayBuffer> =>
    value instanceof Uint8Array &&
    value.buffer instanceof ArrayBuffer &&
    value.byteLength <= mostBytes;
}

export function oneOf<const T extends string>(...values: readonly T[]): Shape<T> {
  return (value): value is T => values.some((allowed) => allowed === value);
}

export function listOf<T>(item: Shape<T>, mostItems: number): Shape<readonly T[]> {
  return (value): value is readonly T[] =>
    Array.isArray(value) &&
    value.length <= mostItems &&
    Array.from(value).every((inner) => item(inner)); // Array.from: a hole in the list is seen too
}

/** A plain object with these own keys and no others; those named in `optional` may be absent, but never undefined. */
export function record<T extends object>(
  fields: { readonly [K in keyof T]-?: Shape<Exclude<T[K], undefined>> },
  optional: readonly (keyof T & string)[] = [],
): Shape<T> {
  const shapes = Object.entries<Shape<unknown>>(fields);
  const names = new Set(shapes.map(([key]) => key));
  const mayLack = new Set<string>(optional);
  return (value): value is T =>
    isObject(value) &&
    Object.keys(value).every((key) => names.has(key)) &&
    shapes.every(([key, shape]) =>
      Object.hasOwn(value, key) ? shape(value[key]) : mayLack.has(key),
    );
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a text says in JSON; undefined, which JSON cannot say, where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
