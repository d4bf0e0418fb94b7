import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concat, utf8, type Bytes } from '../../../../shared/bytes.ts';
import { isTooLarge } from '../../../../shared/picture/budget.ts';
import { pictureType, readPictureHeader, uprightSize } from '../../../../shared/picture/picture.ts';
import {
  bmpHead,
  exifBlock,
  gifHead,
  jpegHead,
  pngOfSize,
  webpHead,
} from '../../../support/pictures.ts';

const side = fc.integer({ min: 1, max: 16_383 });

const writers: Readonly<Record<string, (width: number, height: number) => Bytes>> = {
  'image/png': pngOfSize,
  'image/jpeg': (width, height) => jpegHead(width, height),
  'image/gif': (width, height) => gifHead([width, height], [width, height]),
  'image/webp': (width, height) => webpHead('VP8X', width, height),
  'image/bmp': bmpHead,
};

test.each(Object.entries(writers))(
  '%s: its type and size are read from its first bytes',
  (type, write) => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const bytes = write(width, height);
        expect(pictureType(bytes)).toBe(type);
        expect(readPictureHeader(bytes)).toEqual({ width, height, orientation: 1 });
      }),
    );
  },
);

test.each(['VP8 ', 'VP8L', 'VP8X'] as const)('a WebP tells its size as %s', (kind) => {
  expect(readPictureHeader(webpHead(kind, 640, 481))).toMatchObject({ width: 640, height: 481 });
});

test('a bitmap whose rows begin at the top has no negative height', () => {
  expect(readPictureHeader(bmpHead(20, -30))).toMatchObject({ width: 20, height: 30 });
});

test('a GIF is as large as its first image, where that is larger than its screen', () => {
  expect(readPictureHeader(gifHead([1, 1], [30_000, 40_000]))).toMatchObject({
    width: 30_000,
    height: 40_000,
  });
});

test.each([true, false])('the orientation is read in either byte order (%s)', (littleEndian) => {
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const exif = exifBlock(orientation, littleEndian);
    expect(readPictureHeader(jpegHead(30, 20, exif))).toMatchObject({ orientation });
    expect(readPictureHeader(webpHead('VP8X', 30, 20, exif))).toMatchObject({ orientation });
  }
});

test('an orientation that is none is none', () => {
  for (const orientation of [0, 9, 65_535]) {
    expect(readPictureHeader(jpegHead(3, 2, exifBlock(orientation)))?.orientation).toBe(1);
  }
});

test('a picture that lies on its side is as wide as it is stored high', () => {
  expect(uprightSize({ width: 30, height: 20, orientation: 3 })).toEqual({ width: 30, height: 20 });
  expect(uprightSize({ width: 30, height: 20, orientation: 6 })).toEqual({ width: 20, height: 30 });
});

test('no pixels are no picture', () => {
  // WebP has no way to say it.
  for (const write of [pngOfSize, jpegHead, bmpHead]) {
    expect(readPictureHeader(write(0, 10))).toBeUndefined();
    expect(readPictureHeader(write(10, 0))).toBeUndefined();
  }
  expect(readPictureHeader(gifHead([0, 0], [0, 0]))).toBeUndefined();
});

test('whatever the bytes are, reading them ends and throws nothing', () => {
  const wholes = Object.values(writers).map((write) => write(40, 30));
  wholes.push(jpegHead(40, 30, exifBlock(6)), webpHead('VP8L', 40, 30, exifBlock(6)));
  fc.assert(
    fc.property(
      fc.constantFrom(...wholes),
      fc.nat(200),
      fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { maxLength: 6 }),
      fc.uint8Array({ maxLength: 40 }),
      (whole, cut, flips, tail) => {
        const bytes = concat(whole.subarray(0, cut), tail);
        for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value;
        const header = readPictureHeader(bytes);
        if (header !== undefined) expect(Math.min(header.width, header.height)).toBeGreaterThan(0);
      },
    ),
    { numRuns: 2000 },
  );
});

test('texts and other formats are no pictures', () => {
  const others = [
    '',
    'BM',
    'BMW is a car and not a bitmap',
    'RIFF....WAVEfmt ',
    '<svg xmlns="">',
    '\xff',
  ];
  for (const text of others) expect(pictureType(utf8(text))).toBeUndefined();
});

test('what is too large is told by sides and by area', () => {
  expect(isTooLarge({ width: 30_000, height: 10 })).toBe(true);
  expect(isTooLarge({ width: 16_000, height: 16_000 })).toBe(true);
  expect(isTooLarge({ width: 10_000, height: 6_400 })).toBe(false);
});
