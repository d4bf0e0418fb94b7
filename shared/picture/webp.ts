// WebP (https://developers.google.com/speed/webp/docs/riff_container): RIFF chunks; the first tells the size.
import { exifOrientation, type ExifOrientation } from './exif.ts';
import type { PictureHeader } from './header.ts';

interface Chunk {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export function readWebp(bytes: Uint8Array<ArrayBuffer>): PictureHeader | undefined {
  const chunks = webpChunks(bytes);
  const size = chunks[0] === undefined ? undefined : sizeOf(bytes, chunks[0]);
  if (size === undefined) return undefined;
  return { ...size, orientation: webpOrientation(bytes)?.orientation ?? 1 };
}

/** `at` is an offset in `bytes`. */
export function webpOrientation(bytes: Uint8Array<ArrayBuffer>): ExifOrientation | undefined {
  const exif = webpChunks(bytes).find(({ name }) => name === 'EXIF');
  if (exif === undefined) return undefined;
  // Some writers keep the name that JPEG has in front of it.
  const named = String.fromCharCode(...bytes.subarray(exif.start, exif.start + 6)) === 'Exif\0\0';
  const start = Math.min(exif.end, exif.start + (named ? 6 : 0));
  const found = exifOrientation(
    new DataView(bytes.buffer, bytes.byteOffset + start, exif.end - start),
  );
  return found === undefined ? undefined : { ...found, at: found.at + start };
}

function sizeOf(
  bytes: Uint8Array<ArrayBuffer>,
  { name, start, end }: Chunk,
): Pick<PictureHeader, 'width' | 'height'> | undefined {
  if (end - start < 10) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, end - start);
  switch (name) {
    case 'VP8X':
      return { width: threeBytes(view, 4) + 1, height: threeBytes(view, 7) + 1 };
    case 'VP8 ':
      if (threeBytes(view, 3) !== 0x2a019d) return undefined;
      return {
        width: view.getUint16(6, true) & 0x3fff,
        height: view.getUint16(8, true) & 0x3fff,
      };
    case 'VP8L': {
      if (view.getUint8(0) !== 0x2f) return undefined;
      const packed = view.getUint32(1, true);
      return { width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 };
    }
    default:
      return undefined;
  }
}

function threeBytes(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

/** The last may be cut off: it ends with the file then. */
function webpChunks(bytes: Uint8Array<ArrayBuffer>): readonly Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const start = at + 8;
    const size = view.getUint32(at + 4, true);
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    chunks.push({ name, start, end: Math.min(bytes.length, start + size) });
    at = start + size + (size & 1);
  }
  return chunks;
}
