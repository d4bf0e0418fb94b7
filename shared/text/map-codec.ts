// The offset map in bytes: per run its length in the working text (twice, plus one for a fold), the step to its page, the
// step from where the run before ended, and for a fold its length on the page.
import { VarintReader, VarintWriter } from './varint.ts';
import type { OffsetMap } from './working-text.ts';

export function encodeMap({ w, page, s, sn }: OffsetMap): Uint8Array<ArrayBuffer> {
  const out = new VarintWriter();
  let lastPage = 0;
  let expected = 0;
  page.forEach((index, run) => {
    const length = (w[run + 1] ?? 0) - (w[run] ?? 0);
    const place = s[run] ?? 0;
    const onPage = sn[run] ?? 0;
    const folded = length !== onPage;
    out.unsigned(2 * length + Number(folded));
    out.signed(index - lastPage);
    out.signed(place - expected);
    if (folded) out.unsigned(onPage);
    lastPage = index;
    expected = place + onPage;
  });
  return out.finish();
}

/** Undefined unless the bytes are a whole map of pages below `pages` that covers `total` working units. */
export function decodeMap(bytes: Uint8Array, pages: number, total: number): OffsetMap | undefined {
  const input = new VarintReader(bytes);
  const w = [0];
  const page: number[] = [];
  const s: number[] = [];
  const sn: number[] = [];
  let lastPage = 0;
  let expected = 0;
  let solid = 0;
  while (!input.ended) {
    const head = input.unsigned();
    const pageStep = input.signed();
    const placeStep = input.signed();
    if (head === undefined || pageStep === undefined || placeStep === undefined) return undefined;
    const length = Math.floor(head / 2);
    const onPage = head % 2 === 1 ? input.unsigned() : length;
    const place = expected + placeStep;
    lastPage += pageStep;
    solid += length;
    if (onPage === undefined || onPage === 0 || length === 0) return undefined;
    if (lastPage < 0 || lastPage >= pages || place < 0 || place + onPage >= 2 ** 32)
      return undefined;
    w.push(solid);
    page.push(lastPage);
    s.push(place);
    sn.push(onPage);
    expected = place + onPage;
  }
  if (solid !== total) return undefined;
  return {
    w: Uint32Array.from(w),
    page: Uint16Array.from(page),
    s: Uint32Array.from(s),
    sn: Uint32Array.from(sn),
  };
}
