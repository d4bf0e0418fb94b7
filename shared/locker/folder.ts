// What the vault core needs of the folder a locker lies in. Two hosts implement it: main (electron/locker, reached over
// IPC) and the headless command (tools). Names are relative and lower-case; bytes are ciphertext, always.
import type { Result } from '../result.ts';

/** `slots/<id>`, `keys/<id>`, `journal/<device>/<run>.seg`, `files/<id>`; ids are 32 hex digits. */
export type FolderName = string & { readonly brand: 'FolderName' };

export const slotName = (id: string): FolderName => `slots/${id}` as FolderName;
export const keysName = (pool: string): FolderName => `keys/${pool}` as FolderName;
export const fileName = (file: string): FolderName => `files/${file}` as FolderName;
export const segmentFile = (device: string, run: string): FolderName =>
  `journal/${device}/${run}.seg` as FolderName;

/** Every file is written by one run only and never changed after, but for segments, which grow: so copying folders over each other merges them. */
export interface FolderEntry {
  readonly name: FolderName;
  readonly sizeBytes: number;
}

export interface FolderListing {
  /** Entries with a well-formed name, sorted by name. Files of any other name are counted, never touched. */
  readonly entries: readonly FolderEntry[];
  readonly foreign: number;
}

/** What main writes to the file of `--acks` after the fsync; sent only where the program was started with it (demo, tests). */
export interface AckLine {
  readonly seq: number;
  readonly kind: string;
}

export interface LockerFolder {
  /** Sweeps temporary names that a crash left behind, then lists. A folder that does not exist yet lists nothing. */
  list(): Promise<Result<FolderListing>>;
  /** Bytes from `offset`, fewer than asked at the end of the file. At most 8 MiB a call. `not-there` if absent. */
  read(
    name: FolderName,
    offset: number,
    lengthBytes: number,
  ): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** Appends to a segment and answers after the fsync. The first append of a segment creates it, exclusively. */
  append(
    segment: FolderName,
    bytes: Uint8Array<ArrayBuffer>,
    acks: readonly AckLine[],
  ): Promise<Result<null>>;
  /** Writes a whole file under a temporary name, fsyncs, renames. Refuses an existing name (`already-there`). */
  create(name: FolderName, bytes: Uint8Array<ArrayBuffer>): Promise<Result<null>>;
  /** A large sealed file in parts, in order: begin, write…, commit (fsync, rename) or discard. */
  beginFile(name: FolderName): Promise<Result<null>>;
  writePart(
    name: FolderName,
    offset: number,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<Result<null>>;
  commitFile(name: FolderName): Promise<Result<null>>;
  discardFile(name: FolderName): Promise<Result<null>>;
  /** Deletes a slot or a file. Segments and keys are never deleted. */
  remove(name: FolderName): Promise<Result<null>>;
}

const shapes =
  /^(?:slots\/[0-9a-f]{32}|keys\/[0-9a-f]{32}|journal\/[0-9a-f]{32}\/[0-9a-f]{32}\.seg|files\/[0-9a-f]{32})$/;

export function parseFolderName(value: unknown): FolderName | undefined {
  return typeof value === 'string' && shapes.test(value) ? (value as FolderName) : undefined;
}
