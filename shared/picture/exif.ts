// The orientation in an EXIF block, which is a small TIFF file (CIPA DC-008; TIFF 6.0). Nothing else of EXIF is read.
import type { Orientation } from './header.ts';

const orientationTag = 0x0112;
const short = 3;
const mostEntries = 1000;

/** Where the number stands, and what it is. */
export interface ExifOrientation {
  readonly orientation: Orientation;
  /** Offset of its two bytes in the view. */
  readonly at: number;
  readonly littleEndian: boolean;
}

/** `undefined` where there is none, or where the block is not whole. */
export function exifOrientation(view: DataView): ExifOrientation | undefined {
  if (view.byteLength < 14) return undefined;
  const order = view.getUint16(0);
  const littleEndian = order === 0x4949;
  if (!littleEndian && order !== 0x4d4d) return undefined;
  if (view.getUint16(2, littleEndian) !== 42) return undefined;
  const directory = view.getUint32(4, littleEndian);
  if (directory + 2 > view.byteLength) return undefined;
  const entries = Math.min(view.getUint16(directory, littleEndian), mostEntries);
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + 12 * i;
    if (at + 12 > view.byteLength) return undefined;
    if (view.getUint16(at, littleEndian) !== orientationTag) continue;
    const orientation = view.getUint16(at + 8, littleEndian);
    const isOne = view.getUint16(at + 2, littleEndian) === short && isOrientation(orientation);
    return isOne ? { orientation, at: at + 8, littleEndian } : undefined;
  }
  return undefined;
}

function isOrientation(value: number): value is Orientation {
  return value >= 1 && value <= 8;
}
