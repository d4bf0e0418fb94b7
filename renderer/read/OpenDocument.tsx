import { use, useCallback, useMemo, useRef, useState } from 'react';
import type { MarkId } from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { Person } from '../../shared/evidence/person.ts';
import { displayTitle, type Source } from '../../shared/evidence/source.ts';
import type { Tag } from '../../shared/evidence/tag.ts';
import { TextMap, type TextRange } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { usePreferences } from '../app/preferences-context.tsx';
import { useNavigation } from '../app/navigation.ts';
import { DrawAreaContext } from '../annotate/AreaPicture.tsx';
import { HeatStrip } from '../annotate/HeatStrip.tsx';
import { SelectionBar } from '../highlight/SelectionBar.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { areaPictures } from './area-pictures.ts';
import { Beside } from './Beside.tsx';
import type { ReadingRest } from './document-handle.ts';
import { DocumentView } from './DocumentView.tsx';
import { FindBar } from './FindBar.tsx';
import { labelledText } from './labelled-text.ts';
import { InMargin } from './InMargin.tsx';
import { Margin } from './Margin.tsx';
import type { PageSession } from './page-session.ts';
import { PaneContext } from './pane-context.ts';
import { ReaderBar } from './ReaderBar.tsx';
import { SourceActs } from './SourceActs.tsx';
import styles from './ReaderScreen.module.css';
import { useAnnotating, type AnnotatedSource } from './use-annotating.ts';
import { useArrival } from './use-arrival.ts';
import { useDocumentHandle } from './use-document-handle.ts';
import { useFind } from './use-find.ts';
import { useFindKeys } from './use-find-keys.ts';
import { useFlash } from './use-flash.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { useReaderKeys } from './use-reader-keys.ts';
import { useReadingState } from './use-reading-state.ts';
import { useSidePanel } from './use-side-panel.ts';
import { useZoom } from './use-zoom.ts';

