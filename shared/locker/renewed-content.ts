// What a locker with new keys takes over: a key for every subject, every file sealed anew, the changes that name them.
import type { Bytes } from '../bytes.ts';
import type { LockerKeys } from '../crypto/locker-keys.ts';
import type { FileId } from '../evidence/ids.ts';
import type { SourceVersion } from '../evidence/source.ts';
import type { Change, Subject } from '../journal/change.ts';
import { fail, ok, type Result } from '../result.ts';
import { openWithAny, type FolderEyes } from './check-folder.ts';
import { fileName, keysName, secondKeysName } from './folder.ts';
import { KeyRing, type NamedKey } from './key-ring.ts';
import { keyName, mendPool, readPools } from './pool-files.ts';
import type { LockerReading } from './read-locker.ts';
import { renewedName } from './renewal-begun.ts';
import { sealFile } from './sealed-file.ts';

const poolKeys = 256;

/** Hears how many files of how many are done; `cancelled` is asked until the new locker takes the place of the old one. */
export interface RenewalSteps {
  readonly progress?: (stage: 'sealing' | 'verifying', done: number, total: number) => void;
  readonly cancelled?: () => boolean;
}

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

/** The new names of the files, by the old ones. Every one is there and holds what the old one holds. */
export async function sealFiles(
  { folder, keys: oldKeys }: FolderEyes,
  keys: LockerKeys,
  { keyOf }: RenewedRing,
  { files, ring }: LockerReading,
  { progress, cancelled }: RenewalSteps,
): Promise<Result<ReadonlyMap<FileId, FileId>>> {
  const listing = await folder.list();
  if (!listing.ok) return listing;
  const sizes = new Map(listing.value.entries.map(({ name, sizeBytes }) => [name, sizeBytes]));
  const renamed = new Map<FileId, FileId>();
  for (const [file, { subject }] of files) {
    if (cancelled?.() === true) return fail('cancelled');
    progress?.('sealing', renamed.size, files.size);
    const sizeBytes = sizes.get(fileName(file));
    if (sizeBytes === undefined) return fail('not-there');
    const tried = ring.keysOf(subject);
    const opened = await openWithAny(folder, oldKeys.lockerId, tried, file, sizeBytes);
    if (!opened.ok) return opened;
    const { meta } = opened.value;
    const name = renewedName(oldKeys, keys.lockerId, `file/${file}`) as FileId;
    renamed.set(file, name);
    const key = keyOf(subject);
    if (!key.ok) return key;
    const known = sizes.get(fileName(name));
    if (known !== undefined) {
      const again = await openWithAny(folder, keys.lockerId, [key.value], name, known);
      if (again.ok && again.value.meta.sha256 === meta.sha256) continue; // read through at the end
      const removed = await folder.remove(fileName(name));
      if (!removed.ok) return removed;
    }
    const bytes = new Uint8Array(meta.sizeBytes);
    const whole = await opened.value.read((piece, offset) => {
      bytes.set(piece, offset);
    });
    if (!whole.ok) return whole;
    if (!whole.value) return fail('renewal-unclean');
    const fileKey = { lockerId: keys.lockerId, key: key.value.key };
    const sealed = await sealFile(folder, name, fileKey, meta, once(bytes));
    if (!sealed.ok) return sealed;
    if (sealed.value.sha256 !== meta.sha256) return fail('internal');
    // A sealed file waits under its temporary name for what names it; here it must be found by whoever goes on.
    const committed = await folder.commitFile(fileName(name));
    if (!committed.ok) return committed;
  }
  progress?.('sealing', files.size, files.size);
  return ok(renamed);
}

async function* once(bytes: Bytes): AsyncGenerator<Bytes> {
  yield await Promise.resolve(bytes);
}

/** The change with the files' new names. A purge keeps the old ones: an older copy that is merged brings those back. */
export function carry(change: Change, files: ReadonlyMap<FileId, FileId>): Change {
  const nameOf = (file: FileId): FileId => files.get(file) ?? file;
  const version = <V extends SourceVersion>({ original, working, ...rest }: V) => ({
    ...rest,
    original: { ...original, file: nameOf(original.file) },
    ...(working && { working: { ...working, file: nameOf(working.file) } }),
  });
  const placed = <P extends { readonly workingFile: string }>(place: P): P => ({
    ...place,
    workingFile: files.get(place.workingFile as FileId) ?? place.workingFile,
  });
  switch (change.kind) {
    case 'source-imported':
      return { ...change, payload: version(change.payload) };
    case 'source-renewed':
      return { ...change, payload: version(change.payload) };
    case 'marked':
      return { ...change, payload: { mark: placed(change.payload.mark) } };
    case 'marks-placed': {
      const { source, marks } = change.payload;
      return { ...change, payload: { source, marks: marks.map(placed) } };
    }
    case 'quote-made': {
      const { payload } = change;
      return { ...change, payload: { ...payload, content: placed(payload.content) } };
    }
    case 'quote-changed': {
      const { payload } = change;
      return { ...change, payload: { ...payload, content: placed(payload.content) } };
    }
    case 'backed-up':
    case 'exported':
    case 'keys-renewed':
    case 'locker-created':
    case 'mark-coloured':
    case 'mark-restyled':
    case 'noted':
    case 'organisation-described':
    case 'pages-labelled':
    case 'reading-corrected':
    case 'reading-set':
    case 'reviewed':
    case 'tag-changed':
    case 'tag-merged':
    case 'passphrase-changed':
    case 'person-named':
    case 'phrase-taken':
    case 'purged':
    case 'quote-removed':
    case 'quote-restored':
    case 'remarked':
    case 'renewal-begun':
    case 'settings-changed':
    case 'slot-added':
    case 'slot-named':
    case 'slot-removed':
    case 'source-described':
    case 'sources-related':
    case 'source-removed':
    case 'source-restored':
    case 'tag-made':
    case 'tag-renamed':
    case 'tagged':
    case 'translated':
    case 'statement-made':
    case 'statement-removed':
    case 'unmarked':
    case 'untagged':
      return change; // these name no file that got another name
  }
}
