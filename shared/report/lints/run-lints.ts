import type { Lint, LintInput, LintResult } from '../lint.ts';
import { accessedAfterReport, accessedBeforePublication } from './access-order.ts';
import { accessDateMalformed, citationMalformed } from './citation-form.ts';
import { citationMissing } from './citation-missing.ts';
import { identifierLeak } from './identifier-leak.ts';
import { introductionDate } from './introduction-date.ts';
import { introductionNumber } from './introduction-number.ts';
import { negativeClaimContradicted } from './negative-claim.ts';
import { newerEditionHeld } from './newer-edition.ts';
import { pinpointMissing } from './pinpoint.ts';
import { emphasisUnnoted, quoteUnclosed } from './quote-form.ts';
import { citedNotListed, listedNotCited } from './source-list.ts';
import { timeframeDiffers } from './timeframe.ts';
import {
  gapsDiffer,
  numbersDiffer,
  originalMissing,
  translationNoteMissing,
} from './translation.ts';

const lints: readonly Lint[] = [
  citationMissing,
  citationMalformed,
  accessDateMalformed,
  accessedAfterReport,
  accessedBeforePublication,
  introductionDate,
  introductionNumber,
  listedNotCited,
  citedNotListed,
  timeframeDiffers,
  quoteUnclosed,
  emphasisUnnoted,
  originalMissing,
  translationNoteMissing,
  gapsDiffer,
  numbersDiffer,
  identifierLeak,
  negativeClaimContradicted,
  newerEditionHeld,
  pinpointMissing,
];

/** All complaints, by line; of one line in the order of the lints. A complaint stands once a line. */
export function runLints(input: LintInput): LintResult[] {
  const found = lints.flatMap((lint) => lint(input));
  const once = new Map(
    found.map((result) => [`${result.line} ${result.id} ${result.message}`, result]),
  );
  return [...once.values()].sort((a, b) => a.line - b.line);
}
