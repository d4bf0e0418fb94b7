import { useMemo, useState, type Ref } from 'react';
import type { QuoteDraft } from '../../shared/quote/draft.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { pageAt } from '../read/page-labels.ts';
import { classNames } from '../ui/class-names.ts';
import { Button } from '../ui/Button.tsx';
import {
  shownWindows,
  sourceParagraphs,
  type SourceParagraph,
  type SourceRun,
} from './source-view.ts';
import styles from './SourcePane.module.css';

interface SourcePaneProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly work: WorkingText;
  readonly draft: QuoteDraft;
  /** Places that a warning or a difference is about. */
  readonly flagged: readonly TextRange[];
  readonly flash: readonly TextRange[];
  /** Drawn here; one made by the pointer is drawn by the browser. */
  readonly selection: TextRange | undefined;
}

const further = 4;

/** The passages as they stand in the source, what is cut struck out, with what stands around them. */
export function SourcePane({ ref, work, draft, flagged, flash, selection }: SourcePaneProps) {
  const [more, setMore] = useState(0);
  const paragraphs = useMemo(() => {
    const chosen = selection === undefined ? [] : [selection];
    const shown = [...draft.passages, ...flagged, ...chosen].toSorted((a, b) => a.start - b.start);
    const windows = shownWindows(work.text, shown, more);
    return sourceParagraphs(work, draft, windows, { flagged, selection, flash });
  }, [work, draft, flagged, flash, selection, more]);
  return (
    <div ref={ref} className={styles['pane']} tabIndex={-1}>
      <div className={styles['column']}>
        {paragraphs.map((paragraph, i) => (
          <Paragraph
            key={paragraph.start}
            paragraph={paragraph}
            work={work}
            page={pageLabelOf(work, paragraph, paragraphs[i - 1])}
          />
        ))}
      </div>
      <p className={styles['more']}>
        <Button
          variant="quiet"
          onClick={() => {
            setMore(more + further);
          }}
        >
          Show more of the source
        </Button>
      </p>
    </div>
  );
}

interface ParagraphProps {
  readonly paragraph: SourceParagraph;
  readonly work: WorkingText;
  /** Said where it is not that of the paragraph before. */
  readonly page: string | undefined;
}

function Paragraph({ paragraph, work, page }: ParagraphProps) {
  const { runs, skipped } = paragraph;
  return (
    <>
      {skipped > 0 && paragraph.start > 0 && (
        <p
          className={styles['skipped']}
          data-says={`${skipped.toLocaleString()} words not shown`}
        />
      )}
      <p dir="auto" className={styles['paragraph']} data-page={page}>
        {runs.map((run) => (
          <Run key={run.start} run={run} text={work.text} />
        ))}
      </p>
    </>
  );
}

/** Its text node is exactly its stretch of the working text; brackets are generated, so that they cannot be selected. */
function Run({ run, text }: { readonly run: SourceRun; readonly text: string }) {
  const { start, end, state, kind, before, behind } = run;
  return (
    <>
      {before.map((sign, i) => (
        <span key={i} className={styles['sign']} data-says={sign} />
      ))}
      <span
        data-at={start}
        className={classNames(
          styles[state],
          kind !== 'body' && styles['aside'],
          run.isReplaced && styles['replaced'],
          run.isEmphasised && styles['emphasised'],
          run.isFlagged && styles['flagged'],
          run.isSelected && styles['selected'],
          run.isFlashed && styles['flash'],
        )}
      >
        {text.slice(start, end)}
      </span>
      {behind.map((sign, i) => (
        <span key={i} className={styles['sign']} data-says={sign} />
      ))}
    </>
  );
}

function pageLabelOf(
  { pages }: WorkingText,
  { start }: TextRange,
  before: TextRange | undefined,
): string | undefined {
  const page = pages[pageAt(pages, start)];
  const last = before && pages[pageAt(pages, before.start)];
  return page === undefined || page === last || page.label === '' ? undefined : `p. ${page.label}`;
}
