// What pdf.js hands out of an annotation, as far as marks are made of it. Every field may be missing or of a wrong type.
import type { RawAnnotation } from '../text/annotation-text.ts';

/** An upright box in user space. */
export interface UserBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

const mostBoxes = 500;
const mostNote = 20_000;

/** The boxes of a text annotation, a line each; none where it has none. pdf.js makes them upright. */
export function quadBoxes(annotation: RawAnnotation): readonly UserBox[] {
  const points = numbers(annotation['quadPoints']);
  const boxes: UserBox[] = [];
  for (let at = 0; at + 8 <= points.length && boxes.length < mostBoxes; at += 8) {
    const xs = [0, 2, 4, 6].map((i) => points[at + i] ?? 0);
    const ys = [1, 3, 5, 7].map((i) => points[at + i] ?? 0);
    boxes.push(boxOf(xs, ys));
  }
  return boxes;
}

/** `undefined` where it has no area. */
export function rectOf(annotation: RawAnnotation): UserBox | undefined {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers(annotation['rect']);
  const box = boxOf([x1, x2], [y1, y2]);
  return box.right > box.left && box.top > box.bottom ? box : undefined;
}

export function colourOf(annotation: RawAnnotation): readonly number[] | undefined {
  const parts = numbers(annotation['color']);
  return parts.length === 3 ? parts : undefined;
}

export function noteOf(annotation: RawAnnotation): string {
  return textOf(annotation['contentsObj']).replace(/\r\n?/g, '\n').trim().slice(0, mostNote);
}

export function authorOf(annotation: RawAnnotation): string {
  return textOf(annotation['titleObj']).replace(/\s+/g, ' ').trim().slice(0, 200);
}

/** The day of a PDF date (ISO 32000-2, 7.9.4), `D:20240612…`, as `YYYY-MM-DD`; empty where there is none. */
export function dayOf(annotation: RawAnnotation): string {
  for (const field of ['modificationDate', 'creationDate']) {
    const value = annotation[field];
    const parts = typeof value === 'string' ? /^D:(\d{4})(\d\d)(\d\d)/.exec(value) : null;
    if (parts !== null) return parts.slice(1, 4).join('-');
  }
  return '';
}

function boxOf(xs: readonly number[], ys: readonly number[]): UserBox {
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys),
  };
}

/** Finite ones, of an array or typed array; a list with anything else in it is none. */
function numbers(value: unknown): readonly number[] {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return [];
  const list = Array.from(value as ArrayLike<unknown>);
  return list.every((one): one is number => Number.isFinite(one)) ? list : [];
}

function textOf(value: unknown): string {
  const text: unknown =
    typeof value === 'object' && value !== null && 'str' in value ? value.str : '';
  return typeof text === 'string' ? text : '';
}
