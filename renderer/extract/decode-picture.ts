import { dropOrientation } from '../../shared/picture/upright.ts';
import type { PictureHeader, PictureType } from '../../shared/picture/header.ts';

/**
 * The first image of a picture, its pixels as they are stored: the turn by its EXIF is made when it is drawn. By
 * ImageDecoder, which takes bytes and needs no Blob. `bytes` must have passed the budget, and are changed.
 *
 * Rejects where they are no whole picture of the size they claim.
 */
export async function decodePicture(
  bytes: Uint8Array<ArrayBuffer>,
  type: PictureType,
  { width, height }: Pick<PictureHeader, 'width' | 'height'>,
): Promise<VideoFrame> {
  dropOrientation(bytes, type);
  const decoder = new ImageDecoder({ data: bytes, type, preferAnimation: false });
  try {
    const { image } = await decoder.decode({ frameIndex: 0, completeFramesOnly: true });
    if (image.displayWidth === width && image.displayHeight === height) return image;
    image.close();
    throw new Error('the picture is of another size than its header says');
  } finally {
    decoder.close();
  }
}
