// What a picture says of itself, read from its first bytes: nothing is decoded before its size is known.
import { readBmp } from './bmp.ts';
import { readGif } from './gif.ts';
import type { PictureHeader, PictureType } from './header.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png-header.ts';
import { readWebp } from './webp.ts';

type Bytes = Uint8Array<ArrayBuffer>;

interface Format {
  readonly type: PictureType;
  readonly isOne: (bytes: Bytes) => boolean;
  readonly read: (bytes: Bytes) => PictureHeader | undefined;
}

const formats: readonly Format[] = [
  { type: 'image/png', isOne: (bytes) => begins(bytes, '\x89PNG\r\n\x1a\n'), read: readPng },
  { type: 'image/jpeg', isOne: (bytes) => begins(bytes, '\xff\xd8\xff'), read: readJpeg },
  { type: 'image/gif', isOne: (bytes) => /^GIF8[79]a/.test(start(bytes)), read: readGif },
  {
    type: 'image/webp',
    isOne: (bytes) => begins(bytes, 'RIFF') && start(bytes).slice(8, 12) === 'WEBP',
    read: readWebp,
  },
  // Two letters are little: the size of the header behind them must be one of those that exist.
  { type: 'image/bmp', isOne: isBmp, read: readBmp },
];

/** By its first bytes; a file's name is not asked. */
export function pictureType(bytes: Bytes): PictureType | undefined {
  return formats.find(({ isOne }) => isOne(bytes))?.type;
}

/** `undefined` where the header is cut off, contradicts itself or names no pixels. */
export function readPictureHeader(bytes: Bytes): PictureHeader | undefined {
  const header = formats.find(({ isOne }) => isOne(bytes))?.read(bytes);
  return header === undefined || header.width < 1 || header.height < 1 ? undefined : header;
}

/** Size after the turn. */
export function uprightSize({ width, height, orientation }: PictureHeader): {
  readonly width: number;
  readonly height: number;
} {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function isBmp(bytes: Bytes): boolean {
  return begins(bytes, 'BM') && [12, 40, 52, 56, 64, 108, 124].includes(bytes[14] ?? 0);
}

function start(bytes: Bytes): string {
  return String.fromCharCode(...bytes.subarray(0, 16));
}

function begins(bytes: Bytes, signature: string): boolean {
  return start(bytes).startsWith(signature);
}
