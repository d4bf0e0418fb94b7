// A sealed original or working text: one message, plaintext = bytes ‖ zeros ‖ meta JSON ‖ length of the meta u32, padded.
// The meta stands at the end because the hash is known only when the last byte has passed; bytes start at offset 0, so
// that a range of them is a range of chunks.
import { concat, fromUtf8, u32, utf8, type Bytes } from '../bytes.ts';
import {
  chunkBytes,
  headBytes,
  openedSize,
  sealedChunkBytes,
  startOpening,
  startSealing,
  type Opener,
} from '../crypto/cobblestone.ts';
import { startSha256 } from '../crypto/digest.ts';
import { contextOf } from '../crypto/locker-keys.ts';
import type { SealKey } from '../crypto/seal-key.ts';
import type { FileId } from '../evidence/ids.ts';
import { fail, ok, type Result } from '../result.ts';
import { hexText, integer, parseJson, record, text } from '../shape.ts';
import { fileName, type FolderName, type LockerFolder } from './folder.ts';
import { paddedSize } from './padding.ts';

/** An act that comes while a large file is sealed waits for the part in hand, here and on its way to the disk. */
const partBytes = 512 * 1024;
const readChunks = 256;
const lengthBytes = 4;
const mostEndingBytes = 64 * 1024;

export interface FileMeta {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Of the bytes as they came, lower-case hex. */
  readonly sha256: string;
}

interface FileRange {
  readonly folder: LockerFolder;
  readonly name: FolderName;
  readonly opener: Opener;
  readonly plainBytes: number;
}

export interface FileKey {
  readonly lockerId: string;
  readonly key: SealKey;
}

const isMeta = record<FileMeta>({
  name: text(4_096),
  mediaType: text(4_096),
  sizeBytes: integer(0, Number.MAX_SAFE_INTEGER),
  sha256: hexText(64),
});

/**
 * Seals what streams by; memory stays at a few parts. The caller commits the file, or discards it. A source that throws
 * leaves nothing behind and is `cancelled`.
 */
export async function sealFile(
  folder: LockerFolder,
  file: FileId,
  { lockerId, key }: FileKey,
  named: Pick<FileMeta, 'name' | 'mediaType'>,
  source: AsyncIterable<Bytes>,
): Promise<Result<FileMeta & { readonly sealedBytes: number }>> {
  const name = fileName(file);
  const sealer = await startSealing(key, contextOf('file', lockerId, file));
  const hash = await startSha256();
  const begun = await folder.beginFile(name);
  if (!begun.ok) return begun;
  const parts = new PartWriter(folder, name);
  const stop = async <T>(failure: Result<T>): Promise<Result<T>> => {
    await folder.discardFile(name);
    return failure;
  };
  parts.add(sealer.head);
  let sizeBytes = 0;
  try {
    for await (const piece of source) {
      for (let at = 0; at < piece.length; at += partBytes) {
        const slice = piece.subarray(at, at + partBytes);
        hash.update(slice);
        sizeBytes += slice.length;
        parts.add(await sealer.push(slice));
        const written = await parts.flush(partBytes);
        if (!written.ok) return await stop(written);
      }
    }
  } catch {
    return stop(fail('cancelled'));
  }
  const meta = { ...named, sizeBytes, sha256: hash.digest('hex') };
  for (const tail of padding(sizeBytes, utf8(JSON.stringify(meta)))) {
    parts.add(await sealer.push(tail));
    const written = await parts.flush(partBytes);
    if (!written.ok) return stop(written);
  }
  parts.add(await sealer.end());
  const written = await parts.flush(1);
  if (!written.ok) return stop(written);
  return ok({ ...meta, sealedBytes: parts.offset });
}

export interface OpenedFile {
  readonly meta: FileMeta;
  /**
   * Hands over the bytes in pieces, in order, and answers whether all of the file opened, padding included, and has the
   * hash it was sealed with. What a false answer followed must not be used.
   */
  read(take: (piece: Bytes, offset: number) => void): Promise<Result<boolean>>;
}

