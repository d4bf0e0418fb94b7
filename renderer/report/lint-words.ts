import type { LintId } from '../../shared/report/lint.ts';

/** What a complaint is called in the list; its message says the rest. */
export const lintWords: Readonly<Record<LintId, string>> = {
  'citation-missing': 'No citation',
  'citation-malformed': 'Citation not complete',
  'access-date-malformed': 'Day of access',
  'accessed-after-report': 'Accessed after the report',
  'accessed-before-publication': 'Accessed before it was published',
  'intro-date-differs': 'Date in the introduction',
  'intro-number-differs': 'Number in the introduction',
  'listed-not-cited': 'Listed, never cited',
  'cited-not-listed': 'Cited, not listed',
  'timeframe-differs': 'Timeframe',
  'quote-unclosed': 'Quote not closed',
  'emphasis-unnoted': 'Emphasis without a note',
  'original-missing': 'Original missing',
  'translation-note-missing': 'Translator’s note missing',
  'gap-parity': 'Gaps of the translation',
  'number-parity': 'Numbers of the translation',
  'identifier-leak': 'Identifies the client',
  'negative-claim-contradicted': 'The source does mention it',
  'newer-edition-held': 'A newer edition is here',
  'pinpoint-missing': 'No page or paragraph',
};
