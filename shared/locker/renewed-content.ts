// What a locker with new keys takes over: every file, sealed anew.
import type { Bytes } from '../bytes.ts';
import type { LockerKeys } from '../crypto/locker-keys.ts';
import type { FileId } from '../evidence/ids.ts';
import { fail, ok, type Result } from '../result.ts';
import { openWithAny, type FolderEyes } from './check-folder.ts';
import { fileName } from './folder.ts';
import type { LockerReading } from './read-locker.ts';
import { renewedName } from './renewal-begun.ts';
import type { RenewedRing } from './renewed-ring.ts';
import { sealFile } from './sealed-file.ts';

/** Hears how many files of how many are done; `cancelled` is asked until the new locker takes the place of the old one. */
export interface RenewalSteps {
  readonly progress?: (stage: 'sealing' | 'verifying', done: number, total: number) => void;
  readonly cancelled?: () => boolean;
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
      // Read to its end: one that is damaged would fail the comparison at the end every time anybody goes on.
      const isOfThis = again.ok && again.value.meta.sha256 === meta.sha256;
      const whole = isOfThis ? await again.value.read(() => undefined) : ok(false);
      if (whole.ok && whole.value) continue;
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
    // A sealed file waits under its temporary name for what names it; here it must be found by whoever goes on.
    const isSame = sealed.value.sha256 === meta.sha256;
    const committed = isSame ? await folder.commitFile(fileName(name)) : fail('internal');
    if (!committed.ok) {
      await folder.discardFile(fileName(name)); // else whoever goes on finds it begun
      return committed;
    }
  }
  progress?.('sealing', files.size, files.size);
  return ok(renamed);
}

async function* once(bytes: Bytes): AsyncGenerator<Bytes> {
  yield await Promise.resolve(bytes);
}
