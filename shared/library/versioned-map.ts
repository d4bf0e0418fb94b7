// A map of which every version stays as it was and the next one shares nearly all of it: an act among 50,000 marks must not
// copy 50,000 marks.

const slotsPerChunk = 256;

/** Undefined where the key was deleted. */
type Slot<K, V> = readonly [K, V] | undefined;
type Chunk<K, V> = readonly Slot<K, V>[];

interface Version<K, V> {
  /**
   * Where each key's slot is. Shared by versions that follow from one another, and only ever added to: places from
   * `length` on are of later versions.
   */
  readonly places: Map<K, number>;
  readonly chunks: readonly Chunk<K, V>[];
  readonly length: number;
  readonly size: number;
}

/** In the order in which keys were set first; one that was deleted and set again stands where it stood. */
export class VersionedMap<K, V> implements ReadonlyMap<K, V> {
  readonly #version: Version<K, V>;

  constructor(version: Version<K, V>) {
    this.#version = version;
  }

  /** The version to begin a next one from; a plain map is copied. */
  static versionOf<K, V>(map: ReadonlyMap<K, V>): Version<K, V> {
    if (map instanceof VersionedMap) return (map as VersionedMap<K, V>).#version;
    const draft = new MapDraft<K, V>({ places: new Map(), chunks: [], length: 0, size: 0 });
    for (const [key, value] of map) draft.set(key, value);
    return draft.version;
  }

  get size(): number {
    return this.#version.size;
  }

  get(key: K): V | undefined {
    return slotOf(this.#version, key)?.[1];
  }

  has(key: K): boolean {
    return slotOf(this.#version, key) !== undefined;
  }

  entries(): MapIterator<[K, V]> {
    return listed(this.#version)
      .map(([key, value]): [K, V] => [key, value])
      .values();
  }

  keys(): MapIterator<K> {
    return listed(this.#version)
      .map(([key]) => key)
      .values();
  }

  values(): MapIterator<V> {
    return listed(this.#version)
      .map(([, value]) => value)
      .values();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(each: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of listed(this.#version)) each(value, key, this);
  }
}

/** The next version, while it is being made. Of no use once `version` was taken. */
export class MapDraft<K, V> {
  #places: Map<K, number>;
  readonly #chunks: Chunk<K, V>[];
  /** Chunks that no version shares. */
  readonly #own = new Map<number, Slot<K, V>[]>();
  #length: number;
  #size: number;

  constructor({ places, chunks, length, size }: Version<K, V>) {
    this.#places = places;
    this.#chunks = [...chunks];
    this.#length = length;
    this.#size = size;
  }

  get version(): Version<K, V> {
    return {
      places: this.#places,
      chunks: this.#chunks,
      length: this.#length,
      size: this.#size,
    };
  }

  get(key: K): V | undefined {
    return slotOf(this.version, key)?.[1];
  }

  has(key: K): boolean {
    return slotOf(this.version, key) !== undefined;
  }

  values(): MapIterator<V> {
    return new VersionedMap(this.version).values();
  }

  set(key: K, value: V): void {
    if (!this.has(key)) this.#size++;
    this.#put(this.#placeFor(key), [key, value]);
  }

  delete(key: K): void {
    const place = placeOf(this.version, key);
    if (place === undefined || !this.has(key)) return;
    this.#size--;
    this.#put(place, undefined);
  }

  #placeFor(key: K): number {
    const known = placeOf(this.version, key);
    if (known !== undefined) return known;
    const next = this.#length++;
    // Another version may have gone on from the same one. Where it set the same key next the places still fit both.
    if (this.#places.get(key) === next) return next;
    if (this.#places.size > next) this.#places = new Map([...this.#places].slice(0, next));
    this.#places.set(key, next);
    return next;
  }

  #put(place: number, slot: Slot<K, V>): void {
    const number = Math.floor(place / slotsPerChunk);
    let chunk = this.#own.get(number);
    if (chunk === undefined) {
      chunk = [...(this.#chunks[number] ?? [])];
      this.#own.set(number, chunk);
      this.#chunks[number] = chunk;
    }
    chunk[place % slotsPerChunk] = slot;
  }
}

function placeOf<K, V>({ places, length }: Version<K, V>, key: K): number | undefined {
  const place = places.get(key);
  return place !== undefined && place < length ? place : undefined;
}

function slotOf<K, V>(version: Version<K, V>, key: K): Slot<K, V> {
  const place = placeOf(version, key);
  if (place === undefined) return undefined;
  return version.chunks[Math.floor(place / slotsPerChunk)]?.[place % slotsPerChunk];
}

function listed<K, V>({ chunks }: Version<K, V>): (readonly [K, V])[] {
  return chunks.flat().filter((slot) => slot !== undefined);
}
