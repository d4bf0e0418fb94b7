// Marks as they are quoted: each with where it stands in its source and, where that is asked for, its proof.
import { rangesOf, type Mark } from '../../shared/evidence/mark.ts';
import { isPresentText, type Source } from '../../shared/evidence/source.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import type { QuoteProof } from '../../shared/quote/composed-quote.ts';
import { printedMark } from '../../shared/quote/printed-mark.ts';
import type { QuotedMark } from '../../shared/quote/quoted-mark.ts';
import { whereabouts, type Landmarks } from '../../shared/text/landmarks.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import type { VaultRequest } from './contract.ts';
import { viewQuotes } from './library-view.ts';

interface MarkTexts {
  readonly landmarks: (source: Source) => Promise<Landmarks>;
  readonly isHarmed: (source: Source) => boolean;
  readonly check: (mark: Mark, source: Source) => Promise<QuoteProof>;
}

const nowhere = { section: '', paragraph: '' };

export async function quoteMarks(
  state: LibraryState,
  { marks, verify }: VaultRequest<'quotes:read'>,
  texts: MarkTexts,
): Promise<readonly QuotedMark[]> {
  const named: QuotedMark[] = [];
  for (const each of viewQuotes(state, marks)) {
    const landmarks = await texts.landmarks(each.source);
    const isPlaced = isPresentText(each.source, each.mark.workingFile);
    const where = isPlaced ? whereabouts(landmarks, placesOf(each.mark)) : nowhere;
    const printed = isPlaced ? printedMark(each.mark, landmarks.ranges) : undefined;
    const unverified = texts.isHarmed(each.source);
    const proof = !isPlaced
      ? ({ kind: 'orphan' } as const)
      : verify === true && each.mark.kind !== 'area'
        ? await texts.check(each.mark, each.source)
        : undefined;
    named.push({
      ...{ ...each, ...where, unverified },
      ...(printed === undefined ? {} : { printed }),
      ...(proof === undefined ? {} : { proof }),
    });
  }
  return named;
}

/** An area has no words, and stands where its page begins. */
function placesOf(mark: Mark): readonly TextRange[] {
  return mark.area === undefined ? rangesOf(mark) : [mark.anchor];
}
