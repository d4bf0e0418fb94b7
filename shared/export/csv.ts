// RFC 4180 with a byte order mark, because spreadsheets take UTF-8 without one for something else.
import { proofWords } from '../quote/verdict-words.ts';
import { citationText } from '../quote/citation.ts';
import { translatorsNote } from '../quote/translation.ts';
import { areaPlace } from './area-place.ts';
import type { ReportQuote } from './report-quote.ts';
import type { QuoteReport } from './report.ts';
import { plainly, printable } from './visible-text.ts';
import { findingsOf, placesOf } from './provenance.ts';
import { remarksAbout } from './remarks.ts';

const columns: readonly (readonly [name: string, value: (quote: ReportQuote) => string])[] = [
  ['number', (quote) => String(quote.number)],
  ['exact', (quote) => printable(quote.exact)],
  ['note', (quote) => plainly(quote.note)],
  ['tags', (quote) => quote.tags.map(plainly).join('; ')],
  ['colour', (quote) => quote.colour ?? ''],
  ['citation', (quote) => plainly(citationText(quote.citation))],
  ['pinpoint', (quote) => plainly(quote.pinpoint)],
  ['source title', (quote) => plainly(quote.source.title)],
  ['source url', (quote) => plainly(quote.source.url)],
  ['source file', (quote) => plainly(quote.source.fileName)],
  ['source sha256', (quote) => quote.source.sha256],
  ['mark', (quote) => (quote.isComposed ? '' : quote.id)],
  ['quote', (quote) => (quote.isComposed ? quote.id : '')],
  ['verification', (quote) => (quote.proof === undefined ? '' : proofWords(quote.proof).name)],
  ['findings', (quote) => findingsOf(quote).map(plainly).join('; ')],
  ['places', (quote) => placesOf(quote)],
  ['remarks', (quote) => remarksAbout(quote).join('; ')],
  ['translation', (quote) => plainly(quote.translation?.text ?? '')],
  [
    'translator',
    ({ translation }) => (translation === undefined ? '' : plainly(translatorsNote(translation))),
  ],
  ['area', ({ area }) => (area === undefined ? '' : areaPlace(area))],
  ['text alternative', ({ area }) => plainly(area?.words ?? '')],
  ['colour name', (quote) => plainly(quote.colourName ?? '')],
];

/** One row a quote, each quote once. */
export function exportCsv(report: QuoteReport): string {
  const rows = [
    columns.map(([name]) => name),
    ...report.quotes.map((quote) => columns.map(([, value]) => value(quote))),
  ];
  return csvOf(rows);
}

export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

// = + - @, their full-width and small forms; tab and return begin formulas in some programs too. Blanks and what nobody sees
// may stand before them.
const formula = /^[\s\p{Cf}]*[\t\r\n=+\-@＝＋－＠﹢﹣﹦﹫−|%]/u;

/**
 * Always quoted. A cell that a spreadsheet would take for a formula gets an apostrophe in front, and so does one that
 * begins with an apostrophe: whoever reads the file back drops one leading apostrophe wherever there is one, and has
 * the text unchanged.
 */
function cell(text: string): string {
  const safe = formula.test(text) || text.startsWith("'") ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}
