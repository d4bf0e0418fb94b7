import type { Lint } from '../lint.ts';
import type { Finding } from '../report.ts';

/** A quote without a citation before the next introduction or heading. */
export const citationMissing: Lint = ({ report: { findings } }) =>
  findings.flatMap((finding, i) => {
    if (finding.citations.length > 0 || isCitedLater(findings, i)) return [];
    return finding.quotes.map(({ line }) => ({
      id: 'citation-missing',
      line,
      message: 'No citation follows the quote.',
    }));
  });

/** "The same report adds:": the citation behind the last of such findings is for all of them. */
function isCitedLater(findings: readonly Finding[], from: number): boolean {
  for (let i = from; findings[i]?.continues === true; i++) {
    if ((findings[i + 1]?.citations.length ?? 0) > 0) return true;
  }
  return false;
}
