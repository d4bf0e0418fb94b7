// CommonMark. What would be markup is escaped, so that a passage never becomes a heading, a link or HTML; what would
// not is left alone, so that nearly every passage also stands verbatim in the file as it is. A passage is one line:
// line breaks in it are blanks here.
import { citationText } from '../quote/citation.ts';
import { limits } from './limits.ts';
import { leadOf } from './report-elements.ts';
import type { CitedSource, QuoteGroup, QuoteReport, ReportQuote } from './report.ts';
import { plainly, printable } from './visible-text.ts';
import { remarksAbout } from './remarks.ts';

export function exportMarkdown(report: QuoteReport): string {
  const blocks = [
    `# ${line(report.title)}`,
    leadOf(report),
    ...report.groups.flatMap(groupBlocks),
    '## Sources',
    ...report.sources.map(sourceBlock),
    '## What these pages show and what they do not',
    limits.map((sentence) => `- ${sentence}`).join('\n'),
    `Made by Evidence Locker ${line(report.appVersion)}.`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function groupBlocks({ heading, quotes }: QuoteGroup): string[] {
  return [`## ${line(heading)}`, ...quotes.flatMap(quoteBlocks)];
}

function quoteBlocks(quote: ReportQuote): string[] {
  const blocks = [
    `### No ${quote.number}`,
    `> “${inline(printable(quote.exact))}”`,
    `Citation: ${line(citationText(quote.citation))}`,
  ];
  if (quote.note !== '') blocks.push(`Note: ${line(quote.note)}`);
  if (quote.tags.length > 0) blocks.push(`Tags: ${quote.tags.map(line).join(' · ')}`);
  for (const remark of remarksAbout(quote)) blocks.push(`*This passage ${remark}.*`);
  return blocks;
}

function sourceBlock(source: CitedSource): string {
  const original = `${line(source.fileName)}, ${source.sizeBytes} bytes, SHA-256 ${source.sha256}`;
  return `${source.number}. ${line(citationText(source.citation))}  \n   Original: ${original}`;
}

function line(text: string): string {
  return inline(plainly(text));
}

/** For the inside of a line; all ours begin with something that begins no list, heading or rule. */
function inline(text: string): string {
  return escaped(text.replace(/\s+/g, ' ').trim());
}

// Each exactly where CommonMark or GitHub would take it for markup.
const markup = new RegExp(
  [
    /\\(?=[!-/:-@[-`{-~])/, // a backslash that escapes
    /`/,
    /\*(?=\S)|(?<=\S)\*/, // emphasis, unless between blanks
    /(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])/u, // not inside a word
    /(?<=\S)~/, // only such a one can end a deletion
    /\[(?=\^|[^\]]*\][([:])/, // a link or footnote, and not [...]
    /<(?=[a-z/!?])/i,
    /&(?=#?\w+;)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
);

function escaped(text: string): string {
  return text.replace(markup, '\\$&');
}
