// Lines of a report that are no content: page numbers and what stands beside them, rules, a table of contents.
import { sectionKind } from './headings.ts';
import { hasCitationSigns } from './citation-signs.ts';
import type { Paragraph } from './paragraphs.ts';

const rule = /^\s*(?:[-*_=~–—]\s*){3,}$|^(?:```|~~~)\w*$|^<!--.*-->$|^<br\s*\/?>$|^\\?$/;
const pageNumber =
  /^\W*(?:page|p\.|seite|-)?\s*(?:\d{1,3}|[ivxl]{1,6})(?:\s*(?:of|\/|von)\s*\d{1,4})?\W*$/i;
const withPageNumber = /\bpage\s+\d{1,4}(?:\s+of\s+\d{1,4})?\b|\|\s*\d{1,4}\s*$|^\d{1,4}\s*\|/i;

/** Indices of page furniture and rules. A repeated line is furniture only beside a page number or with one in it. */
export function findFurniture(paragraphs: readonly Paragraph[]): Set<number> {
  const found = new Set<number>();
  const repeated = new Map<string, number>();
  for (const { text } of paragraphs) repeated.set(key(text), (repeated.get(key(text)) ?? 0) + 1);
  const isNumber = (i: number) => {
    const { text = '', gap = false } = paragraphs[i] ?? {};
    return gap && pageNumber.test(text) && text.length < 20;
  };
  paragraphs.forEach((paragraph, i) => {
    const { text } = paragraph;
    if (rule.test(text) || text.startsWith('\f')) found.add(i);
    else if (isNumber(i) && (paragraphs[i + 1]?.gap ?? true)) found.add(i);
    else if (text.length < 120 && (repeated.get(key(text)) ?? 0) >= 3 && !hasCitationSigns(text)) {
      if (withPageNumber.test(text) || isNumber(i - 1) || isNumber(i + 1)) found.add(i);
    }
  });
  return found;
}

function key(text: string): string {
  return text.length > 120 ? '' : text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, '');
}

const leader = /(?:\.{3,}|…{2,}|(?:\s\.){3,}|\t+|\s{3,}|_{3,})\s*(?:\d{1,4}|[ivxl]{1,6})$/i;
const longestEntry = 250;
const linkEntry = /^(?:\d[\d.]*\s*)?\[[^\]]{1,200}\]\(#[^)]*\)(?:\s*\d{1,4})?$/;
const numberedEntry = /\S\s+\d{1,4}$/;

/**
 * Indices of the lines of a table of contents: entries that lead to a page or an anchor, and, below a heading
 * "Contents", whatever comes again later as a line of its own.
 */
export function findContents(paragraphs: readonly Paragraph[]): Set<number> {
  const found = new Set<number>();
  const later = new Map<string, number>();
  paragraphs.forEach(({ text }, i) => {
    if (text.length <= 200) later.set(entryKey(text), i);
  });
  let inside = false;
  paragraphs.forEach(({ text, parts }, i) => {
    const title = text.replace(/^#+\s*|[*_:]+/g, '').trim();
    if (title.length < 40 && sectionKind(title) === 'contents') {
      inside = true;
      return;
    }
    if (text.length < longestEntry && (leader.test(text) || linkEntry.test(text))) {
      found.add(i);
      return;
    }
    if (!inside) return;
    const isHeading = parts[0]?.line.heading !== undefined || /^#{1,6}\s/.test(text);
    const comesAgain = (later.get(entryKey(text)) ?? i) > i || numberedEntry.test(text);
    if (!isHeading && text.length <= 200 && comesAgain && !/[.;:]$/.test(text)) found.add(i);
    else inside = false;
  });
  return found;
}

function entryKey(text: string): string {
  return text
    .replace(/^#+\s*/, '')
    .replace(leader, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_]+/g, '')
    .replace(/(?<=\p{L}\S{0,40})\s+\d{1,4}$/u, '')
    .replace(/[\s.]+/g, '')
    .toLowerCase();
}
