// JPEG (ITU-T T.81, annex B): segments up to the first scan. EXIF lies in an APP1 segment.
import { exifOrientation, type ExifOrientation } from './exif.ts';
import type { PictureHeader } from './header.ts';

interface Segment {
  readonly marker: number;
  /** Of its data, behind the length. */
  readonly start: number;
  readonly end: number;
}

export function readJpeg(bytes: Uint8Array<ArrayBuffer>): PictureHeader | undefined {
  const frame = jpegSegments(bytes).find(({ marker }) => isFrame(marker));
  if (frame === undefined || frame.end - frame.start < 6) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    height: view.getUint16(frame.start + 1),
    width: view.getUint16(frame.start + 3),
    orientation: jpegOrientation(bytes)?.orientation ?? 1,
  };
}

/** The first that an EXIF segment states; `at` is an offset in `bytes`. */
export function jpegOrientation(bytes: Uint8Array<ArrayBuffer>): ExifOrientation | undefined {
  for (const { marker, start, end } of jpegSegments(bytes)) {
    const name = String.fromCharCode(...bytes.subarray(start, start + 6));
    if (marker !== 0xe1 || name !== 'Exif\0\0' || end < start + 6) continue;
    const found = exifOrientation(
      new DataView(bytes.buffer, bytes.byteOffset + start + 6, end - start - 6),
    );
    if (found !== undefined) return { ...found, at: found.at + start + 6 };
  }
  return undefined;
}

/** Whole segments before the first scan. */
function jpegSegments(bytes: Uint8Array<ArrayBuffer>): readonly Segment[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes, and markers that stand alone.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (marker === 0xd9 || marker === 0xda || end < at + 4 || end > bytes.length) break;
    segments.push({ marker, start: at + 4, end });
    at = end;
  }
  return segments;
}

/** Start of frame: C0 to CF without the tables and the reserved one among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
