import type { Citation, Report } from './report.ts';
import type { SourceFacts } from './source-facts.ts';

/** What a report check may complain of. A closed set: the headless command prints these. */
export const lintIds = [
  'citation-missing',
  'citation-malformed',
  'access-date-malformed',
  'accessed-after-report',
  'accessed-before-publication',
  'intro-date-differs',
  'intro-number-differs',
  'listed-not-cited',
  'cited-not-listed',
  'timeframe-differs',
  'quote-unclosed',
  'emphasis-unnoted',
  'original-missing',
  'translation-note-missing',
  'gap-parity',
  'number-parity',
  'identifier-leak',
  'negative-claim-contradicted',
  'newer-edition-held',
  'pinpoint-missing',
] as const;
export type LintId = (typeof lintIds)[number];

export interface LintResult {
  readonly id: LintId;
  /** 1-based line of the thing meant. */
  readonly line: number;
  readonly message: string;
}

/** A source of the folder: its text and what is known of it. */
export interface HeldText {
  readonly facts: SourceFacts;
  readonly text: string;
}

/** All a lint may look at. */
export interface LintInput {
  readonly report: Report;
  readonly sources: readonly HeldText[];
  /** Index of the source a citation means. */
  readonly cited: (citation: Citation) => number | undefined;
  /** Names, initials, dates and places of the case that must not stand in the report. */
  readonly identifiers: readonly string[];
}

/** Pure; prefers silence to a false alarm. */
export type Lint = (input: LintInput) => readonly LintResult[];
