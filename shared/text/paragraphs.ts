// Does a line continue the one before it? Lengths are multiples of the letter size.
import type { Line } from './layout.ts';
import { endsSentence, startsLower } from './scripts.ts';

/** How a line goes on: not at all, on the same page and column, over a column's end, over a page's end. */
export type Tie = 'none' | 'line' | 'column' | 'page';

const opensItem = /^(?:[•‣▪◦·–—*]\s|\(?(?:[a-z]|[ivxl]{2,5}|\d{1,3})[.)]\s|(?:[IVX]+)\.\s)/;
const otherSize = 1.15;
const widerLead = 1.35;

export function tieLines(a: Line, b: Line, next: Line | undefined): Tie {
  const em = a.size;
  if (Math.max(em, b.size) / Math.min(em, b.size) > otherSize) return 'none';
  if (a.main !== b.main || a.angle !== b.angle) return 'none';
  if (isNextCell(a, b)) return 'line';
  if (a.page !== b.page) return continues(a, b) ? 'page' : 'none';
  if (a.column !== b.column) {
    if (!continues(a, b)) return 'none';
    // Lines further down that overlap too little (code, verse) are no new column.
    return b.y < a.y ? 'line' : 'column';
  }
  return breaksInColumn(a, b, next) ? 'none' : 'line';
}

/** Cells of a table's row are separate pieces on one baseline: they belong together. */
function isNextCell(a: Line, b: Line): boolean {
  const level = a.page === b.page && Math.abs(a.y - b.y) < 0.3 * a.size;
  return level && (a.rtl ? b.x1 <= a.x0 : b.x0 >= a.x1);
}

/** Over the end of a column or page. */
function continues(a: Line, b: Line): boolean {
  if (opensItem.test(b.text)) return false;
  const slack = slackOf(a);
  const ended = endsSentence.test(a.text.slice(-12));
  if (startsLower.test(b.text) && !(ended && slack > 4 * a.size)) return true;
  const width = a.column.right - a.column.left;
  return !ended && slack < Math.max(6 * a.size, 0.25 * width) && a.text.length > 25;
}

function breaksInColumn(a: Line, b: Line, next: Line | undefined): boolean {
  const em = a.size;
  const fall = a.y - b.y;
  if (fall < 0 || fall > widerLead * Math.max(a.column.lead, 0.9 * em)) return true;
  const ended = endsSentence.test(a.text.slice(-12));
  const indent = indentOf(b);
  const nextIndent = next?.column === b.column ? indentOf(next) : 0;
  const indented = indent > indentOf(a) + 0.8 * em && indent < 8 * em;
  if (indented && (ended || nextIndent < indent - 0.5 * em)) return true;
  const slack = slackOf(a);
  const firstWord = (b.text.indexOf(' ') + 1 || b.text.length) * 0.5 * em;
  if (opensItem.test(b.text) && (ended || slack > firstWord + em)) return true;
  const width = a.column.right - a.column.left;
  if (ended) return slack > Math.max(1.5 * em + firstWord, 0.1 * width);
  return !startsLower.test(b.text) && slack > Math.max(0.4 * width, firstWord + 3 * em);
}

/** Room left at the line's end. */
function slackOf(line: Line): number {
  return line.rtl ? line.x0 - line.column.left : line.column.right - line.x1;
}

function indentOf(line: Line): number {
  return line.rtl ? line.column.right - line.x1 : line.x0 - line.column.left;
}
