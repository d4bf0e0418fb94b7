import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { placeOn } from '../../shared/anchor/place.ts';
import type { MarkId } from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { Person } from '../../shared/evidence/person.ts';
import { displayTitle, isPresentText, type Source } from '../../shared/evidence/source.ts';
import type { Tag } from '../../shared/evidence/tag.ts';
import { TextMap, type TextRange } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { quoteWithCitation } from '../../shared/quote/copy.ts';
import { MarginList } from '../annotate/MarginList.tsx';
import { placeAct } from '../annotate/mark-acts.ts';
import { MarksToPlace } from '../annotate/MarksToPlace.tsx';
import { useMarkCommands } from '../annotate/use-mark-commands.ts';
import { useMarks } from '../annotate/use-marks.ts';
import { useNavigation } from '../app/navigation.ts';
import { assignLanes } from '../highlight/lanes.ts';
import { quotedPassage } from '../highlight/new-mark.ts';
import { SelectionBar } from '../highlight/SelectionBar.tsx';
import { useCopyText } from '../highlight/use-copying.ts';
import { useMarking } from '../highlight/use-marking.ts';
import { useSelection } from '../highlight/use-selection.ts';
import { useSelectionKeys } from '../highlight/use-selection-keys.ts';
import { useMakeQuote } from '../quote/use-make-quote.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import type { DocumentHandle } from './document-handle.ts';
import { PdfDocument, pixelsPerPoint } from './PdfDocument.tsx';
import type { PdfSession } from './pdf-session.ts';
import { ReaderBar } from './ReaderBar.tsx';
import styles from './ReaderScreen.module.css';
import { TextDocument } from './TextDocument.tsx';
import { useFlash } from './use-flash.ts';
import { useQuoteKey } from './use-quote-key.ts';
import { useReaderKeys } from './use-reader-keys.ts';
import { useZoom } from './use-zoom.ts';

interface OpenDocumentProps {
  readonly source: Source;
  readonly workingFile: string;
  /** Who marks. */
  readonly person: Person;
  readonly work: WorkingText;
  /** Absent for a text, and for a PDF whose pages cannot be drawn. */
  readonly session: PdfSession | undefined;
  readonly people: readonly Person[];
  readonly tags: readonly Tag[];
  /** The mark to go to. */
  readonly target: MarkId | undefined;
  /** The passage to point out. */
  readonly place: TextRange | undefined;
}

const none: ReadonlySet<MarkId> = new Set();
const noMarks: readonly Mark[] = [];
/** Pixels beside a fitting page: its margins and the scroll bar. */
const besidePage = 56;

