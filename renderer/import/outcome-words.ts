import type { SourceId } from '../../shared/evidence/ids.ts';
import { sentenceOf } from '../ui/sentence-of.ts';
import type { ImportOutcome } from './import-sources.ts';
import { statusLabel, statusSentence } from './source-words.ts';

/** The result line of one file. */
export interface OutcomeWords {
  readonly tone: 'good' | 'known' | 'warn' | 'bad';
  readonly label: string;
  readonly text: string;
  /** The source to show, where there is one. */
  readonly source?: SourceId;
}

export function describeOutcome(
  outcome: ImportOutcome,
  titleOf: (source: SourceId) => string | undefined,
): OutcomeWords {
  switch (outcome.kind) {
    case 'imported': {
      const { source, text } = outcome;
      const sentence = statusSentence(text);
      if (sentence !== undefined) {
        return { tone: 'warn', label: statusLabel(text), text: sentence, source };
      }
      const pages = text.pages > 1 ? `${text.pages.toLocaleString()} pages, ` : '';
      return {
        tone: 'good',
        label: 'added',
        text: `${pages}${text.words.toLocaleString()} words`,
        source,
      };
    }
    case 'duplicate': {
      const title = titleOf(outcome.of);
      const text =
        title === undefined ? 'Already in the library.' : `Already in the library as “${title}”.`;
      return { tone: 'known', label: 'already here', text, source: outcome.of };
    }
    case 'part-of-page': {
      const files =
        outcome.count === 1 ? 'Its one file is' : `Its ${outcome.count.toLocaleString()} files are`;
      const text = `${files} part of the saved page “${outcome.page}” and not added as sources.`;
      return { tone: 'known', label: 'part of a page', text };
    }
    case 'not-given':
      return {
        tone: 'bad',
        label: 'failed',
        text: 'The disk would not give the file. Nothing was kept; check that it is still there and try again.',
      };
    case 'failed':
      return { tone: 'bad', label: 'failed', text: sentenceOf(outcome.error) };
    case 'left-inside':
      return {
        tone: 'warn',
        label: 'left inside',
        text: 'It lies deeper in the mail than the program takes it apart. The mail holds it unchanged.',
      };
    case 'cancelled':
      return { tone: 'warn', label: 'stopped', text: 'Nothing of it was kept.' };
  }
}
