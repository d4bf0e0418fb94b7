// Windows bitmaps. A negative height means that the rows begin at the top.
import type { PictureHeader } from './header.ts';

const coreHeader = 12;

export function readBmp(bytes: Uint8Array<ArrayBuffer>): PictureHeader | undefined {
  if (bytes.length < 26) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(14, true) === coreHeader) {
    const width = view.getUint16(18, true);
    return { width, height: view.getUint16(20, true), orientation: 1 };
  }
  const width = view.getInt32(18, true);
  return { width, height: Math.abs(view.getInt32(22, true)), orientation: 1 };
}
