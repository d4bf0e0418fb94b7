// What the command writes: fields are added, never renamed, and stand in this order.
import type { CheckedQuote, CheckedReport } from '../../shared/report/check-report.ts';
import type { Report } from '../../shared/report/report.ts';
import type { Difference, SegmentVerdict } from '../../shared/verify/verdict.ts';

export function reportJson(
  report: Report,
  { quotes, lints }: CheckedReport,
  names: readonly string[],
  timingsMs: Readonly<Record<string, number>>,
) {
  const { findings, roles, cover } = report;
  return {
    report: {
      date: cover.date?.value ?? '',
      findings: findings.filter((finding) => finding.quotes.length > 0).length,
      quotes: quotes.length,
      originals: findings.flatMap(({ originals }) => originals).length,
      citations: new Set(
        findings.flatMap(({ citations }) => citations.map(({ line, text }) => `${line} ${text}`)),
      ).size,
      unparsed: roles.filter((role) => role === 'unparsed').length,
    },
    quotes: quotes.map((checked) => quoteJson(checked, names)),
    lints: lints.map(({ id, line, message }) => ({ id, line, message })),
    timingsMs,
  };
}

function quoteJson({ quote, finding, citations, result }: CheckedQuote, names: readonly string[]) {
  const { best, verdict, others } = result;
  const source = best === undefined ? undefined : names[best];
  const editions = others.map(({ index, verdict: other }) => ({
    source: names[index] ?? '',
    tier: other.verdict,
    differences: other.segments.flatMap(({ differences }) => differencesJson(differences)),
  }));
  return {
    line: quote.line,
    section: finding.section,
    cites: citations.map(({ text }) => text).join(' '),
    verdict: verdict.verdict,
    ...(source !== undefined && verdict.verdict !== 'not-found' && { source }),
    segments: verdict.segments.map((segment) => segmentJson(segment, source)),
    editions: editions.sort((a, b) => (a.source < b.source ? -1 : 1)),
  };
}

function segmentJson(
  { text, tier, start, end, differences, flags }: SegmentVerdict,
  source: string | undefined,
) {
  return {
    text,
    tier,
    ...(source !== undefined && start !== undefined && { source }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    differences: differencesJson(differences),
    flags: flags.map(({ flag }) => flag),
  };
}

function differencesJson(differences: readonly Difference[]) {
  return differences.map(({ class: kind, quote, source }) => ({ class: kind, quote, source }));
}
