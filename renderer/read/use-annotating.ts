import { useCallback, useMemo, useState, type RefObject } from 'react';
import { areaPlaceOn } from '../../shared/anchor/place.ts';
import type { MarkId } from '../../shared/evidence/ids.ts';
import { rangesOf, type Mark, type MarkedArea } from '../../shared/evidence/mark.ts';
import type { Person } from '../../shared/evidence/person.ts';
import { isPresentText, type Source } from '../../shared/evidence/source.ts';
import type { Act } from '../../shared/journal/change.ts';
import { quoteWithCitation } from '../../shared/quote/copy.ts';
import type { TextMap, TextRange } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { placeAct } from '../annotate/mark-acts.ts';
import type { Editing, MarkCommands } from '../annotate/mark-commands.ts';
import { useMarkKeys } from '../annotate/use-mark-keys.ts';
import { useMarkCommands } from '../annotate/use-mark-commands.ts';
import { useMarks } from '../annotate/use-marks.ts';
import { assignLanes } from '../highlight/lanes.ts';
import { quotedPassage } from '../highlight/new-mark.ts';
import { useCopyText } from '../highlight/use-copying.ts';
import { useAreaMarking, type AreaMarking } from '../highlight/use-area-marking.ts';
import { useMarking, type Marking } from '../highlight/use-marking.ts';
import { useSelection, type ReaderSelection } from '../highlight/use-selection.ts';
import { useSelectionKeys } from '../highlight/use-selection-keys.ts';
import { useMakeQuote } from '../quote/use-make-quote.ts';
import type { DocumentHandle } from './document-handle.ts';
import { useQuoteKey } from './use-quote-key.ts';

export interface AnnotatedSource {
  readonly source: Source;
  readonly workingFile: string;
  /** Who marks. */
  readonly person: Person;
  readonly people: readonly Person[];
  readonly work: WorkingText;
  readonly map: TextMap;
}

interface DocumentParts {
  readonly frame: RefObject<HTMLElement | null>;
  readonly document: DocumentHandle;
  /** Scrolls to the first of some passages and points all of them out. */
  readonly show: (ranges: readonly TextRange[]) => void;
  /** It is shown as pages, of which areas can be marked. */
  readonly hasPages: boolean;
}

export interface Annotating {
  /** Of the text that is shown, in document order; `undefined` until they are read. */
  readonly placed: readonly Mark[] | undefined;
  /** Of an earlier text: they wait for a place. */
  readonly adrift: readonly Mark[];
  readonly lanes: ReadonlyMap<MarkId, number>;
  readonly record: (acts: readonly Act[]) => Promise<boolean>;
  readonly selection: ReaderSelection | undefined;
  readonly unreadable: boolean;
  /** Selects a passage as by keyboard. */
  readonly select: (range: TextRange) => void;
  readonly clear: () => void;
  readonly selected: MarkId | undefined;
  readonly editing: Editing | undefined;
  readonly commands: MarkCommands;
  readonly quoteAll: (marks: readonly Mark[]) => void;
  readonly pick: (mark: MarkId) => void;
  readonly marking: Marking;
  readonly areas: AreaMarking;
  /** Gives an area another size or place. */
  readonly reshape: (mark: MarkId, area: MarkedArea) => void;
  /** What a screen reader should say of the selection. */
  readonly heard: string;
}

const noMarks: readonly Mark[] = [];

