// GIF89a (https://www.w3.org/Graphics/GIF/spec-gif89a.txt). A first image larger than the screen it stands on makes
// decoders grow the screen, so both are read.
import type { PictureHeader } from './header.ts';

const imageSeparator = 0x2c;
const extension = 0x21;

export function readGif(bytes: Uint8Array<ArrayBuffer>): PictureHeader | undefined {
  if (bytes.length < 13) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 13 + tableSize(bytes[10] ?? 0);
  while (bytes[at] === extension) at = afterBlocks(bytes, at + 2);
  if (bytes[at] !== imageSeparator || at + 10 > bytes.length) return undefined;
  const [left, top, width, height] = [1, 3, 5, 7].map((field) => view.getUint16(at + field, true));
  return {
    width: Math.max(view.getUint16(6, true), (left ?? 0) + (width ?? 0)),
    height: Math.max(view.getUint16(8, true), (top ?? 0) + (height ?? 0)),
    orientation: 1,
  };
}

function tableSize(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function afterBlocks(bytes: Uint8Array<ArrayBuffer>, from: number): number {
  let at = from;
  for (let size = bytes[at] ?? 0; size > 0; size = bytes[at] ?? 0) at += size + 1;
  return at + 1;
}
