import { describeRange } from '../../shared/anchor/describe.ts';
import { placeOn } from '../../shared/anchor/place.ts';
import type { MarkId, SourceId } from '../../shared/evidence/ids.ts';
import {
  rangesOf,
  type Mark,
  type MarkColour,
  type MarkedArea,
  type MarkKind,
} from '../../shared/evidence/mark.ts';
import type { Person } from '../../shared/evidence/person.ts';
import type { Source } from '../../shared/evidence/source.ts';
import { generalCase, type Act, type ChangePayloads } from '../../shared/journal/change.ts';
import { printedMark } from '../../shared/quote/printed-mark.ts';
import type { QuotedMark } from '../../shared/quote/quoted-mark.ts';
import type { TextMap, TextRange } from '../../shared/text/text-map.ts';
import { landmarksOf, whereabouts } from '../../shared/text/landmarks.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';

type MarkSeed = ChangePayloads['marked']['mark'];

export interface MarkPlace {
  readonly source: SourceId;
  readonly workingFile: string;
  readonly work: WorkingText;
  readonly map: TextMap;
}

/** Everything a mark begins with. `range` holds at least one readable character. */
export function seedMark(
  { source, workingFile, work, map }: MarkPlace,
  range: TextRange,
  id: MarkId,
  colour: MarkColour,
  kind: Exclude<MarkKind, 'area'> = 'highlight',
): MarkSeed {
  return { id, source, workingFile, ...placeOn(work, map, range), colour, kind };
}

/** The same of an area, which has no words: its anchor is the empty range at its page's start. */
export function seedArea(
  { source, workingFile, work }: Omit<MarkPlace, 'map'>,
  area: MarkedArea,
  id: MarkId,
  colour: MarkColour,
): MarkSeed {
  const { start = 0, label = '' } = work.pages[area.page] ?? {};
  return {
    ...{ id, source, workingFile, colour, area, kind: 'area' },
    anchor: describeRange(work.text, start, start),
    ...{ firstPage: area.page, lastPage: area.page, pageLabel: label },
  };
}

export function markedAct(mark: MarkSeed): Act {
  return { subject: `marks/${mark.source}/${generalCase}`, kind: 'marked', payload: { mark } };
}

/** A passage as a quote, marked or not. */
export function quotedPassage(
  passage: MarkSeed | Mark,
  source: Source,
  work: WorkingText,
  person: Person,
): QuotedMark {
  const unsaved: Pick<Mark, Exclude<keyof Mark, keyof MarkSeed>> = {
    ...{ tags: [], note: '', reading: '', review: 'draft' },
    ...{ markedBy: person.id, markedAt: 0, changedAt: 0 },
  };
  const mark: Mark = { kind: 'highlight', more: [], ...unsaved, ...passage };
  const printed = printedMark(mark, work.ranges);
  return {
    mark,
    ...(printed === undefined ? {} : { printed }),
    source,
    tags: [],
    markedBy: person,
    ...whereabouts(landmarksOf(work), rangesOf(mark)),
    unverified: false, // its text is open in the reader
  };
}
