// A PDF's own highlights and notes → what marks can be made of.
import type { MarkedArea } from '../evidence/mark.ts';
import type { RawAnnotation } from '../text/annotation-text.ts';
import type { PdfPage } from '../text/pdf-page.ts';
import type { TextMap, TextRange } from '../text/text-map.ts';
import type { WorkingText } from '../text/working-text.ts';
import type { FoundAnnotation } from './found.ts';
import { nearestColour } from './nearest-colour.ts';
import { authorOf, colourOf, dayOf, noteOf, quadBoxes, rectOf, type UserBox } from './raw.ts';
import { alignedRuns, runsUnder, type SolidRun } from './text-under.ts';

/** A page with annotations. */
export interface AnnotatedPage {
  readonly page: PdfPage;
  readonly annotations: readonly RawAnnotation[];
  /** User space to the page as shown at one unit per point, y down. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

const overText = ['Highlight', 'Underline', 'Squiggly', 'StrikeOut'];
const asAreas = ['Text', 'FreeText', 'Square', 'Circle', 'Polygon', 'Ink'];
/** Of one page: each is compared with all of its text. */
const mostOfPage = 500;

/** In the order of the pages, then of the document. Replies go to the notes of what they answer. */
export function findAnnotations(
  work: Pick<WorkingText, 'text'>,
  map: TextMap,
  pages: readonly AnnotatedPage[],
): readonly FoundAnnotation[] {
  return pages.flatMap((page) => {
    const replies = Map.groupBy(page.annotations.filter(isReply), (reply) =>
      String(reply['inReplyTo']),
    );
    return page.annotations
      .filter((annotation) => !isReply(annotation))
      .slice(0, mostOfPage)
      .flatMap((annotation) => {
        const found = findOne(work, map, page, annotation);
        if (found === undefined) return [];
        const answers = replies.get(String(annotation['id'])) ?? [];
        const note = [found.note, ...answers.map(noteOf)]
          .filter((text) => text !== '')
          .join('\n\n');
        return [{ ...found, note }];
      });
  });
}

function findOne(
  { text }: Pick<WorkingText, 'text'>,
  map: TextMap,
  on: AnnotatedPage,
  annotation: RawAnnotation,
): FoundAnnotation | undefined {
  const subtype = String(annotation['subtype']);
  const facts = {
    page: on.page.index,
    colour: nearestColour(colourOf(annotation)),
    author: authorOf(annotation),
    changed: dayOf(annotation),
  };
  if (overText.includes(subtype)) {
    const ranges = rangesOf(text, map, on.page, annotation);
    if (ranges.length > 0) {
      const kind = subtype === 'Highlight' ? 'highlight' : 'underline';
      return { kind, ranges, ...facts, note: noteSaying(annotation, subtype) };
    }
  }
  // Over a scan, or a note beside the text.
  if (!overText.includes(subtype) && !asAreas.includes(subtype)) return undefined;
  const rect = rectOf(annotation);
  const area = rect === undefined ? undefined : areaOf(on, rect);
  if (area === undefined) return undefined;
  return { kind: 'area', ranges: [], area, ...facts, note: noteSaying(annotation, subtype) };
}

/** To strike out is to say something, and an underline does not say it. */
function noteSaying(annotation: RawAnnotation, subtype: string): string {
  const note = noteOf(annotation);
  if (subtype !== 'StrikeOut') return note;
  return note === '' ? 'Struck out in the PDF.' : `Struck out in the PDF.\n\n${note}`;
}

function rangesOf(
  text: string,
  map: TextMap,
  page: PdfPage,
  annotation: RawAnnotation,
): readonly TextRange[] {
  const guessed = runsUnder(page, quadBoxes(annotation));
  const overlaid = annotation['overlaidText'];
  const exact = typeof overlaid === 'string' ? alignedRuns(page, guessed, overlaid) : undefined;
  const ranges = toText(map, page.index, exact ?? guessed, text);
  return exact === undefined ? ranges.map((range) => atWords(text, range)) : ranges;
}

function toText(
  map: TextMap,
  page: number,
  runs: readonly SolidRun[],
  text: string,
): readonly TextRange[] {
  const sorted = runs
    .flatMap(({ start, end }) => map.rangesOf(page, start, end))
    .sort((a, b) => a.start - b.start);
  const merged: TextRange[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    const goesOn =
      last !== undefined &&
      (range.start <= last.end || text.slice(last.end, range.start).trim() === '');
    if (goesOn) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else merged.push(range);
  }
  return merged;
}

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;

/** Ends inside a word move to its nearer end, as far as a guess may be off. */
function atWords(text: string, { start, end }: TextRange): TextRange {
  const from = nearerEdge(text, start);
  const to = nearerEdge(text, end);
  return from < to ? { start: from, end: to } : { start, end };
}

function nearerEdge(text: string, offset: number): number {
  const isInside = (at: number): boolean =>
    wordCharacter.test(text[at - 1] ?? '') && wordCharacter.test(text[at] ?? '');
  for (let off = 0; off <= 3; off++) {
    if (!isInside(offset - off)) return offset - off;
    if (!isInside(offset + off)) return offset + off;
  }
  return offset;
}

function areaOf(
  { page, transform, width, height }: AnnotatedPage,
  { left, bottom, right, top }: UserBox,
): MarkedArea | undefined {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const corners = [
    [left, bottom],
    [right, top],
  ].map(([x = 0, y = 0]) => ({ x: a * x + c * y + e, y: b * x + d * y + f }));
  const xs = corners.map(({ x }) => Math.min(width, Math.max(0, x)));
  const ys = corners.map(({ y }) => Math.min(height, Math.max(0, y)));
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  const area = { page: page.index, x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  return area.width > 0 && area.height > 0 ? area : undefined;
}

function isReply(annotation: RawAnnotation): boolean {
  return typeof annotation['inReplyTo'] === 'string';
}
