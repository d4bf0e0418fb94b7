// What tells where something stands in a text, besides its pages: headings, and numbers printed before paragraphs.
import type { Section, WorkingText } from './working-text.ts';

/** A paragraph with its printed number, and those without one that follow it. */
interface NumberedParagraph {
  readonly start: number;
  readonly end: number;
  readonly number: string;
}

export interface Landmarks {
  readonly sections: readonly Section[];
  readonly paragraphs: readonly NumberedParagraph[];
}

export interface Whereabouts {
  /** Title of the section, or empty. */
  readonly section: string;
  /** Number of the paragraph as printed, or empty. */
  readonly paragraph: string;
}

export function landmarksOf({ text, sections }: Pick<WorkingText, 'text' | 'sections'>): Landmarks {
  return { sections, paragraphs: numberedParagraphs(text) };
}

/** Of the section and the numbered paragraph an offset stands in. */
export function whereabouts({ sections, paragraphs }: Landmarks, offset: number): Whereabouts {
  const paragraph = paragraphs.findLast(({ start }) => start <= offset);
  return {
    section: sections.findLast(({ start }) => start <= offset)?.title ?? '',
    paragraph: paragraph !== undefined && offset < paragraph.end ? paragraph.number : '',
  };
}

/** "12.", "[12]", "12)", "¶ 12" at the beginning of a line. */
const opening = /^[^\S\n]*(?:¶\s?(\d{1,4})|\[(\d{1,4})\]|(\d{1,4})[.)])[^\S\n]+(?=\S)/gm;
/** Fewer are a list. */
const leastInARow = 8;

/** Only where they count from 1 through the whole text, as judgments and reports of the United Nations do: a list is no such row. */
function numberedParagraphs(text: string): NumberedParagraph[] {
  const found: { readonly start: number; readonly number: string }[] = [];
  for (const { 0: mark, 1: sign, 2: bracket, 3: plain, index } of text.matchAll(opening)) {
    const number = sign ?? bracket ?? plain ?? '';
    const start = index + mark.length - mark.trimStart().length;
    if (Number(number) === found.length + 1) found.push({ start, number });
  }
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
