import type { Citation, Report } from '../report.ts';

/** Every citation of the report that is one of its own, not an "Ibid.". */
export function citationsOf(report: Report): Citation[] {
  const all = report.findings.flatMap(({ citations }) => citations);
  // Findings may share a footnote.
  return [
    ...new Map(all.map((citation) => [`${citation.line} ${citation.text}`, citation])).values(),
  ];
}

const fewCitations = 3;

/**
 * Whether the report's citations have something, so that one without it is a slip: half of them have, or there are too
 * few to tell. A report that never gives a day of access has another style, not forty mistakes.
 */
export function isHouseStyle(
  citations: readonly Citation[],
  has: (citation: Citation) => boolean,
): boolean {
  const own = citations.filter(({ repeats }) => !repeats);
  return own.length < fewCitations || own.filter(has).length * 2 >= own.length;
}