/** Marks of the open document, the selection in it, and what can be done with both. */
export function useAnnotating(
  { source, workingFile, person, people, work, map }: AnnotatedSource,
  { frame, document, show, hasPages }: DocumentParts,
): Annotating {
  const { marks: read, record } = useMarks(source.id, person.id);
  const placed = useMemo(
    () => read?.filter((mark) => isPresentText(source, mark.workingFile)),
    [read, source],
  );
  const adrift = useMemo(
    () => read?.filter((mark) => !isPresentText(source, mark.workingFile)) ?? noMarks,
    [read, source],
  );
  const lanes = useMemo(() => assignLanes(placed ?? noMarks), [placed]);

  const { selection, unreadable, select, clear } = useSelection(frame, document.rangeOf);

  const reveal = useCallback(
    (mark: Mark) => {
      if (mark.area === undefined) show(rangesOf(mark));
      else document.revealArea(mark.area);
    },
    [show, document],
  );
  const copyText = useCopyText();
  const copy = useCallback(
    (mark: Mark) => {
      const author = people.find(({ id }) => id === mark.markedBy) ?? person;
      copyText(quoteWithCitation(quotedPassage(mark, source, work, author)));
    },
    [copyText, people, person, source, work],
  );
  const makeQuote = useMakeQuote();
  const quote = useCallback(
    (mark: Mark) => {
      makeQuote([mark]);
    },
    [makeQuote],
  );
  const [reshaped, setReshaped] = useState<Mark>();
  const { selected, editing, commands } = useMarkCommands({
    ...{ record, reveal, copy, quote },
    reshape: setReshaped,
  });
  const selectedMark = placed?.find(({ id }) => id === selected);
  useQuoteKey(selectedMark, quote);
  useMarkKeys({
    marks: placed ?? noMarks,
    selected: selectedMark,
    hasSelection: selection !== undefined,
    commands,
  });
  const onMarked = useCallback(
    (mark: Pick<Mark, 'id'>, then: 'note' | 'tag' | undefined) => {
      if (then === undefined) commands.select(mark);
      else commands.edit(mark, then);
    },
    [commands],
  );
  const marking = useMarking({
    ...{ source, workingFile, work, map, person },
    ...{ selection, record, clear, onMarked },
    selectedMark,
  });
  const reshape = useCallback(
    (id: MarkId, area: MarkedArea) => {
      const mark = placed?.find((each) => each.id === id);
      if (mark?.area === undefined || isSameArea(mark.area, area)) return;
      void record([placeAct(mark, { workingFile, ...areaPlaceOn(work, area), area })]);
    },
    [placed, record, work, workingFile],
  );
  const onReshaped = useCallback(() => {
    setReshaped(undefined);
  }, []);
  const areas = useAreaMarking({
    place: hasPages ? { source: source.id, workingFile, work } : undefined,
    ...{ record, clear, onMarked: commands.select },
    ...{ reshaped, onReshape: reshape },
    onReshaped,
    middleInView: document.middleInView,
  });
  const heard = useSelectionKeys({
    ...{ work, selection, select, clear, marking },
    placeInView: document.placeInView,
    resume: () => {
      const last = selectedMark && rangesOf(selectedMark).at(-1);
      if (last === undefined) return undefined;
      return isInFrame(frame.current, document.rectsOf(last)) ? last : undefined;
    },
    reveal: (range) => {
      if (!isInFrame(frame.current, document.rectsOf(range))) document.reveal(range);
    },
  });
  const pick = useCallback(
    (id: MarkId) => {
      commands.select({ id });
    },
    [commands],
  );
  const selectRange = useCallback(
    (range: TextRange) => {
      select({ range, by: 'keyboard', moving: 'end' });
    },
    [select],
  );
  return {
    ...{ select: selectRange },
    ...{ placed, adrift, lanes, record, selection, unreadable, clear },
    quoteAll: makeQuote,
    ...{ selected, editing, commands, pick, marking, areas, reshape, heard },
  };
}

function isSameArea(a: MarkedArea, b: MarkedArea): boolean {
  const isSame = a.x === b.x && a.y === b.y && a.page === b.page;
  return isSame && a.width === b.width && a.height === b.height;
}

/** Room for the selection bar. */
const barRoom = 56;

function isInFrame(frame: HTMLElement | null, rects: readonly DOMRect[]): boolean {
  const window = frame?.getBoundingClientRect();
  if (window === undefined || rects.length === 0) return false;
  return rects.every(
    ({ top, bottom }) => top >= window.top + barRoom && bottom <= window.bottom - barRoom,
  );
}
