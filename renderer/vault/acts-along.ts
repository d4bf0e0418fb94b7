// The acts by which marks and quotes go along to a new text of their source.
import { areaPlaceOn, placeOn } from '../../shared/anchor/place.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import { generalCase, type Act } from '../../shared/journal/change.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import { contentOn } from '../../shared/quote/draft.ts';
import { TextMap } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import type { ComparedPassages } from './compare-passages.ts';

/** One that was changed since it was compared stays where it is. */
export function actsAlong(
  state: LibraryState,
  { marks, quotes }: ComparedPassages,
  work: WorkingText,
  workingFile: string,
): readonly Act[] {
  const map = new TextMap(work);
  const placed = marks.flatMap(({ mark, found, more }) => {
    if (found.how === 'orphaned' || found.how === 'changed') return [];
    const held = state.marks.get(mark.id);
    if (held?.anchor !== mark.anchor || held.more !== mark.more) return [];
    const place =
      mark.area === undefined ? placeOn(work, map, found, more) : areaPlaceOn(work, mark.area);
    return [{ mark: mark.id, workingFile, ...place }];
  });
  const requoted = quotes.flatMap(({ quote, found }): Act[] => {
    if (found.how === 'orphaned' || found.how === 'changed') return [];
    if (state.quotes.get(quote.id)?.passages !== quote.passages) return [];
    const content = contentOn(work, map, found.draft, { workingFile, note: quote.note });
    const payload = { quote: quote.id, content };
    return [{ subject: subjectOf(quote), kind: 'quote-changed', payload }];
  });
  const [first] = marks;
  if (first === undefined || placed.length === 0) return requoted;
  const { source } = first.mark;
  const subject = subjectOf(first.mark);
  return [{ subject, kind: 'marks-placed', payload: { source, marks: placed } }, ...requoted];
}

function subjectOf({ source }: Pick<Mark, 'source'>): Act['subject'] {
  return `marks/${source}/${generalCase}`;
}
