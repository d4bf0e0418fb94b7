// What the vault core needs of the folder a locker lies in. Two hosts implement it: main (electron/locker, reached over
// IPC) and the headless command (tools). Names are relative and lower-case; bytes are ciphertext, always.
import type { Result } from '../result.ts';
import { isObject, parseJson } from '../shape.ts';
import { counts } from './slot-choice.ts';

/** `slots/<id>`, `keys/<id>`, `keys/<id>.2`, `journal/<device>/<run>.seg`, `files/<id>`, `epoch/<device>`; ids are 32 hex digits. */
export type FolderName = string & { readonly brand: 'FolderName' };

export const slotName = (id: string): FolderName => `slots/${id}` as FolderName;
export const keysName = (pool: string): FolderName => `keys/${pool}` as FolderName;
export const secondKeysName = (pool: string): FolderName => `keys/${pool}.2` as FolderName;
export const epochName = (device: string): FolderName => `epoch/${device}` as FolderName;
export const fileName = (file: string): FolderName => `files/${file}` as FolderName;
export const segmentFile = (device: string, run: string): FolderName =>
  `journal/${device}/${run}.seg` as FolderName;

/**
 * Every file is written by one run only, but for segments, which grow, pools, which lose keys, and a device's own epoch
 * key: so copying folders over each other merges them.
 */
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
  /**
   * Writes a whole file under a temporary name, fsyncs, renames it over what may be there. Key pools and epoch keys only:
   * anything else is `request-malformed`.
   */
  replace(name: FolderName, bytes: Uint8Array<ArrayBuffer>): Promise<Result<null>>;
  /** A large sealed file in parts, in order: begin, write…, commit (fsync, rename) or discard. */
  beginFile(name: FolderName): Promise<Result<null>>;
  writePart(
    name: FolderName,
    offset: number,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<Result<null>>;
  commitFile(name: FolderName): Promise<Result<null>>;
  discardFile(name: FolderName): Promise<Result<null>>;
  /** Deletes a slot or a file; anything else is `request-malformed`. `not-there` if absent. */
  remove(name: FolderName): Promise<Result<null>>;
  /**
   * Deletes a segment, pool or epoch key of a locker whose keys were renewed: `request-malformed` unless the slots of this folder give
   * `lockerId` up (`isGivenUp`), and for a segment of another locker. `not-there` if absent.
   */
  retire(name: FolderName, lockerId: string): Promise<Result<null>>;
}

const shapes =
  /^(?:slots\/[0-9a-f]{32}|keys\/[0-9a-f]{32}(?:\.2)?|epoch\/[0-9a-f]{32}|journal\/[0-9a-f]{32}\/[0-9a-f]{32}\.seg|files\/[0-9a-f]{32})$/;

export function parseFolderName(value: unknown): FolderName | undefined {
  return typeof value === 'string' && shapes.test(value) ? (value as FolderName) : undefined;
}

/** What may be written over: pools lose keys, a device renews its epoch key. */
export function mayReplace(name: FolderName): boolean {
  return /^(?:keys|epoch)\//.test(name);
}

/** What may be deleted. Segments and keys never are. */
export function mayRemove(name: FolderName): boolean {
  return /^(?:slots|files)\//.test(name);
}

/** What may be deleted with the locker it belonged to. */
export function mayRetire(name: FolderName): boolean {
  return /^(?:keys|journal|epoch)\//.test(name);
}

/**
 * Whether the slot files of a folder give a locker up: one follows it, it only waits, or it is older still, which shows where none
 * is its own and a locker that follows another counts. Read without a secret: who can forge a slot can delete files as well.
 */
export function isGivenUp(slots: readonly string[], lockerId: string): boolean {
  const bodies = slots.map((slot) => parseJson(slot.split('\n', 1)[0] ?? '')).filter(isObject);
  const own = bodies.filter((body) => body['lockerId'] === lockerId);
  return (
    bodies.some(({ follows }) => follows === lockerId) ||
    own.some(({ pending }) => pending === true) ||
    (own.length === 0 && bodies.some((body) => counts(body) && typeof body['follows'] === 'string'))
  );
}

/** The locker a segment belongs to, by its header: 16 bytes, a u16, then the id. */
export const segmentLocker = { offset: 18, lengthBytes: 16 } as const;

export function inside({ entries }: FolderListing, prefix: string): readonly FolderEntry[] {
  return entries.filter(({ name }) => name.startsWith(prefix));
}
