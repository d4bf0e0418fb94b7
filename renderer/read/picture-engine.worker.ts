// Decodes one picture and draws parts of it. Holds no key, and ends with its session: whatever hostile bytes did to it
// ends too. Here the one decoded copy stays, so that the page's own thread never waits for pixels.
import { isTooLarge } from '../../shared/picture/budget.ts';
import { pictureType, readPictureHeader, uprightSize } from '../../shared/picture/picture.ts';
import { turnOf } from '../../shared/picture/upright.ts';
import { decodePicture } from '../extract/decode-picture.ts';
import type { PicturePart, PictureReply, PictureRequest } from './picture-messages.ts';

let draw: ((part: PicturePart) => ImageBitmap) | undefined;

self.addEventListener('message', ({ data }: MessageEvent<PictureRequest>) => {
  if (data.kind === 'open') {
    open(new Uint8Array(data.bytes)).catch(() => {
      reply({ kind: 'refused' });
    });
  } else if (draw !== undefined) {
    const bitmap = draw(data.part);
    reply({ kind: 'drawn', id: data.id, bitmap }, [bitmap]);
  }
});

async function open(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const type = pictureType(bytes);
  const header = readPictureHeader(bytes);
  if (type === undefined || header === undefined || isTooLarge(header)) {
    reply({ kind: 'refused' });
    return;
  }
  const frame = await decodePicture(bytes, type, header);
  const stored = await createImageBitmap(frame);
  frame.close();
  const turn = turnOf(header.orientation, header.width, header.height);
  draw = (part) => drawPart(stored, turn, part);
  reply({ kind: 'opened', ...uprightSize(header) });
}

function drawPart(
  stored: ImageBitmap,
  turn: ReturnType<typeof turnOf>,
  { x, y, width, height, toWidth, toHeight }: PicturePart,
): ImageBitmap {
  const canvas = new OffscreenCanvas(toWidth, toHeight);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#fff'; // what is transparent lies on paper
  context.fillRect(0, 0, toWidth, toHeight);
  context.imageSmoothingQuality = 'high';
  context.setTransform(toWidth / width, 0, 0, toHeight / height, 0, 0);
  context.translate(-x, -y);
  context.transform(...turn);
  context.drawImage(stored, 0, 0);
  return canvas.transferToImageBitmap();
}

function reply(message: PictureReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
