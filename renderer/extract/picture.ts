// A picture as a source: looked at and marked by area. It has a page and no text.
import type { UnreadableReason } from '../../shared/evidence/source.ts';
import { isTooLarge } from '../../shared/picture/budget.ts';
import type { PictureType } from '../../shared/picture/header.ts';
import { readPictureHeader, uprightSize } from '../../shared/picture/picture.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { decodePicture } from './decode-picture.ts';

export const pictureExtractor = 'picture/1';

export type PictureReading =
  { readonly kind: 'read'; readonly work: WorkingText } | { readonly kind: UnreadableReason };

/** Decodes it once to see that it can be drawn, but nothing over the budget. `bytes` are changed. */
export async function readPicture(
  bytes: Uint8Array<ArrayBuffer>,
  type: PictureType,
): Promise<PictureReading> {
  const header = readPictureHeader(bytes);
  if (header === undefined) return { kind: 'damaged' };
  if (isTooLarge(header)) return { kind: 'too-large' };
  try {
    const image = await decodePicture(bytes, type, header);
    image.close();
  } catch {
    return { kind: 'damaged' };
  }
  return { kind: 'read', work: pictureText(uprightSize(header)) };
}

function pictureText(size: { readonly width: number; readonly height: number }): WorkingText {
  const none = new Uint32Array(0);
  return {
    extractor: pictureExtractor,
    format: 'image',
    text: '',
    pages: [{ label: '', start: 0, print: '', ...size }],
    ...{ sections: [], ranges: [], joins: [] },
    map: { w: Uint32Array.of(0), page: new Uint16Array(0), s: none, sn: none },
    words: 0,
    unreadable: 0,
  };
}
