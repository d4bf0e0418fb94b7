// What a person is told of the marks and quotes of a source before its new text is accepted.
import { wordsOf, type Mark } from '../../shared/evidence/mark.ts';
import { effectiveLabels } from '../../shared/evidence/page-labels.ts';
import { passagesText, type Quote } from '../../shared/evidence/quote.ts';
import type { Source } from '../../shared/evidence/source.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import type { PassageFate } from './calls/versions.ts';
import type { ComparedPassages } from './compare-passages.ts';

/** Of those that stand. `work` is the new text, `labels` are the source's. */
export function fatesOf(
  { marks, quotes }: ComparedPassages,
  work: WorkingText | undefined,
  labels: Source['labels'],
): readonly PassageFate[] {
  const isRemoved = (noun: Mark | Quote): boolean => 'removed' in noun && noun.removed === true;
  const ofMarks = marks
    .filter(({ mark }) => !isRemoved(mark))
    .map(({ mark, found }): PassageFate => ({
      ...{ of: 'mark', id: mark.id, how: found.how, words: wordsOf(mark) },
      pageLabel: effectiveLabels(labels, mark),
      ...(found.how === 'changed'
        ? {
            now: work?.text.slice(found.start, found.end) ?? '',
            differences: found.differences,
          }
        : { now: '', differences: [] }),
    }));
  const ofQuotes = quotes
    .filter(({ quote }) => !isRemoved(quote))
    .map(({ quote, found }): PassageFate => ({
      ...{ of: 'quote', id: quote.id, how: found.how, words: passagesText(quote), now: '' },
      pageLabel: quote.passages
        .slice(0, 1)
        .map((each) => effectiveLabels(labels, each))
        .join(''),
      differences: found.how === 'changed' ? found.differences : [],
    }));
  return [...ofMarks, ...ofQuotes];
}