interface OpenDocumentProps {
  readonly source: Source;
  readonly workingFile: string;
  /** Who marks. */
  readonly person: Person;
  readonly work: WorkingText;
  /** Absent for a text, and for a source whose pages cannot be drawn. */
  readonly session: PageSession | undefined;
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

/** One source open for reading: its bar, its document and its margin. */
export function OpenDocument(props: OpenDocumentProps) {
  const { source, workingFile, person, people, tags, work, session, target, place } = props;
  const { go } = useNavigation();
  const frame = useRef<HTMLDivElement>(null);
  const pageBox = useRef<HTMLInputElement>(null);
  const [documentRef, document] = useDocumentHandle();
  const [page, setPage] = useState(0);
  const [eye, setEye] = useState(0);
  const [unplaced, setUnplaced] = useState(none);
  // Told with every page that comes or goes, and nearly always of none.
  const onUnplaced = useCallback((now: ReadonlySet<MarkId>) => {
    setUnplaced((old) => (isSameSet(old, now) ? old : now));
  }, []);
  const [flash, showFlash] = useFlash();
  const show = useCallback(
    (ranges: readonly TextRange[]) => {
      if (ranges[0] !== undefined) document.reveal(ranges[0]);
      showFlash(ranges);
    },
    [document, showFlash],
  );

  const drawArea = useMemo(
    () => (session === undefined ? undefined : areaPictures(session)),
    [session],
  );
  const map = useMemo(() => new TextMap(work), [work]);
  const subject: AnnotatedSource = { source, workingFile, person, people, work, map };
  const annotating = useAnnotating(subject, {
    ...{ frame, document, show },
    hasPages: session !== undefined,
  });
  const { placed, selection, commands, marking } = annotating;
  const labelled = useMemo(() => labelledText(work, source.labels), [work, source.labels]);
  const marks = placed ?? noMarks;
  useArrival({ target, place, marks: placed, goTo: commands.goTo, show });

  const widest = useMemo(() => Math.max(...work.pages.map(({ width }) => width)), [work]);
  const natural = session === undefined ? undefined : widest * session.unit;
  const zoom = useZoom(frame, natural, besidePage);
  useReaderKeys({ zoom, pageBox });
  const find = useFind(work, document);
  useFindKeys(find, () => selectedWords(work, selection?.range));
  const panel = useSidePanel({
    contents: work.sections.length > 0,
    pages: session !== undefined,
    found: find.isOpen,
  });
  const keepPlace = useKeptPlace({
    ...{ source: source.id, workingFile, document },
    isAwaited: target !== undefined || place !== undefined,
  });
  const readOn = useReadingState(source);
  const { preferences } = usePreferences();
  const pane = use(PaneContext);
  const onRest = useCallback(
    (rest: ReadingRest) => {
      setEye(rest.eye);
      keepPlace(rest.place);
      readOn();
    },
    [keepPlace, readOn],
  );

  return (
    <div className={styles['reader']}>
      <ReaderBar
        title={displayTitle(source)}
        pages={labelled.pages}
        page={page}
        zoom={zoom}
        canFit={session !== undefined}
        pageBox={pageBox}
        areas={annotating.areas}
        onPage={document.revealPage}
        panel={panel}
        menu={
          <SourceActs
            source={source}
            pages={work.pages}
            page={page}
            isPdf={session !== undefined}
          />
        }
        onFind={() => {
          find.open('');
        }}
        onClose={pane.onClose}
        onBack={() => {
          go({ screen: 'library' });
        }}
      />
      <div className={styles['desk']}>
        <Beside
          panel={panel}
          work={labelled}
          session={session}
          marks={marks}
          find={find}
          document={document}
          page={page}
          offset={eye}
        />
        <div ref={frame} className={styles['frame']} data-document>
          <DocumentView
            ref={documentRef}
            format={source.format}
            session={session}
            work={labelled}
            map={map}
            marks={marks}
            lanes={annotating.lanes}
            selectedMark={annotating.selected}
            onPickMark={annotating.pick}
            selection={selection?.by === 'keyboard' ? selection.range : undefined}
            flash={flash}
            textOnly={preferences.textOnly}
            numbers={preferences.paragraphNumbers}
            drawing={annotating.areas.drawing}
            onReshape={annotating.reshape}
            zoom={zoom.factor}
            found={find.places}
            foundHere={find.places[find.at]}
            onPage={setPage}
            onRest={onRest}
            onUnplaced={onUnplaced}
          />
          {find.isOpen && (
            <FindBar
              find={find}
              isListed={panel.tab === 'found'}
              onList={() => {
                panel.open('found');
              }}
              onClose={() => {
                find.close();
                const place = find.places[find.at];
                if (place !== undefined) annotating.select(place);
              }}
            />
          )}
          {annotating.unreadable && (
            <p role="status" className={styles['unreadable']}>
              This selection holds no readable text, so it cannot be marked.
            </p>
          )}
        </div>
        <HeatStrip marks={placed ?? noMarks} length={work.text.length} onGo={commands.goTo} />
        <InMargin>
          <DrawAreaContext value={drawArea}>
            <Margin
              subject={subject}
              annotating={annotating}
              tags={tags}
              unplaced={unplaced}
              show={show}
            />
          </DrawAreaContext>
        </InMargin>
      </div>
      {selection !== undefined && (
        <SelectionBar
          range={selection.range}
          rectsOf={document.rectsOf}
          frame={frame}
          onColour={marking.mark}
          onUnderline={marking.underline}
          onAdd={marking.canAdd ? marking.addToMark : undefined}
          onNote={marking.markWithNote}
          onTag={marking.markWithTag}
          onCopy={marking.copyQuote}
        />
      )}
      <VisuallyHidden aria-live="polite">
        {annotating.areas.heard || annotating.heard}
      </VisuallyHidden>
    </div>
  );
}

function isSameSet(a: ReadonlySet<MarkId>, b: ReadonlySet<MarkId>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}

/** A few selected words are likely to be what is looked for; a whole paragraph is not. */
const longestWanted = 80;

function selectedWords({ text }: WorkingText, range: TextRange | undefined): string {
  if (range === undefined || range.end - range.start > longestWanted) return '';
  return text.slice(range.start, range.end);
}
