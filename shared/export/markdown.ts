// CommonMark. What would be markup is escaped, so that a passage never becomes a heading, a link or HTML; what would
// not is left alone, so that nearly every passage also stands verbatim in the file as it is. A passage is one line:
// line breaks in it are blanks here.
import { citationText } from '../quote/citation.ts';
import { printedQuote } from '../quote/render-quote.ts';
import { translatorsNote } from '../quote/translation.ts';
import { areaPlace } from './area-place.ts';
import { limits } from './limits.ts';
import { leadOf } from './report-elements.ts';
import type { CitedSource } from './cited-sources.ts';
import type { ReportQuote } from './report-quote.ts';
import type { QuoteGroup, QuoteReport } from './report.ts';
import { plainly, printable } from './visible-text.ts';
import { captureSentence, provenanceHeading, provenanceOf, sourceRemarks } from './provenance.ts';
import { remarksAbout } from './remarks.ts';
import {
  searchedSentences,
  statementSentence,
  statementsHeading,
  statementsLead,
} from './statements.ts';

export function exportMarkdown(report: QuoteReport): string {
  const blocks = [
    `# ${line(report.title)}`,
    leadOf(report),
    ...report.groups.flatMap(groupBlocks),
    '## Sources',
    ...report.sources.map(sourceBlock),
    ...statementBlocks(report),
    ...provenanceBlocks(report),
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
    quote.area === undefined
      ? `> “${passage(quote)}”`
      : `> [${line(quote.area.words)}] (${areaPlace(quote.area)})`,
    `Citation: ${line(citationText(quote.citation))}`,
  ];
  if (quote.translation !== undefined) {
    blocks.push(`“${line(quote.translation.text)}”`, line(translatorsNote(quote.translation)));
  }
  if (quote.note !== '') blocks.push(`Note: ${line(quote.note)}`);
  if (quote.tags.length > 0) blocks.push(`Tags: ${quote.tags.map(line).join(' · ')}`);
  for (const remark of remarksAbout(quote)) blocks.push(`*This passage ${remark}.*`);
  return blocks;
}

function passage({ exact, pieces }: ReportQuote): string {
  if (pieces === undefined) return inline(printable(exact));
  const lines = pieces.map(({ text, ...rest }) => ({ ...rest, text: passageText(text) }));
  return printedQuote(lines);
}

/** Blanks at its ends part it from its neighbours. */
function passageText(text: string): string {
  return escaped(printable(text).replace(/\s+/g, ' '));
}

function statementBlocks({ statements }: QuoteReport): string[] {
  if (statements.length === 0) return [];
  const lines = statements.map((statement) =>
    [
      `- **${line(statementSentence(statement))}** ${line(citationText(statement.citation))}.`,
      ...searchedSentences(statement).map(line),
    ].join(' '),
  );
  return [`## ${statementsHeading}`, statementsLead, lines.join('\n')];
}

function provenanceBlocks(report: QuoteReport): string[] {
  const entries = provenanceOf(report);
  if (entries.length === 0) return [];
  const lines = entries.map(({ number, verdict, means, findings, places }) =>
    [
      `- No ${number}: **${verdict}**. ${means}`,
      ...(places === '' ? [] : [`Characters ${places}.`]),
      ...findings.map((finding) => `${line(finding)}.`),
    ].join(' '),
  );
  return [`## ${provenanceHeading}`, lines.join('\n')];
}

function sourceBlock(source: CitedSource): string {
  const original = `${line(source.fileName)}, ${source.sizeBytes} bytes, SHA-256 ${source.sha256}. ${line(captureSentence(source))}`;
  const remarks = sourceRemarks(source).map(({ text, isOwnWords }) =>
    isOwnWords ? `*${line(text)}*` : line(text),
  );
  const lines = [line(citationText(source.citation)), ...remarks, `Original: ${original}`];
  return `${source.number}. ${lines.join('  \n   ')}`;
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
