// The keys of a locker with new keys: one for every subject there is.
import type { LockerKeys } from '../crypto/locker-keys.ts';
import type { Change, Subject } from '../journal/change.ts';
import { fail, ok, type Result } from '../result.ts';
import type { FolderEyes } from './check-folder.ts';
import { keysName, secondKeysName } from './folder.ts';
import { KeyRing, type NamedKey } from './key-ring.ts';
import { keyName, mendPool, readPools } from './pool-files.ts';
import { renewedName } from './renewal-begun.ts';

const poolKeys = 256;

export interface RenewedRing {
  readonly keyOf: (subject: Subject) => Result<NamedKey>;
  readonly pools: ReadonlySet<string>;
}

/** A key for every subject, in the order they first appear: whoever goes on gives the same keys, but for what was merged. */
export async function makeRing(
  { folder, keys: oldKeys }: FolderEyes,
  keys: LockerKeys,
  changes: readonly Change[],
): Promise<Result<RenewedRing>> {
  const subjects = Array.from(new Set<Subject>(['library', ...changes.map((c) => c.subject)]));
  const ring = new KeyRing(folder, keys);
  const pools = new Set<string>();
  const names = new Map<Subject, string>();
  for (let at = 0; at < subjects.length; at += poolKeys) {
    const number = String(at / poolKeys);
    const pool = renewedName(oldKeys, keys.lockerId, `pool/${number}`);
    pools.add(pool);
    const ready = await preparePool(ring, { folder, keys }, pool);
    if (!ready.ok) return ready;
    for (const [place, subject] of subjects.slice(at, at + poolKeys).entries()) {
      names.set(subject, keyName(pool, place));
    }
  }
  const keyOf = (subject: Subject): Result<NamedKey> => {
    const name = names.get(subject);
    const key = name === undefined ? undefined : ring.find(name);
    return name === undefined || key === undefined ? fail('key-missing') : ok({ name, key });
  };
  return ok({ keyOf, pools });
}

/** The pool of an attempt before, both files of it whole; where neither opens, and where there is none, a fresh one. */
async function preparePool(
  ring: KeyRing,
  { folder, keys }: Pick<FolderEyes, 'folder' | 'keys'>,
  pool: string,
): Promise<Result<null>> {
  const listing = await folder.list();
  if (!listing.ok) return listing;
  const both = [keysName(pool), secondKeysName(pool)];
  const entries = listing.value.entries.filter(({ name }) => both.includes(name));
  const readings = await readPools(folder, { entries, foreign: 0 }, keys);
  if (!readings.ok) return readings;
  const raw = readings.value[0]?.raw;
  if (raw !== undefined) {
    await ring.take(pool, raw);
    return mendPool(folder, keys, pool, []);
  }
  for (const { name } of entries) {
    const retired = await folder.retire(name, keys.lockerId);
    if (!retired.ok) return retired;
  }
  const made = await ring.makePool(pool, poolKeys);
  return made.ok ? ok(null) : made;
}
