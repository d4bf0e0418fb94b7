// The sealed files of an open locker: sealed under their subject's key, put into their place by the act that names them,
// opened and checked.
import type { Bytes } from '../bytes.ts';
import { randomId, type FileId } from '../evidence/ids.ts';
import type { Subject } from '../journal/change.ts';
import { fail, ok, type Result } from '../result.ts';
import { openNamed, readThrough } from './check-folder.ts';
import { fileName, type FolderName, type LockerFolder } from './folder.ts';
import type { KeyRing } from './key-ring.ts';
import type { NamedFile } from './named-files.ts';
import { sealFile, type FileMeta, type OpenedFile } from './sealed-file.ts';

export interface SealedFile {
  readonly file: FileId;
  readonly sha256: string;
  readonly sizeBytes: number;
}

type Named = Pick<NamedFile, 'subject' | 'sha256'>;

interface LockerFilesHost {
  readonly folder: LockerFolder;
  readonly lockerId: string;
  readonly ring: KeyRing;
  readonly isClosed: () => boolean;
}

export class LockerFiles {
  readonly #host: LockerFilesHost;
  readonly #sealedBytes: Map<FolderName, number>;
  /** Files of this session, and those the journal names. */
  readonly #named: Map<FileId, Named>;
  /** Sealed and not yet in their place: a file appears with the act that names it. */
  readonly #held = new Set<FileId>();

  /** `named`: files of the journal. `sizes`: sealed bytes of those that are in the folder. */
  constructor(
    host: LockerFilesHost,
    named: ReadonlyMap<FileId, NamedFile>,
    sizes: Iterable<readonly [FolderName, number]>,
  ) {
    this.#host = host;
    this.#named = new Map(named);
    this.#sealedBytes = new Map(sizes);
  }

  /** Files that are being purged. */
  forget(files: readonly FileId[]): void {
    for (const file of files) this.#named.delete(file);
  }

  /** Those of subjects, held ones included. */
  of(subjects: readonly Subject[]): readonly FileId[] {
    return Array.from(this.#named)
      .filter(([, { subject }]) => subjects.includes(subject))
      .map(([file]) => file);
  }

  isHeld(file: FileId): boolean {
    return this.#held.has(file);
  }

  isOfThisSession(name: FolderName): boolean {
    return Array.from(this.#named.keys(), fileName).includes(name);
  }

  /** Memory stays at a few parts of 2 MB. A source that throws is `cancelled` and leaves nothing behind. */
  async seal(
    subject: Subject,
    named: Pick<FileMeta, 'name' | 'mediaType'>,
    source: AsyncIterable<Bytes>,
  ): Promise<Result<SealedFile>> {
    const { folder, lockerId, ring } = this.#host;
    const key = await ring.keyFor(subject);
    if (!key.ok) return key;
    const file: FileId = randomId();
    const sealed = await sealFile(folder, file, { lockerId, key: key.value.key }, named, source);
    if (!sealed.ok) return sealed;
    this.#held.add(file);
    const { sha256, sizeBytes } = sealed.value;
    this.#named.set(file, { subject, sha256 });
    this.#sealedBytes.set(fileName(file), sealed.value.sealedBytes);
    if (this.#host.isClosed()) await this.dropHeld();
    return ok({ file, sha256, sizeBytes });
  }

  /** Puts held files into their place. */
  async commit(files: readonly FileId[]): Promise<Result<null>> {
    for (const file of files) {
      const committed = await this.#host.folder.commitFile(fileName(file));
      if (!committed.ok) return committed;
      this.#held.delete(file);
    }
    return ok(null);
  }

  /** Takes files away again that were put into their place for an act that never came. */
  async takeBack(files: readonly FileId[]): Promise<void> {
    for (const file of files) await this.#host.folder.remove(fileName(file));
  }

  /** Of a file that no change names. */
  discard(file: FileId): Promise<Result<null>> {
    this.#named.delete(file);
    if (this.#held.delete(file)) return this.#host.folder.discardFile(fileName(file));
    return this.#host.folder.remove(fileName(file));
  }

  /** Files of imports that nobody will finish. */
  async dropHeld(): Promise<void> {
    const held = Array.from(this.#held);
    this.#held.clear();
    for (const file of held) await this.#host.folder.discardFile(fileName(file));
  }

  /** The whole file, its hash checked. `not-there`, `key-missing` or `locker-damaged` where it cannot be had. */
  async open(file: FileId): Promise<Result<{ readonly meta: FileMeta; readonly bytes: Bytes }>> {
    const opened = await this.#startOpening(file);
    if (!opened.ok) return opened;
    const { meta } = opened.value;
    const bytes = new Uint8Array(meta.sizeBytes);
    const whole = await opened.value.read((piece, offset) => {
      bytes.set(piece, offset);
    });
    if (!whole.ok) return whole;
    return whole.value ? ok({ meta, bytes }) : fail('locker-damaged');
  }

  async isWhole(file: FileId): Promise<Result<boolean>> {
    return readThrough(await this.#startOpening(file));
  }

  async #startOpening(file: FileId): Promise<Result<OpenedFile>> {
    const named = this.#named.get(file);
    const sealedBytes = this.#sealedBytes.get(fileName(file));
    if (named === undefined || sealedBytes === undefined) return fail('not-there');
    return openNamed(this.#host, named, file, sealedBytes);
  }
}
