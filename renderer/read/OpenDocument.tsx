import { useCallback, useMemo, useRef, useState } from 'react';
import type { MarkId } from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { Person } from '../../shared/evidence/person.ts';
import { displayTitle, type Source } from '../../shared/evidence/source.ts';
import type { Tag } from '../../shared/evidence/tag.ts';
import { TextMap, type TextRange } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { useNavigation } from '../app/navigation.ts';
import { SelectionBar } from '../highlight/SelectionBar.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { Beside } from './Beside.tsx';
import type { ReadingRest } from './document-handle.ts';
import { DocumentView } from './DocumentView.tsx';
import { FindBar } from './FindBar.tsx';
import { Margin } from './Margin.tsx';
import { pixelsPerPoint } from './PdfDocument.tsx';
import type { PdfSession } from './pdf-session.ts';
import { ReaderBar } from './ReaderBar.tsx';
import styles from './ReaderScreen.module.css';
import { useAnnotating, type AnnotatedSource } from './use-annotating.ts';
import { useArrival } from './use-arrival.ts';
import { useDocumentHandle } from './use-document-handle.ts';
import { useFind } from './use-find.ts';
import { useFindKeys } from './use-find-keys.ts';
import { useFlash } from './use-flash.ts';
import { useReaderKeys } from './use-reader-keys.ts';
import { useSidePanel } from './use-side-panel.ts';
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
  const [flash, showFlash] = useFlash();
  const show = useCallback(
    (range: TextRange) => {
      document.reveal(range);
      showFlash(range);
    },
    [document, showFlash],
  );

  const map = useMemo(() => new TextMap(work), [work]);
  const subject: AnnotatedSource = { source, workingFile, person, people, work, map };
  const annotating = useAnnotating(subject, { frame, document, show });
  const { placed, selection, commands, marking } = annotating;
  const marks = placed ?? noMarks;
  useArrival({ target, place, marks: placed, goTo: commands.goTo, show });

  const widest = useMemo(() => Math.max(...work.pages.map(({ width }) => width)), [work]);
  const natural = session === undefined ? undefined : widest * pixelsPerPoint;
  const zoom = useZoom(frame, natural, besidePage);
  useReaderKeys({ zoom, pageBox });
  const find = useFind(work, document);
  useFindKeys(find, () => selectedWords(work, selection?.range));
  const panel = useSidePanel({
    contents: work.sections.length > 0,
    pages: session !== undefined,
    found: find.isOpen,
  });
  const onRest = useCallback((rest: ReadingRest) => {
    setEye(rest.eye);
  }, []);

  return (
    <div className={styles['reader']}>
      <ReaderBar
        title={displayTitle(source)}
        pages={work.pages}
        page={page}
        zoom={zoom}
        canFit={session !== undefined}
        pageBox={pageBox}
        onPage={document.revealPage}
        panel={panel}
        onFind={() => {
          find.open('');
        }}
        onBack={() => {
          go({ screen: 'library' });
        }}
      />
      <div className={styles['desk']}>
        <Beside
          panel={panel}
          work={work}
          session={session}
          marks={marks}
          find={find}
          document={document}
          page={page}
          offset={eye}
        />
        <div ref={frame} className={styles['frame']}>
          <DocumentView
            ref={documentRef}
            format={source.format}
            session={session}
            work={work}
            map={map}
            marks={marks}
            lanes={annotating.lanes}
            selectedMark={annotating.selected}
            onPickMark={annotating.pick}
            selection={selection?.by === 'keyboard' ? selection.range : undefined}
            flash={flash}
            zoom={zoom.factor}
            found={find.places}
            foundHere={find.places[find.at]}
            onPage={setPage}
            onRest={onRest}
            onUnplaced={setUnplaced}
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
        <Margin
          subject={subject}
          annotating={annotating}
          tags={tags}
          unplaced={unplaced}
          show={show}
        />
      </div>
      {selection !== undefined && (
        <SelectionBar
          range={selection.range}
          rectsOf={document.rectsOf}
          frame={frame}
          onColour={marking.mark}
          onNote={marking.markWithNote}
          onTag={marking.markWithTag}
          onCopy={marking.copyQuote}
        />
      )}
      <VisuallyHidden aria-live="polite">{annotating.heard}</VisuallyHidden>
    </div>
  );
}

/** A few selected words are likely to be what is looked for; a whole paragraph is not. */
const longestWanted = 80;

function selectedWords({ text }: WorkingText, range: TextRange | undefined): string {
  if (range === undefined || range.end - range.start > longestWanted) return '';
  return text.slice(range.start, range.end);
}
