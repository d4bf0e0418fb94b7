// Names in a folder against the names its journal tells of: slots, key pools and files, absent or left over.
import type { DeviceId, FileId } from '../evidence/ids.ts';
import { compareChanges, type Change } from '../journal/change.ts';
import type { SegmentReading } from '../journal/segment.ts';
import {
  fileName,
  inside,
  keysName,
  slotName,
  type FolderListing,
  type FolderName,
} from './folder.ts';
import type { NamedFile } from './named-files.ts';
import { placeOf } from './pool-files.ts';
import type { PurgeWork } from './purge-work.ts';
import type { LockerReport } from './report.ts';
import { missingKeysOf } from './segment-union.ts';

/** One of the recovery key and one of the passphrase (`renew-keys.ts`). */
const slotsOfRenewal = 2;

/** Slots against what the journal tells of them, where it tells of any: lockers of before that tell of none. */
export function unexplainedSlots(
  listing: FolderListing,
  changes: readonly Change[],
): LockerReport['unexplained'] {
  const told = new Set<FolderName>();
  const gone = new Set<FolderName>();
  for (const { kind, payload } of [...changes].sort(compareChanges)) {
    if (kind === 'slot-added') told.add(slotName(payload.slot));
    if (kind === 'slot-removed') gone.add(slotName(payload.slot));
    if (kind === 'keys-renewed') {
      // The new locker's slots are told of last before it; all of before went with the old one.
      const own = Array.from(told).slice(-slotsOfRenewal);
      for (const slot of told) if (!own.includes(slot)) gone.add(slot);
    }
    if (kind !== 'passphrase-changed') continue;
    told.add(slotName(payload.slot));
    for (const slot of payload.replaced) gone.add(slotName(slot));
  }
  if (!changes.some(({ kind }) => kind === 'slot-added')) return [];
  const here = inside(listing, 'slots/').map(({ name }) => name);
  const missing = Array.from(told).filter((name) => !gone.has(name) && !here.includes(name));
  const unknown = here.filter((name) => !told.has(name) && !gone.has(name));
  return [
    ...missing.map((name) => ({ name, what: 'slot-gone' as const })),
    ...unknown.map((name) => ({ name, what: 'slot-unknown' as const })),
  ];
}

/** Key pools and files that are named but absent, with the devices that name them. */
export function absentNames(
  listing: FolderListing,
  readings: readonly SegmentReading[],
  files: ReadonlyMap<FileId, NamedFile>,
): ReadonlyMap<FolderName, ReadonlySet<DeviceId>> {
  const present = new Set(listing.entries.map(({ name }) => name.replace(/\.2$/, '')));
  const absent = new Map<FolderName, Set<DeviceId>>();
  const need = (name: FolderName, by: DeviceId): void => {
    if (!present.has(name)) absent.set(name, (absent.get(name) ?? new Set()).add(by));
  };
  for (const reading of readings) {
    for (const key of missingKeysOf(reading)) need(keysName(placeOf(key).pool), reading.device);
  }
  for (const [file, { by }] of files) need(fileName(file), by);
  return absent;
}

/** Files nobody names, and slots that were replaced but came back. */
export function strayNames(
  listing: FolderListing,
  changes: readonly Change[],
  files: ReadonlyMap<FileId, NamedFile>,
  work: PurgeWork,
): readonly FolderName[] {
  const named = new Set([...files.keys(), ...work.files].map(fileName));
  const replaced = new Set(
    changes.flatMap(({ kind, payload }) => {
      if (kind === 'slot-removed') return [slotName(payload.slot)];
      return kind === 'passphrase-changed' ? payload.replaced.map(slotName) : [];
    }),
  );
  return [
    ...inside(listing, 'slots/').filter(({ name }) => replaced.has(name)),
    ...inside(listing, 'files/').filter(({ name }) => !named.has(name)),
  ].map(({ name }) => name);
}
