// PNG, third edition (https://www.w3.org/TR/png-3/): signature, then chunks of length, name, data and checksum.
import { exifOrientation } from './exif.ts';
import type { PictureHeader } from './header.ts';

const signatureSize = 8;
/** Length, name and checksum. */
const chunkFrame = 12;

export function readPng(bytes: Uint8Array<ArrayBuffer>): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [first] = pngChunks(bytes);
  if (first?.name !== 'IHDR' || first.end - first.start !== 13) return undefined;
  const exif = pngExif(bytes);
  const orientation =
    exif === undefined
      ? undefined
      : exifOrientation(
          new DataView(bytes.buffer, bytes.byteOffset + exif.start, exif.end - exif.start),
        );
  return {
    width: view.getUint32(first.start),
    height: view.getUint32(first.start + 4),
    orientation: orientation?.orientation ?? 1,
  };
}

interface Chunk {
  readonly name: string;
  /** Of its data. */
  readonly start: number;
  readonly end: number;
}

/** The chunk with EXIF data, if there is one. */
export function pngExif(bytes: Uint8Array<ArrayBuffer>): Chunk | undefined {
  return pngChunks(bytes).find(({ name }) => name === 'eXIf');
}

/** Chunks that are whole, but for those of the pixels. */
function pngChunks(bytes: Uint8Array<ArrayBuffer>): readonly Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let at = signatureSize;
  while (at + chunkFrame <= bytes.length) {
    const start = at + 8;
    const end = start + view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, start));
    if (end + 4 > bytes.length) break;
    if (name !== 'IDAT' && name !== 'fdAT') chunks.push({ name, start, end });
    if (name === 'IEND') break;
    at = end + 4;
  }
  return chunks;
}