/** The reader with its document open: wires the document, the selection, the margin and the keys to each other. */
export function OpenDocument(props: OpenDocumentProps) {
  const { source, workingFile, person, work, session, people, tags, target, place } = props;
  const { go } = useNavigation();
  const frame = useRef<HTMLDivElement>(null);
  const pageBox = useRef<HTMLInputElement>(null);
  const document = useRef<DocumentHandle>(null);
  const [page, setPage] = useState(0);
  const [unplaced, setUnplaced] = useState(none);
  const [flash, showFlash] = useFlash();

  const { marks: read, record } = useMarks(source.id, person.id);
  const placed = useMemo(
    () => read?.filter((mark) => isPresentText(source, mark.workingFile)),
    [read, source],
  );
  const marks = placed ?? noMarks;
  const adrift = read?.filter((mark) => !isPresentText(source, mark.workingFile)) ?? noMarks;
  const map = useMemo(() => new TextMap(work), [work]);
  const lanes = useMemo(() => assignLanes(marks), [marks]);

  const rangeOf = useCallback((range: Range) => document.current?.rangeOf(range), []);
  const rectsOf = useCallback((range: TextRange) => document.current?.rectsOf(range) ?? [], []);
  const { selection, unreadable, select, clear } = useSelection(frame, rangeOf);

  const goTo = useCallback(
    (mark: Mark) => {
      document.current?.reveal(mark.anchor);
      showFlash(mark.anchor);
    },
    [showFlash],
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
  const { selected, editing, commands } = useMarkCommands({ record, reveal: goTo, copy, quote });
  useQuoteKey(
    marks.find(({ id }) => id === selected),
    quote,
  );
  const onMarked = useCallback(
    (mark: Pick<Mark, 'id'>, then: 'note' | 'tag' | undefined) => {
      if (then === undefined) commands.select(mark);
      else commands.edit(mark, then);
    },
    [commands],
  );
  const marking = useMarking({
    source,
    workingFile,
    work,
    map,
    person,
    selection,
    record,
    clear,
    onMarked,
  });

  const pick = useCallback(
    (id: MarkId) => {
      commands.select({ id });
    },
    [commands],
  );
  useArrival(target, placed, commands.goTo);
  usePlace(place, (range) => {
    document.current?.reveal(range);
    showFlash(range);
  });

  const widest = useMemo(() => Math.max(...work.pages.map(({ width }) => width)), [work]);
  const natural = session === undefined ? undefined : widest * pixelsPerPoint;
  const zoom = useZoom(frame, natural, besidePage);
  const showPage = useCallback((index: number) => {
    document.current?.revealPage(index);
  }, []);
  useReaderKeys({ zoom, pageBox });
  const heard = useSelectionKeys({
    work,
    selection,
    select,
    clear,
    marking,
    placeInView: () => document.current?.placeInView() ?? 0,
    reveal: (range) => {
      if (!isInFrame(frame.current, rectsOf(range))) document.current?.reveal(range);
    },
  });

  const shared = {
    ref: document,
    work,
    marks,
    lanes,
    selectedMark: selected,
    onPickMark: pick,
    selection: selection?.by === 'keyboard' ? selection.range : undefined,
    flash,
    zoom: zoom.factor,
    onPage: setPage,
  };
  return (
    <div className={styles['reader']}>
      <ReaderBar
        title={displayTitle(source)}
        pages={work.pages}
        page={page}
        zoom={zoom}
        canFit={session !== undefined}
        pageBox={pageBox}
        onPage={showPage}
        onBack={() => {
          go({ screen: 'library' });
        }}
      />
      <div className={styles['desk']}>
        <div ref={frame} className={styles['frame']}>
          {source.format === 'pdf' && session === undefined && (
            <p role="status" className={styles['notice']}>
              The pages of this PDF cannot be drawn. This is its text as it was read at import.
            </p>
          )}
          {session === undefined ? (
            <TextDocument {...shared} />
          ) : (
            <PdfDocument {...shared} map={map} session={session} onUnplaced={setUnplaced} />
          )}
          {unreadable && (
            <p role="status" className={styles['unreadable']}>
              This selection holds no readable text, so it cannot be marked.
            </p>
          )}
        </div>
        <MarginList
          marks={marks}
          people={people}
          tags={tags}
          selected={selected}
          editing={editing}
          unplaced={unplaced}
          commands={commands}
          toPlace={
            adrift.length === 0 ? undefined : (
              <MarksToPlace
                marks={adrift}
                selected={selection?.range}
                onReveal={(range) => {
                  document.current?.reveal(range);
                  showFlash(range);
                }}
                onPlace={(mark, range) => {
                  void record([placeAct(mark, { workingFile, ...placeOn(work, map, range) })]);
                  clear();
                }}
                onRemove={commands.remove}
              />
            )
          }
        />
      </div>
      {selection !== undefined && (
        <SelectionBar
          range={selection.range}
          rectsOf={rectsOf}
          frame={frame}
          onColour={marking.mark}
          onNote={marking.markWithNote}
          onTag={marking.markWithTag}
          onCopy={marking.copyQuote}
        />
      )}
      <VisuallyHidden aria-live="polite">{heard}</VisuallyHidden>
    </div>
  );
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

/** Goes to the mark the reader was opened for, once it is read. */
function useArrival(
  target: MarkId | undefined,
  marks: readonly Mark[] | undefined,
  goTo: (mark: Mark) => void,
): void {
  const arrived = useRef<MarkId>(undefined);
  useEffect(() => {
    if (target === undefined || arrived.current === target) return;
    const mark = marks?.find(({ id }) => id === target);
    if (mark === undefined) return;
    arrived.current = target;
    goTo(mark);
  }, [target, marks, goTo]);
}

/** Points out the passage the reader was opened for, once for each time it was asked for. */
function usePlace(place: TextRange | undefined, show: (range: TextRange) => void): void {
  const shown = useRef<TextRange>(undefined);
  useEffect(() => {
    if (place === undefined || shown.current === place) return;
    shown.current = place;
    show(place);
  });
}
