import { memo } from 'react';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { classNames } from '../ui/class-names.ts';
import { pageAt } from './page-labels.ts';
import type { TextBlock, TextRun } from './text-blocks.ts';
import styles from './TextDocument.module.css';

interface TextBlockViewProps {
  readonly block: TextBlock;
  readonly work: WorkingText;
}

/** One paragraph or heading. Its text nodes hold exactly its slice of the working text, and nothing else does. */
export const TextBlockView = memo(function TextBlockView({ block, work }: TextBlockViewProps) {
  const runs = block.runs.map((run) => <RunView key={run.start} run={run} work={work} />);
  const aside = block.runs.every(
    ({ kind }) => kind === 'boilerplate' || kind === 'furniture' || kind === 'footnote',
  );
  const className = classNames(styles['block'], aside && styles['aside']);
  if (block.level === 0) {
    return (
      <p dir="auto" className={className}>
        {runs}
      </p>
    );
  }
  const Heading = `h${Math.min(6, block.level + 1)}` as 'h2';
  return (
    <Heading dir="auto" className={className} data-level={block.level}>
      {runs}
    </Heading>
  );
});

interface RunViewProps {
  readonly run: TextRun;
  readonly work: WorkingText;
}

function RunView({ run, work }: RunViewProps) {
  return (
    <>
      {run.join !== undefined && (
        // The words stand in an attribute, so that they are no part of what is selected or copied.
        <span className={styles['join']} data-says={joinSentence(work, run)} />
      )}
      <span data-at={run.start} className={run.kind === 'body' ? undefined : styles[run.kind]}>
        {work.text.slice(run.start, run.end)}
      </span>
    </>
  );
}

function joinSentence(work: WorkingText, run: TextRun): string {
  const label = work.pages[pageAt(work.pages, run.start)]?.label ?? '';
  const where = label === '' ? 'page break' : `page ${label}`;
  return run.join?.sure === false
    ? `${where} — probably one sentence`
    : `${where} — sentence re-joined`;
}