/** Undefined where this key did not seal the file, or its ends are damaged. */
export async function startOpeningFile(
  folder: LockerFolder,
  file: FileId,
  sealedBytes: number,
  { lockerId, key }: FileKey,
): Promise<Result<OpenedFile | undefined>> {
  const plainBytes = openedSize(sealedBytes);
  if (plainBytes === undefined) return ok(undefined);
  const name = fileName(file);
  const head = await folder.read(name, 0, headBytes);
  if (!head.ok) return head;
  const opener = await startOpening(key, contextOf('file', lockerId, file), head.value);
  if (opener === undefined) return ok(undefined);
  const range = { folder, name, opener, plainBytes };
  const tail = await readRange(range, Math.max(0, plainBytes - mostEndingBytes), plainBytes);
  if (!tail.ok) return tail;
  const meta = tail.value === undefined ? undefined : parseMeta(tail.value);
  if (meta === undefined || meta.sizeBytes > plainBytes) return ok(undefined);
  return ok({ meta, read: (take) => readAll(range, meta, take) });
}

async function readAll(
  range: FileRange,
  meta: FileMeta,
  take: (piece: Bytes, offset: number) => void,
): Promise<Result<boolean>> {
  const hash = await startSha256();
  const step = readChunks * chunkBytes;
  for (let at = 0; at < range.plainBytes; at += step) {
    const read = await readRange(range, at, Math.min(at + step, range.plainBytes));
    if (!read.ok) return read;
    if (read.value === undefined) return ok(false);
    const piece = read.value.subarray(0, Math.max(0, meta.sizeBytes - at));
    hash.update(piece);
    take(piece, at);
  }
  return ok(hash.digest('hex') === meta.sha256);
}

class PartWriter {
  offset = 0;
  readonly #folder: LockerFolder;
  readonly #name: FolderName;
  #held: Bytes[] = [];
  #heldBytes = 0;

  constructor(folder: LockerFolder, name: FolderName) {
    this.#folder = folder;
    this.#name = name;
  }

  add(sealed: Bytes): void {
    this.#held.push(sealed);
    this.#heldBytes += sealed.length;
  }

  /** Writes what is held once there are `least` bytes of it. */
  async flush(least: number): Promise<Result<null>> {
    if (this.#heldBytes < least) return ok(null);
    const part = concat(...this.#held);
    this.#held = [];
    this.#heldBytes = 0;
    const written = await this.#folder.writePart(this.#name, this.offset, part);
    this.offset += part.length;
    return written;
  }
}

/** Zeros, meta and its length, so that the whole has a padded size; in pieces, because padding grows with the file. */
function* padding(sizeBytes: number, meta: Bytes): Generator<Bytes> {
  const ending = meta.length + lengthBytes;
  let zeros = paddedSize(sizeBytes + ending) - sizeBytes - ending;
  for (; zeros > 0; zeros -= partBytes) yield new Uint8Array(Math.min(zeros, partBytes));
  yield concat(meta, u32(meta.length));
}

function parseMeta(tail: Bytes): FileMeta | undefined {
  const end = tail.length - lengthBytes;
  if (end < 0) return undefined;
  const length = new DataView(tail.buffer, tail.byteOffset).getUint32(end);
  const meta =
    length > end ? undefined : parseJson(fromUtf8(tail.subarray(end - length, end)) ?? '');
  return isMeta(meta) ? meta : undefined;
}

/** Plaintext bytes [from, to), undefined where a chunk does not open. */
async function readRange(
  { folder, name, opener }: FileRange,
  from: number,
  to: number,
): Promise<Result<Bytes | undefined>> {
  const first = Math.floor(from / chunkBytes);
  const last = Math.floor(to / chunkBytes);
  const offset = headBytes + first * sealedChunkBytes;
  const read = await folder.read(name, offset, (last - first + 1) * sealedChunkBytes);
  if (!read.ok) return read;
  const opened = await opener.open(first, read.value);
  const start = from - first * chunkBytes;
  const bytes = opened?.subarray(start, start + to - from);
  return ok(bytes?.length === to - from ? bytes : undefined);
}
