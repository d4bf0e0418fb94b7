// The check of a finished report: every quote held against every source, then the lints. One function for the screen and
// the headless command.
import type { PreparedSource } from '../verify/prepare-source.ts';
import { verifyAgainstAll, type BestVerdict } from '../verify/verify-against-all.ts';
import type { LintResult } from './lint.ts';
import { runLints } from './lints/run-lints.ts';
import { sourceCited } from './match-source.ts';
import type { Citation, Finding, Report, ReportQuote } from './report.ts';
import type { SourceFacts } from './source-facts.ts';

/** A source quotes are looked for in. */
export interface HeldSource {
  readonly facts: SourceFacts;
  readonly prepared: PreparedSource;
}

export interface CheckedQuote {
  readonly quote: ReportQuote;
  readonly finding: Finding;
  /** The citations that are its own, also those a later quote of the same source carries. */
  readonly citations: readonly Citation[];
  /** Index of the source they name. */
  readonly cited: number | undefined;
  readonly result: BestVerdict;
}

export interface CheckedReport {
  readonly quotes: readonly CheckedQuote[];
  readonly lints: readonly LintResult[];
}

/** `identifiers`: what must not stand in the report. Quotes come in the order of the report. */
export function checkReport(
  report: Report,
  sources: readonly HeldSource[],
  identifiers: readonly string[],
): CheckedReport {
  const facts = sources.map((source) => source.facts);
  const texts = sources.map(({ prepared }) => prepared);
  const known = new Map<Citation, number | undefined>();
  const cited = (citation: Citation): number | undefined => {
    if (!known.has(citation)) known.set(citation, sourceCited(citation, facts));
    return known.get(citation);
  };
  const quotes = report.findings.flatMap((finding, i) =>
    finding.quotes.map((quote): CheckedQuote => {
      const citations = citationsFor(report.findings, i);
      const preferred = citations.map(cited).find((index) => index !== undefined);
      const result = verifyAgainstAll(quote.text, texts, preferred);
      return { quote, finding, citations, cited: preferred, result };
    }),
  );
  const lints = runLints({
    report,
    sources: sources.map((source) => ({
      facts: source.facts,
      text: source.prepared.source.text,
    })),
    cited,
    identifiers,
  });
  return { quotes, lints };
}

/** A finding that goes on with the same source has its citation further down. */
function citationsFor(findings: readonly Finding[], index: number): readonly Citation[] {
  for (let i = index; i < findings.length; i++) {
    const finding = findings[i];
    if (finding === undefined || finding.citations.length > 0 || !finding.continues)
      return finding?.citations ?? [];
  }
  return [];
}
