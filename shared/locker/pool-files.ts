// A pool of keys lies in two files of the same bytes. One that is damaged or gone is made again from the other; purging
// writes both again with zeros for the keys that go. A key that is gone from a file never comes back into it from here.
import { mapInBatches } from '../batches.ts';
import { equalBytes, type Bytes } from '../bytes.ts';
import { openMessage, sealMessage } from '../crypto/cobblestone.ts';
import { contextOf, type LockerKeys } from '../crypto/locker-keys.ts';
import { ok, type Result } from '../result.ts';
import {
  keysName,
  secondKeysName,
  type FolderListing,
  type FolderName,
  type LockerFolder,
} from './folder.ts';

export const keyBytes = 32;
/** Small files, and many of them after years: one after the other is mostly waiting. */
const poolsAtOnce = 16;
/** Room for 400 keys; this program's pools have 256 at most. */
const usualPoolBytes = 13 * 1024;
/** Far more than any pool has. */
const mostPoolBytes = 1024 * 1024;

interface PoolCopy {
  readonly name: FolderName;
  /** `sealed`: it is there and does not open. */
  readonly state: 'open' | 'sealed' | 'absent';
  /** Places of the keys that are in it; the other places hold zeros. */
  readonly places: ReadonlySet<number>;
}

export interface PoolReading {
  readonly pool: string;
  readonly copies: readonly PoolCopy[];
  /** The keys either file holds, one after the other; the reader zeroes them. Undefined where neither opens. */
  readonly raw: Bytes | undefined;
}

export function keyName(pool: string, place: number): string {
  return `${pool}-${String(place)}`;
}

/** The pool a key lies in, and its place. */
export function placeOf(key: string): { readonly pool: string; readonly place: number } {
  const [pool = '', place = ''] = key.split('-');
  return { pool, place: Number(place) };
}

/** Writes a new pool, both files of it, before any of its keys is used. */
export async function writePool(
  folder: LockerFolder,
  keys: LockerKeys,
  pool: string,
  raw: Bytes,
): Promise<Result<null>> {
  const sealed = await sealMessage(keys.keys, contextOf('keys', keys.lockerId, pool), raw);
  const written = await folder.create(keysName(pool), sealed);
  return written.ok ? folder.create(secondKeysName(pool), sealed) : written;
}

export async function readPools(
  folder: LockerFolder,
  { entries }: FolderListing,
  keys: LockerKeys,
): Promise<Result<readonly PoolReading[]>> {
  const pools = new Set(entries.flatMap(({ name }) => /^keys\/(\w+)/.exec(name)?.[1] ?? []));
  const readings: PoolReading[] = [];
  const readOne = (pool: string) => readPool(folder, keys, pool);
  for (const reading of await mapInBatches(Array.from(pools), readOne, poolsAtOnce)) {
    if (!reading.ok) return reading;
    readings.push(reading.value);
  }
  return ok(readings);
}

async function readPool(
  folder: LockerFolder,
  keys: LockerKeys,
  pool: string,
): Promise<Result<PoolReading>> {
  const opened = await openBoth(folder, keys, pool);
  if (!opened.ok) return opened;
  const copies = opened.value.map(({ name, there, raw }): PoolCopy => ({
    name,
    state: raw === undefined ? (there ? 'sealed' : 'absent') : 'open',
    places: new Set(raw === undefined ? [] : placesIn(raw)),
  }));
  const [whole, ...others] = opened.value.flatMap(({ raw }) => raw ?? []);
  for (const other of others) {
    if (whole?.length === other.length) joinKeys(whole, other);
    other.fill(0);
  }
  return ok({ pool, copies, raw: whole });
}

/** Whether a file of it has to be written again: for the other one's sake, or to take these places out. */
export function needsMending({ copies }: PoolReading, purged: readonly number[]): boolean {
  return (
    copies.some(({ state }) => state === 'open') &&
    copies.some(({ state, places }) => state !== 'open' || purged.some((at) => places.has(at)))
  );
}

