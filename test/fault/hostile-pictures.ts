// Pictures made to hurt: sizes that lie, bombs, pictures that are something else as well, and such as are cut off.
import { concat, utf8, type Bytes } from '../../shared/bytes.ts';
import {
  bmpHead,
  exifBlock,
  gifHead,
  jpegHead,
  pngOfSize,
  pngPicture,
  webpHead,
} from '../support/pictures.ts';
import { scriptThatTells, type HostileFile } from './hostile-pdfs.ts';

export function hostilePictures(): readonly HostileFile[] {
  const whole = pngPicture(120, 80, (x, y) => [x, y, 40]);
  const script = `<script>${scriptThatTells}</script>`;
  const files: Readonly<Record<string, Bytes>> = {
    'picture.png': whole,
    'of-30000-pixels.png': pngOfSize(30_000, 30_000),
    'of-four-thousand-million-pixels.png': pngOfSize(0x7fffffff, 0x7fffffff),
    'of-no-pixels.png': pngOfSize(0, 10),
    'of-65535-pixels.jpg': jpegHead(65_535, 65_535),
    'of-16383-pixels.webp': webpHead('VP8 ', 16_383, 16_383),
    'of-a-negative-height.bmp': bmpHead(30_000, -2_147_483_648),
    'first-image-larger-than-the-screen.gif': gifHead([1, 1], [65_535, 65_535]),
    // One colour: nine million pixels in some thirty thousand bytes.
    'bomb.png': pngPicture(3_000, 3_000, () => [255, 255, 255]),
    'cut-in-the-header.png': whole.slice(0, 20),
    'cut-in-the-pixels.png': whole.slice(0, whole.length - 60),
    'without-pixels.jpg': jpegHead(640, 480, exifBlock(6)),
    'exif-that-points-nowhere.jpg': jpegHead(640, 480, exifBlock(6).slice(0, 12)),
    'png-in-name-only.png': utf8(`not a picture. ${script}`),
    'jpeg-called-png.png': jpegHead(20, 20),
    'gif-and-script.gif': concat(utf8('GIF89a'), utf8(`=1;${scriptThatTells}//`)),
    'picture-and-pdf.pdf': concat(whole, utf8('%PDF-1.7\n1 0 obj<<>>endobj trailer<<>>')),
    'picture-and-page.html': concat(whole, utf8(`<!doctype html>${script}`)),
    'riff-without-end.webp': concat(utf8('RIFF'), new Uint8Array(4).fill(255), utf8('WEBPVP8X')),
    'bits-after-the-letters.bmp': concat(utf8('BM'), new Uint8Array(200).fill(40)),
  };
  return Object.entries(files).map(([name, bytes]) => ({ name, bytes }));
}
