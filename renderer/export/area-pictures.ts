// Marked areas as pictures for an export: pixels drawn anew from the original, and nothing of the original's own bytes.
import { toHex } from '../../shared/bytes.ts';
import type { MarkId } from '../../shared/evidence/ids.ts';
import type { MarkedArea } from '../../shared/evidence/mark.ts';
import type { ReportPicture } from '../../shared/export/report-quote.ts';
import { encodePng } from '../../shared/picture/png.ts';
import { isComposed, type Quotable } from '../../shared/quote/quotable.ts';
import type { QuotedMark } from '../../shared/quote/quoted-mark.ts';
import { returnCanvas } from '../read/canvas-pool.ts';
import { openPages } from '../read/open-pages.ts';
import type { PageSession } from '../read/page-session.ts';
import type { Vault } from '../vault/contract.ts';

/** Pixels of the longer side: the width of a page at 200 dots an inch. */
const mostSide = 1600;

/** Of every area mark among them; one whose page cannot be drawn has none. Sources are opened one after the other. */
export async function cutOutAreas(
  vault: Vault,
  quoted: readonly Quotable[],
  signal: AbortSignal,
): Promise<ReadonlyMap<MarkId, ReportPicture>> {
  const pictures = new Map<MarkId, ReportPicture>();
  const marks = quoted.filter((one): one is QuotedMark => !isComposed(one));
  const areas = marks.filter(({ mark }) => mark.area !== undefined);
  const isStopped = (): boolean => signal.aborted;
  for (const own of Map.groupBy(areas, ({ source }) => source.id).values()) {
    const [first] = own;
    if (isStopped() || first === undefined) break;
    const { id, format } = first.source;
    const session = await openPages(vault, id, format);
    if (session === undefined) continue;
    try {
      for (const { mark } of own) {
        if (isStopped() || mark.area === undefined) break;
        const picture = await pictureOf(session, mark.area).catch(() => undefined);
        if (picture !== undefined) pictures.set(mark.id, picture);
      }
    } finally {
      await session.close();
    }
  }
  return pictures;
}

async function pictureOf(
  session: PageSession,
  area: MarkedArea,
): Promise<ReportPicture | undefined> {
  const canvas = await session.cutOut(area, mostSide);
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height);
  returnCanvas(canvas);
  if (pixels === undefined) return undefined;
  const png = encodePng({ width, height, data: new Uint8ClampedArray(pixels.data) });
  const sha256 = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', png)));
  return { png, width, height, sha256 };
}
