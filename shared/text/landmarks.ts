// What tells where something stands in a text, besides its pages: headings, and numbers printed before paragraphs.
import type { TextRange } from './text-map.ts';
import type { Block, MarkedRange, Section, WorkingText } from './working-text.ts';

/** A paragraph with its printed number, and those without one that follow it. */
interface NumberedParagraph {
  readonly start: number;
  readonly end: number;
  readonly number: string;
}

export interface Landmarks {
  readonly sections: readonly Section[];
  readonly paragraphs: readonly NumberedParagraph[];
  /** What describes a picture, and is none of the document's own words. */
  readonly pictures: readonly TextRange[];
  /** Of the text. */
  readonly ranges: readonly MarkedRange[];
}

export interface Whereabouts {
  /** Title of the section, or empty. */
  readonly section: string;
  /** Number of the paragraph as printed, or empty. */
  readonly paragraph: string;
  /** Some of it describes a picture. */
  readonly picture?: true;
}

export function landmarksOf(
  work: Pick<WorkingText, 'text' | 'sections' | 'blocks' | 'ranges'>,
): Landmarks {
  return {
    sections: work.sections,
    paragraphs: numberedParagraphs(work),
    pictures: (work.blocks ?? []).filter(isPictureText).map(({ start, end }) => ({ start, end })),
    ranges: work.ranges,
  };
}

/**
 * Of the section and the numbered paragraph the first passage begins in. A description between words of the document is
 * not printed with them; one that a passage begins or ends in is.
 */
export function whereabouts(
  { sections, paragraphs, pictures }: Omit<Landmarks, 'ranges'>,
  passages: readonly TextRange[],
): Whereabouts {
  const offset = passages[0]?.start ?? 0;
  const isDescribed = pictures.some(({ start, end }) =>
    passages.some(
      (passage) =>
        (start <= passage.start && passage.start < end) ||
        (start < passage.end && passage.end <= end),
    ),
  );
  const paragraph = paragraphs.findLast(({ start }) => start <= offset);
  return {
    section: sections.findLast(({ start }) => start <= offset)?.title ?? '',
    paragraph: paragraph !== undefined && offset < paragraph.end ? paragraph.number : '',
    ...(isDescribed && { picture: true }),
  };
}

/** Of captions only a description has a marker (`pictureMarker`). */
function isPictureText({ kind, marker: shown }: Block): boolean {
  return kind === 'caption' && shown !== undefined;
}

/** "12.", "[12]", "12)", "¶ 12" at the beginning of a line. */
const opening = /^[^\S\n]*(?:¶\s?(\d{1,4})|\[(\d{1,4})\]|(\d{1,4})[.)])[^\S\n]+(?=\S)/gm;
/** Fewer are a list. */
const leastInARow = 8;

/** The same beside a paragraph, where a word processor counts. */
const marker = /^(?:¶\s?|\[)?(\d{1,4})[.)\]]?$/;

interface Numbered {
  readonly start: number;
  readonly number: string;
}

/** Only where they count from 1 through the whole text, as judgments and reports of the United Nations do: a list is no such row. */
function numberedParagraphs({
  text,
  blocks = [],
}: Pick<WorkingText, 'text' | 'blocks'>): NumberedParagraph[] {
  const beside = blocks.flatMap(({ kind, start, marker: shown = '' }): Numbered[] => {
    const number = kind === 'item' ? marker.exec(shown)?.[1] : undefined;
    return number === undefined ? [] : [{ start, number }];
  });
  const all = beside.length === 0 ? printed(text) : [...printed(text), ...beside].sort(byStart);
  const found: Numbered[] = [];
  for (const one of all) if (Number(one.number) === found.length + 1) found.push(one);
  if (found.length < leastInARow) return [];
  return found.map(({ start, number }, at) => ({
    start,
    end: found[at + 1]?.start ?? lineEnd(text, start),
    number,
  }));
}

/** Nobody knows what behind the last one still belongs to it. */
function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function printed(text: string): Numbered[] {
  return Array.from(
    text.matchAll(opening),
    ({ 0: mark, 1: sign, 2: bracket, 3: plain, index }) => ({
      start: index + mark.length - mark.trimStart().length,
      number: sign ?? bracket ?? plain ?? '',
    }),
  );
}

function byStart(a: Numbered, b: Numbered): number {
  return a.start - b.start;
}
