// Headings, by what the document gives: its outline, sizes of letters, Markdown's hashes, numbers.
import type { Section } from './working-text.ts';

/** A paragraph of a PDF's body. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  /** Largest letter size of its lines. */
  readonly size: number;
  readonly lines: number;
  readonly page: number;
}

/** An entry of a PDF's outline, its page resolved. */
export interface OutlineEntry {
  readonly title: string;
  readonly level: number;
  readonly page: number;
}

const longestTitle = 160;
const largerThanBody = 1.12;
const mostLevels = 6;
const numbered = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+\p{Lu}[^.!?]*$/u;

/** Sections of a PDF: its outline where its titles are found in the text, else headings by letter size and number. */
export function pdfSections(
  text: string,
  paragraphs: readonly Paragraph[],
  bodySize: number,
  outline: readonly OutlineEntry[],
): Section[] {
  const outlined = fromOutline(text, paragraphs, outline);
  return outlined.length > 1 ? outlined : fromSizes(text, paragraphs, bodySize);
}

function fromOutline(
  text: string,
  paragraphs: readonly Paragraph[],
  outline: readonly OutlineEntry[],
): Section[] {
  const byPage = Map.groupBy(paragraphs, ({ page }) => page);
  const sections = outline.flatMap(({ title, level, page }): Section[] => {
    const key = squeeze(title);
    const here = [...(byPage.get(page) ?? []), ...(byPage.get(page + 1) ?? [])];
    const found = here.find(({ start, end }) => {
      const own = squeeze(text.slice(start, Math.min(end, start + longestTitle)));
      return key !== '' && (own.startsWith(key) || (own.length > 3 && own.endsWith(key)));
    });
    return found ? [{ start: found.start, level, title: title.trim() }] : [];
  });
  return inOrder(sections);
}

function fromSizes(text: string, paragraphs: readonly Paragraph[], bodySize: number): Section[] {
  const headings = paragraphs.flatMap((paragraph) => {
    const title = text.slice(paragraph.start, paragraph.end).trim();
    const short = title.length > 1 && title.length <= longestTitle && paragraph.lines <= 4;
    if (!short || !/\p{L}{2}/u.test(title)) return [];
    const number = numbered.exec(title)?.[1];
    const large = paragraph.size > largerThanBody * bodySize;
    return large || number !== undefined ? [{ ...paragraph, title, number, large }] : [];
  });
  const sizes = [
    ...new Set(headings.filter(({ large }) => large).map(({ size }) => Math.round(size))),
  ].sort((a, b) => b - a);
  return headings.map(({ start, title, number, large, size }) => {
    const bySize = sizes.indexOf(Math.round(size)) + 1;
    const byNumber = number?.split('.').length ?? 1;
    return { start, level: Math.min(mostLevels, large ? bySize : byNumber), title };
  });
}

const hashes = /^ *(#{1,6}) ([^\n]{1,300})$/gm;
const plainNumbered = /^(\d{1,2}(?:\.\d{1,2}){1,3})\.?[ \t]+(\p{Lu}[^.!?\n]{2,100})$/gmu;

/** Sections of a plain or Markdown working text: `#` headings, else numbered lines such as "3.2 Shelters". */
export function textSections(text: string): Section[] {
  const marked = Array.from(text.matchAll(hashes), (match): Section => {
    const [line, marks = '', title = ''] = match;
    const start = match.index + line.indexOf('#');
    return { start, level: marks.length, title: bareTitle(title) };
  });
  const named = marked.filter(({ title }) => title !== '');
  if (named.length > 0) return named;
  return [...text.matchAll(plainNumbered)].map((match): Section => ({
    start: match.index,
    level: match[1]?.split('.').length ?? 1,
    title: match[0].trim(),
  }));
}

/** Markdown's emphasis and link marks are no part of a title. */
function bareTitle(title: string): string {
  return title
    .replace(/ #{1,6}$/, '')
    .replace(/\[([^[\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]{1,3}/g, '')
    .trim();
}

function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s.]+/g, '')
    .toLowerCase();
}

/** Ascending, one section a place. */
function inOrder(sections: readonly Section[]): Section[] {
  const byStart = [...sections].sort((a, b) => a.start - b.start || a.level - b.level);
  return byStart.filter(({ start }, i) => start !== byStart[i - 1]?.start);
}
