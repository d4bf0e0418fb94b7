import type { Lint, LintResult } from '../lint.ts';
import type { Report, ReportQuote } from '../report.ts';

function quotesOf(report: Report): readonly ReportQuote[] {
  return report.findings.flatMap(({ quotes }) => quotes);
}

/** An opening quotation mark without its closing one, or the other way round. */
export const quoteUnclosed: Lint = ({ report }) =>
  quotesOf(report)
    .filter(({ balanced }) => !balanced)
    .map(({ line }) => ({
      id: 'quote-unclosed',
      line,
      message: 'The quotation marks of the quote are not closed.',
    }));

/** Words in bold or italics, and nobody says whose emphasis it is. */
export const emphasisUnnoted: Lint = ({ report }) =>
  quotesOf(report).flatMap(({ line, emphasised, emphasisNoted }): LintResult[] => {
    const [first] = emphasised;
    if (first === undefined || emphasisNoted) return [];
    const message = `“${first}” is emphasised, without “emphasis added” or “emphasis in original”.`;
    return [{ id: 'emphasis-unnoted', line, message }];
  });
