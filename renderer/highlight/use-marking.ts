import { useRef } from 'react';
import { randomId } from '../../shared/evidence/ids.ts';
import { placeOn } from '../../shared/anchor/place.ts';
import { rangesOf, type Mark, type MarkColour } from '../../shared/evidence/mark.ts';
import type { Person } from '../../shared/evidence/person.ts';
import type { Source } from '../../shared/evidence/source.ts';
import type { Act } from '../../shared/journal/change.ts';
import { quoteWithCitation } from '../../shared/quote/copy.ts';
import type { TextMap } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { placeAct } from '../annotate/mark-acts.ts';
import { unitedRanges } from './text-range.ts';
import { markedAct, quotedPassage, seedMark, type MarkPlace } from './new-mark.ts';
import { useCopying, useCopyText } from './use-copying.ts';
import type { ReaderSelection } from './use-selection.ts';

interface MarkingParts {
  readonly source: Source;
  readonly workingFile: string;
  readonly work: WorkingText;
  readonly map: TextMap;
  readonly person: Person;
  readonly selection: ReaderSelection | undefined;
  readonly record: (acts: readonly Act[]) => Promise<boolean>;
  readonly clear: () => void;
  /** Of the text that is open. */
  readonly selectedMark: Mark | undefined;
  /** Selects the new mark in the margin, opened for its note or its tag. */
  readonly onMarked: (mark: Pick<Mark, 'id'>, then: 'note' | 'tag' | undefined) => void;
}

/** What can be done with the selection; each does nothing while there is none. */
export interface Marking {
  readonly mark: (colour: MarkColour) => void;
  /** In the colour used last. */
  readonly markAgain: () => void;
  readonly underline: () => void;
  /** As a further range of the mark that is selected. */
  readonly addToMark: () => void;
  readonly canAdd: boolean;
  readonly markWithNote: () => void;
  readonly markWithTag: () => void;
  readonly copyQuote: () => void;
  readonly copyBare: () => void;
}

export function useMarking(parts: MarkingParts): Marking {
  const { source, workingFile, work, map, person, selection, record, clear, onMarked } = parts;
  const { selectedMark } = parts;
  const lastColour = useRef<MarkColour>('key');
  const copyText = useCopyText();
  const range = selection?.range;
  const place: MarkPlace = { source: source.id, workingFile, work, map };

  const make = (
    colour: MarkColour,
    then: 'note' | 'tag' | undefined,
    kind: 'highlight' | 'underline' = 'highlight',
  ): void => {
    if (range === undefined) return;
    lastColour.current = colour;
    const seed = seedMark(place, range, randomId(), colour, kind);
    void record([markedAct(seed)]);
    clear();
    onMarked(seed, then);
  };
  const quote = (): string => {
    if (range === undefined) return '';
    const seed = seedMark(place, range, randomId(), 'key');
    return quoteWithCitation(quotedPassage(seed, source, work, person));
  };
  useCopying(range === undefined ? undefined : quote);

  return {
    mark: (colour) => {
      make(colour, undefined);
    },
    markAgain: () => {
      make(lastColour.current, undefined);
    },
    underline: () => {
      make(lastColour.current, undefined, 'underline');
    },
    canAdd: selectedMark !== undefined && selectedMark.kind !== 'area',
    addToMark: () => {
      if (range === undefined || selectedMark === undefined || selectedMark.kind === 'area') return;
      const [first, ...more] = unitedRanges([...rangesOf(selectedMark), range]);
      if (first === undefined) return;
      void record([placeAct(selectedMark, { workingFile, ...placeOn(work, map, first, more) })]);
      clear();
      onMarked(selectedMark, undefined);
    },
    markWithNote: () => {
      make(lastColour.current, 'note');
    },
    markWithTag: () => {
      make(lastColour.current, 'tag');
    },
    copyQuote: () => {
      copyText(quote());
    },
    copyBare: () => {
      if (range !== undefined) copyText(work.text.slice(range.start, range.end));
    },
  };
}
