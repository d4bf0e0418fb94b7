// Key pools against the segments: which are damaged, which have not arrived, which nobody explains.
import type { DeviceId } from '../evidence/ids.ts';
import type { SegmentReading } from '../journal/segment.ts';
import { keysName, type FolderName } from './folder.ts';
import { placeOf, type PoolReading } from './pool-files.ts';
import type { Damage, LockerReport } from './report.ts';
import { missingKeysOf } from './segment-union.ts';

/** Pools that do not open, and keys that are gone though no purge names them. */
export function judgePools(
  pools: readonly PoolReading[],
  readings: readonly SegmentReading[],
  self: DeviceId,
  hasCopies: boolean,
): Pick<LockerReport, 'damage' | 'notArrived' | 'stray' | 'unexplained'> {
  const damage: Damage[] = [];
  const unexplained: LockerReport['unexplained'][number][] = [];
  const users = usersOf(readings);
  const notArrived: FolderName[] = [];
  const stray: FolderName[] = [];
  const missing = readings.flatMap((reading) =>
    missingKeysOf(reading).map((key) => ({ pool: placeOf(key).pool, device: reading.device })),
  );
  const byPool = Map.groupBy(missing, ({ pool }) => pool);
  for (const { pool, copies } of pools) {
    const lacking = byPool.get(pool) ?? [];
    const isOpen = copies.some(({ state }) => state === 'open');
    for (const { name } of copies.filter(({ state }) => state === 'sealed')) {
      if (isOpen) damage.push({ name, why: 'keys-copy' });
      else if (lacking.length > 0) damage.push({ name, why: 'keys' });
      else stray.push(name);
    }
    if (!isOpen) continue;
    const by = users.get(pool);
    const there = copies.filter(({ state }) => state !== 'absent').map(({ name }) => name);
    if (by === undefined) {
      unexplained.push(...there.map((name) => ({ name, what: 'keys-unused' as const })));
    }
    for (const { name } of copies.filter(({ state }) => state === 'absent')) {
      if (!hasCopies || by === undefined) continue; // a pool is used when both files of it are on the disk
      if (by.has(self)) damage.push({ name, why: 'keys-copy' });
      else notArrived.push(name);
    }
    if (lacking.length === 0) continue;
    // Emptied by a purge whose act is not here: lost where the acts are this device's own, else on its way.
    if (lacking.some(({ device }) => device === self)) {
      damage.push({ name: keysName(pool), why: 'keys' });
    } else notArrived.push(keysName(pool));
  }
  return { damage, notArrived, stray, unexplained };
}

/** By pool, the devices that sealed something under a key of it. */
function usersOf(readings: readonly SegmentReading[]): ReadonlyMap<string, ReadonlySet<DeviceId>> {
  const users = new Map<string, Set<DeviceId>>();
  for (const { device, frames } of readings) {
    for (const { key } of frames.flatMap(({ parts }) => parts)) {
      const { pool } = placeOf(key);
      users.set(pool, (users.get(pool) ?? new Set()).add(device));
    }
  }
  return users;
}
