// The result of a report check as a Word document: what to mend, quote by quote and line by line, for whoever wrote it.
import type { Paragraph } from 'docx';
import { differenceWords, flagSentence, tierWords } from '../quote/verdict-words.ts';
import { unambiguousMoment } from '../quote/unambiguous-date.ts';
import type { CheckedQuote, CheckedReport } from '../report/check-report.ts';
import { rankOf, type QuoteVerdict } from '../verify/verdict.ts';
import { heading, named, packDocx, paragraph } from './docx-parts.ts';
import { plainly, printable } from './visible-text.ts';

export interface ReportCheckFacts {
  /** The checked file's name. */
  readonly name: string;
  readonly checked: CheckedReport;
  /** Titles, in the order the verdicts count them. */
  readonly sources: readonly string[];
  readonly unit: 'line' | 'paragraph';
  /** Numbers of the lines that found no place, and their words. */
  readonly unplaced: readonly { readonly number: number; readonly text: string }[];
  readonly generatedAt: number;
  readonly appVersion: string;
}

/** The same facts give the same bytes. Worst first; a verdict by its name, never as a percentage. */
export function exportReportCheck(facts: ReportCheckFacts): Promise<Uint8Array<ArrayBuffer>> {
  const { name, checked, sources, unit, unplaced, generatedAt, appVersion } = facts;
  const quotes = checked.quotes.toSorted(
    (a, b) => rankOf(b.result.verdict.verdict) - rankOf(a.result.verdict.verdict),
  );
  const lead = `${counted(quotes.length, 'quote')} held against ${counted(sources.length, 'source')} · ${unambiguousMoment(generatedAt)}`;
  return packDocx({
    title: 'Report check',
    generatedAt,
    paragraphStyles,
    children: [
      paragraph('Title', `Report check: ${plainly(name)}`),
      paragraph('CheckLead', lead),
      heading('Quotes, worst first'),
      ...quotes.flatMap((quote) => quoteParagraphs(quote, sources, unit)),
      heading('Form'),
      ...(checked.lints.length === 0 ? [paragraph('CheckText', 'Nothing to complain of.')] : []),
      ...checked.lints.map(({ line, message }) =>
        paragraph('CheckText', `${capital(unit)} ${line}: ${plainly(message)}`),
      ),
      heading('Not placed'),
      paragraph(
        'CheckText',
        unplaced.length === 0
          ? `Every ${unit} of the report was understood.`
          : `The program does not know what these ${unit}s are; they were not checked.`,
      ),
      ...unplaced.map(({ number, text }) =>
        paragraph('CheckText', `${capital(unit)} ${number}: ${printable(text)}`),
      ),
      paragraph(
        'CheckLead',
        `Made by Evidence Locker ${appVersion}. A quote is compared with the text as it was read from the source; whether a source is right, no program can say.`,
      ),
    ],
  });
}

function quoteParagraphs(
  { quote, result, originals }: CheckedQuote,
  sources: readonly string[],
  unit: 'line' | 'paragraph',
): Paragraph[] {
  const where = result.best === undefined ? undefined : sources[result.best];
  return [
    paragraph(
      'CheckVerdict',
      `${capital(unit)} ${quote.line}: ${verdictWords(result.verdict)}${where === undefined ? '' : ` · ${plainly(where)}`}`,
    ),
    paragraph('CheckQuote', printable(quote.text)),
    ...findings(result.verdict),
    ...originals.flatMap(({ original, result: held }) => [
      paragraph(
        'CheckText',
        `Its original, ${unit} ${original.line}: ${verdictWords(held.verdict)}${held.best === undefined ? '' : ` · ${plainly(sources[held.best] ?? '')}`}`,
      ),
      ...findings(held.verdict),
    ]),
  ];
}

function verdictWords({ verdict }: QuoteVerdict): string {
  const { name, means } = tierWords[verdict];
  return `${name}. ${means}`;
}

function findings({ segments }: QuoteVerdict): Paragraph[] {
  const sentences = segments.flatMap(({ differences, flags }) => [
    ...differences.map(
      ({ class: kind, quote, source }) =>
        `${differenceWords[kind]}: the report has “${quote}”, the source “${source}”`,
    ),
    ...flags.map(flagSentence),
  ]);
  return sentences.map((sentence) => paragraph('CheckText', `– ${plainly(sentence)}`));
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

const paragraphStyles = [
  named('CheckLead', 'Check lead', { size: 18, color: '565861' }, { spacing: { after: 240 } }),
  named(
    'CheckVerdict',
    'Check verdict',
    { size: 20, bold: true },
    { spacing: { before: 240 }, keepNext: true },
  ),
  named('CheckQuote', 'Check quote', {}, { indent: { left: 240 }, spacing: { after: 60 } }),
  named('CheckText', 'Check text', { size: 20 }, { spacing: { after: 60 } }),
];
