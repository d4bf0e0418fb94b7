// What the check found, as one list: the worst first.
import type { CheckedQuote } from '../../shared/report/check-report.ts';
import type { LintResult } from '../../shared/report/lint.ts';
import type { ReportLine } from '../../shared/report/report.ts';
import { rankOf } from '../../shared/verify/verdict.ts';
import type { ReportView } from './check-messages.ts';
import { tierWords } from './verdict-words.ts';

export type Entry =
  | {
      readonly kind: 'quote';
      readonly key: string;
      readonly line: number;
      readonly quote: CheckedQuote;
    }
  | {
      readonly kind: 'lint';
      readonly key: string;
      readonly line: number;
      readonly lint: LintResult;
    }
  | {
      readonly kind: 'rest';
      readonly key: string;
      readonly line: number;
      readonly rest: ReportLine;
    };

export const shownKinds = ['problems', 'quotes', 'complaints', 'rest'] as const;
export type ShownKind = (typeof shownKinds)[number];

/** Every list the screen offers. Quotes and complaints come in the order of the report, problems the worst first. */
export function entriesOf({
  report,
  checked,
}: ReportView): Readonly<Record<ShownKind, readonly Entry[]>> {
  const quotes = checked.quotes.map((quote, at): Entry => ({
    ...{ kind: 'quote', key: `quote ${at}`, line: quote.quote.line, quote },
  }));
  const complaints = checked.lints.map((lint, at): Entry => ({
    ...{ kind: 'lint', key: `lint ${at}`, line: lint.line, lint },
  }));
  const rest = report.lines
    .filter((_, at) => report.roles[at] === 'unparsed')
    .map((line): Entry => ({
      ...{ kind: 'rest', key: `rest ${line.number}`, line: line.number, rest: line },
    }));
  const problems = [
    ...quotes.filter((entry) => severityOf(entry) > 1),
    ...complaints,
    ...quotes.filter((entry) => severityOf(entry) === 1),
  ].sort((a, b) => severityOf(b) - severityOf(a) || a.line - b.line);
  return { problems, quotes, complaints, rest };
}

/** 0 is none. Quotes that are not as in the source come before complaints, these before what a cut may hide. */
function severityOf(entry: Entry): number {
  if (entry.kind === 'rest') return 0;
  if (entry.kind === 'lint') return 2;
  const { verdict, segments } = entry.quote.result.verdict;
  if (tierWords[verdict].tone !== 'good') return 2 + rankOf(verdict);
  return segments.some(({ flags }) => flags.length > 0) ? 1 : 0;
}

export interface Tally {
  readonly proven: number;
  readonly doubtful: number;
  readonly wrong: number;
}

export function tallyOf({ checked }: ReportView): Tally {
  const tones = checked.quotes.map(({ result }) => tierWords[result.verdict.verdict].tone);
  const count = (tone: string) => tones.filter((other) => other === tone).length;
  return { proven: count('good'), doubtful: count('warn'), wrong: count('bad') };
}