/** Writes again what is damaged, gone, or still holds a key of the purged places. */
export async function mendPool(
  folder: LockerFolder,
  keys: LockerKeys,
  pool: string,
  purged: readonly number[],
): Promise<Result<null>> {
  const opened = await openBoth(folder, keys, pool);
  if (!opened.ok) return opened;
  const mended = await writeAgain(folder, keys, pool, opened.value, purged);
  for (const { raw } of opened.value) raw?.fill(0);
  return mended;
}

async function writeAgain(
  folder: LockerFolder,
  keys: LockerKeys,
  pool: string,
  copies: readonly OpenedCopy[],
  purged: readonly number[],
): Promise<Result<null>> {
  const whole = copies.find(({ raw }) => raw !== undefined)?.raw;
  if (whole === undefined) return ok(null);
  for (const { name, raw } of copies) {
    const wanted = (raw ?? whole).slice();
    for (const place of purged) wanted.fill(0, place * keyBytes, (place + 1) * keyBytes);
    const isRight = raw !== undefined && equalBytes(raw, wanted);
    const sealed = isRight
      ? undefined
      : await sealMessage(keys.keys, contextOf('keys', keys.lockerId, pool), wanted);
    wanted.fill(0);
    const written = sealed === undefined ? ok(null) : await folder.replace(name, sealed);
    if (!written.ok) return written;
  }
  return ok(null);
}

interface OpenedCopy {
  readonly name: FolderName;
  readonly there: boolean;
  readonly raw: Bytes | undefined;
}

async function openBoth(
  folder: LockerFolder,
  keys: LockerKeys,
  pool: string,
): Promise<Result<readonly OpenedCopy[]>> {
  const copies: OpenedCopy[] = [];
  let unread: Result<never> | undefined;
  let before: { readonly sealed: Bytes; readonly raw: Bytes | undefined } | undefined;
  for (const name of [keysName(pool), secondKeysName(pool)]) {
    const read = await readSmall(folder, name);
    // One that cannot be read, as where a folder lies in its place, is no reason to leave the other one closed.
    if (!read.ok && read.error !== 'not-there') unread = read;
    const sealed = read.ok ? read.value : undefined;
    const isSame =
      sealed !== undefined && before !== undefined && equalBytes(before.sealed, sealed);
    const raw = isSame ? before?.raw?.slice() : sealed && (await openPool(keys, pool, sealed));
    if (sealed !== undefined) before = { sealed, raw };
    copies.push({ name, there: read.ok || read.error !== 'not-there', raw });
  }
  const isOpen = copies.some(({ raw }) => raw !== undefined);
  return unread === undefined || isOpen ? ok(copies) : unread;
}

/** A folder makes room for what is asked: after years a thousand pools are read, nearly all of them small. */
async function readSmall(folder: LockerFolder, name: FolderName): Promise<Result<Bytes>> {
  const begin = await folder.read(name, 0, usualPoolBytes);
  if (!begin.ok || begin.value.length < usualPoolBytes) return begin;
  return folder.read(name, 0, mostPoolBytes);
}

async function openPool(keys: LockerKeys, pool: string, sealed: Bytes): Promise<Bytes | undefined> {
  const raw = await openMessage(keys.keys, contextOf('keys', keys.lockerId, pool), sealed);
  return raw === undefined || raw.length % keyBytes !== 0 ? undefined : raw;
}

/** Keys that either file holds. */
function joinKeys(whole: Bytes, other: Bytes): void {
  for (const place of placesIn(other)) {
    const [from, to] = [place * keyBytes, (place + 1) * keyBytes];
    if (isZero(whole.subarray(from, to))) whole.set(other.subarray(from, to), from);
  }
}

/** Places that hold a key and not zeros. */
function placesIn(raw: Bytes): number[] {
  const all = Array.from({ length: raw.length / keyBytes }, (_, place) => place);
  return all.filter((place) => !isZero(raw.subarray(place * keyBytes, (place + 1) * keyBytes)));
}

function isZero(bytes: Bytes): boolean {
  return bytes.every((byte) => byte === 0);
}
