// A zip file's list of contents, and single files out of it, under limits. Its own reader: fflate's takes sizes on trust,
// compares no checksum and does not say which of two files of one name it gives.
import { Inflate } from 'fflate';
import type { Bytes } from '../bytes.ts';
import { crc32 } from './crc32.ts';

interface ZipEntry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

export type ZipFault = 'damaged' | 'too-large' | 'unsafe' | 'encrypted';

export type ZipListing =
  | { readonly kind: 'listed'; readonly entries: ReadonlyMap<string, ZipEntry> }
  | { readonly kind: 'not-a-zip' | ZipFault };

const mostEntries = 20_000;
const endBytes = 22;
const longestComment = 65_535;
const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };
/** In a field of 32 bits: look into the extension for files over 4 GB. No document is that large. */
const elsewhere = 0xffffffff;

/**
 * By the directory at its end, which is what word processors go by. Names are in lower case. `unsafe`: two files of one name, or two
 * directories, so that different programs show different texts.
 */
export function listZip(bytes: Bytes): ZipListing {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { kind: 'not-a-zip' };
  const view = viewOf(bytes);
  const end = findEnd(bytes, view);
  if (typeof end === 'string') return { kind: end };
  const count = view.getUint16(end + 10, true);
  const length = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count > mostEntries || length === elsewhere || start === elsewhere) {
    return { kind: 'too-large' };
  }
  if (start + length > end) return { kind: 'damaged' };
  const entries = new Map<string, ZipEntry>();
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== signatures.central)
      return { kind: 'damaged' };
    const nameLength = view.getUint16(at + 28, true);
    const next =
      at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return { kind: 'damaged' };
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength));
    if (entries.has(name)) return { kind: 'unsafe' };
    entries.set(name, entryAt(view, at));
    at = next;
  }
  return { kind: 'listed', entries };
}

export type Unzipped =
  { readonly kind: 'file'; readonly bytes: Bytes } | { readonly kind: ZipFault };

/** `most`: bytes it may unpack to. A size that lies, or a checksum that does not fit, is damage. */
export function unzip(bytes: Bytes, entry: ZipEntry, most: number): Unzipped {
  if (entry.isEncrypted) return { kind: 'encrypted' };
  if (entry.size > most || entry.packedSize === elsewhere) return { kind: 'too-large' };
  const view = viewOf(bytes);
  const { offset, packedSize, size } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== signatures.local) {
    return { kind: 'damaged' };
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) return { kind: 'damaged' };
  const packed = bytes.subarray(start, start + packedSize);
  const file =
    entry.method === 0 ? packed.slice() : entry.method === 8 ? inflate(packed, size) : undefined;
  if (file?.length !== size || crc32(file) !== entry.crc) return { kind: 'damaged' };
  return { kind: 'file', bytes: file };
}

/** So little at once that what it becomes (a thousand times as much) stays small until it is looked at. */
const stepBytes = 16_384;

/** Undefined where it is damaged or becomes more than stated. */
function inflate(packed: Bytes, size: number): Bytes | undefined {
  const out = new Uint8Array(size);
  let length = 0;
  const inflater = new Inflate((piece) => {
    if (length + piece.length > size) throw new Error('larger than stated');
    out.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at === 0 || at < packed.length; at += stepBytes) {
      inflater.push(packed.subarray(at, at + stepBytes), at + stepBytes >= packed.length);
    }
  } catch {
    return undefined;
  }
  return length === size ? out : undefined;
}

function entryAt(view: DataView, at: number): ZipEntry {
  return {
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

/** Names of parts are ASCII and the same in either case (ISO/IEC 29500-2, 6.2.2.3); some programs write `\`. */
function nameOf(bytes: Bytes): string {
  return new TextDecoder('utf-8').decode(bytes).replaceAll('\\', '/').toLowerCase();
}

/**
 * Behind it there may be a comment, up to the end of the file; where none fits, the last is meant, because some files have
 * bytes behind them that came on the way. Two that fit are two zips in one.
 */
function findEnd(bytes: Bytes, view: DataView): number | 'damaged' | 'unsafe' {
  const first = Math.max(0, bytes.length - endBytes - longestComment);
  const fitting: number[] = [];
  let last: number | undefined;
  for (let at = bytes.length - endBytes; at >= first; at--) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== signatures.end) continue;
    const commentEnd = at + endBytes + view.getUint16(at + 20, true);
    if (commentEnd === bytes.length) fitting.push(at);
    if (commentEnd < bytes.length) last ??= at;
  }
  return fitting.length > 1 ? 'unsafe' : (fitting[0] ?? last ?? 'damaged');
}

function viewOf(bytes: Bytes): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
