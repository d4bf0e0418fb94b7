// A PDF page as this program reads it: pdf.js's text items in their order, turned upright, their non-blank units counted.
import { countSolid } from './blank.ts';
import { squeezedPrint } from './print.ts';

/** One text item, turned so that its text runs along +x with y up. Lengths in PDF units. */
export interface TextItem {
  /** In `getTextContent({ disableNormalization: true }).items`, as the text layer uses it. */
  readonly index: number;
  /** In logical order. */
  readonly str: string;
  readonly rtl: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Degrees by which the text runs upwards, rounded; vertical writing is −90. */
  readonly angle: number;
  /** Squeezed offset: non-blank UTF-16 units of the page before this item. */
  readonly solid: number;
}

export interface PdfPage {
  /** From 0. */
  readonly index: number;
  /** The page's box in user space: left, bottom, right, top. */
  readonly view: readonly number[];
  readonly items: readonly TextItem[];
  /** Items at the end that stand for form fields and text boxes: the text layer has none of them. */
  readonly boxes?: number;
  /** Non-blank units of the whole page. */
  readonly solid: number;
}

/** What pdf.js hands out, as far as it is used here. */
export interface RawTextItem {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
  readonly fontName: string;
}
export interface RawTextContent {
  readonly items: readonly (RawTextItem | { readonly type: string })[];
  readonly styles: Readonly<Record<string, { readonly vertical: boolean }>>;
}

export function readPage(
  index: number,
  view: readonly number[],
  { items: raws, styles }: RawTextContent,
): PdfPage {
  const scales = fontScales(raws);
  const items: TextItem[] = [];
  let solid = 0;
  raws.forEach((raw, itemIndex) => {
    if (!('str' in raw) || raw.str === '') return;
    const vertical = styles[raw.fontName]?.vertical === true;
    const item = turnUpright(raw, itemIndex, solid, vertical);
    items.push({ ...item, size: item.size * (scales.get(raw.fontName) ?? 1) });
    solid += countSolid(raw.str);
  });
  return { index, view, items, solid };
}

/** The page with the text of its form fields and text boxes (`annotationItems`) behind its own items. */
export function withBoxes(page: PdfPage, boxes: readonly RawTextItem[]): PdfPage {
  const items = [...page.items];
  let { solid } = page;
  for (const box of boxes) {
    items.push(turnUpright(box, (items.at(-1)?.index ?? -1) + 1, solid, false));
    solid += countSolid(box.str);
  }
  return { ...page, items, solid, boxes: boxes.length };
}

/** No script's letters are wider than this, in em. */
const widestMeanAdvance = 1.5;
const usualAdvance = 0.5;

/** Type 3 fonts may hide their true size in a matrix pdf.js does not tell of: then their letters' widths give it away. */
function fontScales(raws: RawTextContent['items']): ReadonlyMap<string, number> {
  const fonts = new Map<string, { width: number; ems: number }>();
  for (const raw of raws) {
    if (!('str' in raw) || raw.str.trim() === '') continue;
    const [a = 0, b = 0, c = 0, d = 0] = raw.transform;
    const font = fonts.get(raw.fontName) ?? { width: 0, ems: 0 };
    font.width += Math.max(finite(raw.width), finite(raw.height));
    font.ems += raw.str.length * finite(Math.hypot(c, d) || Math.hypot(a, b));
    fonts.set(raw.fontName, font);
  }
  const scales = new Map<string, number>();
  for (const [name, { width, ems }] of fonts) {
    const advance = ems > 0 ? width / ems : 0;
    if (advance > widestMeanAdvance) scales.set(name, advance / usualAdvance);
  }
  return scales;
}

function turnUpright(raw: RawTextItem, index: number, solid: number, vertical: boolean): TextItem {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = raw.transform.map(finite);
  const slope = b === 0 && a > 0 ? 0 : Math.round((Math.atan2(b, a) * 180) / Math.PI);
  const angle = vertical ? -90 : slope;
  const [x, y] = turn(e, f, angle);
  return {
    index,
    str: raw.str,
    rtl: raw.dir === 'rtl',
    x,
    y,
    width: Math.abs(finite(vertical ? raw.height : raw.width)),
    size: Math.hypot(c, d) || Math.hypot(a, b) || 1,
    angle,
    solid,
  };
}

/** Damaged files give NaN and infinite numbers; a place is wrong then, the text is not. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

/** A point of user space in the frame turned back by `angle` degrees. */
export function turn(x: number, y: number, angle: number): readonly [number, number] {
  if (angle === 0) return [x, y];
  const radians = (angle * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  return [x * cos + y * sin, y * cos - x * sin];
}

/**
 * Equal prints mean that squeezed offsets stored for this page hold for the live items. Boxes are left out: they follow
 * the page's own items, so a page read without them fits as well.
 */
export function pagePrint({ items, boxes = 0 }: PdfPage): string {
  return squeezedPrint(items.slice(0, items.length - boxes).map(({ str }) => str));
}
