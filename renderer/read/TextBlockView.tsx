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

/** One block. Its text nodes hold exactly its slice of the working text, and nothing else does. */
export const TextBlockView = memo(function TextBlockView({ block, work }: TextBlockViewProps) {
  if (block.rows !== undefined) return <TextTable rows={block.rows} work={work} />;
  const kind = block.block?.kind;
  const marker = block.block?.marker;
  const aside = block.runs.every(
    ({ kind: range }) =>
      range === 'boilerplate' ||
      range === 'furniture' ||
      range === 'footnote' ||
      range === 'hidden',
  );
  const isHidden = block.runs.length > 0 && block.runs.every((run) => run.kind === 'hidden');
  const common = {
    dir: 'auto' as const,
    className: classNames(
      styles['block'],
      aside && styles['aside'],
      isHidden && styles['unseen'],
      (kind === 'item' || marker !== undefined) && styles['item'],
      kind === 'caption' && styles['caption'],
      kind === 'quote' && styles['quote'],
      kind === 'code' && styles['codeBlock'],
    ),
    // Markers are generated, so that they are no part of what is selected or copied.
    ...(marker !== undefined && { 'data-marker': marker }),
    ...(kind === 'item' && {
      style: { ['--depth' as string]: Math.min(8, block.block?.level ?? 1) },
    }),
  };
  const runs = <Runs runs={block.runs} work={work} />;
  if (block.level > 0) {
    const Heading = `h${Math.min(6, block.level + 1)}` as 'h2';
    return (
      <Heading {...common} data-level={block.level}>
        {runs}
      </Heading>
    );
  }
  if (kind === 'quote') return <blockquote {...common}>{runs}</blockquote>;
  if (kind === 'code') return <pre {...common}>{runs}</pre>;
  return <p {...common}>{runs}</p>;
});

function Runs({ runs, work }: { readonly runs: readonly TextRun[]; readonly work: WorkingText }) {
  return runs.map((run) => <RunView key={run.start} run={run} work={work} />);
}

interface TextTableProps {
  readonly rows: NonNullable<TextBlock['rows']>;
  readonly work: WorkingText;
}

function TextTable({ rows, work }: TextTableProps) {
  return (
    // A wide table is scrolled by itself; Chromium lets the keyboard into what scrolls.
    <div className={styles['tableFrame']}>
      <table className={styles['table']}>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells[0]?.start}>
              {cells.map((cell) => (
                <TableCell key={cell.start} cell={cell} work={work} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableCell({ cell, work }: { readonly cell: TextBlock; readonly work: WorkingText }) {
  const place = cell.block?.cell;
  const marker = cell.block?.marker;
  const Cell = place?.header === true ? 'th' : 'td';
  const isNumber = /^[\s\d.,%+−–-]+$/.test(
    work.text.slice(cell.start, Math.min(cell.end, cell.start + 40)),
  );
  return (
    <Cell
      dir="auto"
      colSpan={place?.columns}
      rowSpan={place?.rows}
      {...(marker !== undefined && { 'data-marker': marker })}
      className={isNumber ? styles['number'] : undefined}
    >
      <Runs runs={cell.runs} work={work} />
    </Cell>
  );
}

interface RunViewProps {
  readonly run: TextRun;
  readonly work: WorkingText;
}

function RunView({ run, work }: RunViewProps) {
  const { spans = [] } = run;
  const target = spans.find(({ kind }) => kind === 'link')?.target;
  return (
    <>
      {run.join !== undefined && (
        // The words stand in an attribute, so that they are no part of what is selected or copied.
        <span className={styles['join']} data-says={joinSentence(work, run)} />
      )}
      <span
        data-at={run.start}
        className={classNames(
          run.kind !== 'body' && styles[run.kind],
          ...spans.map(({ kind }) => styles[kind]),
        )}
        // Shown, and never followed.
        title={run.kind === 'hidden' ? unseenWords : target}
      >
        {work.text.slice(run.start, run.end)}
      </span>
    </>
  );
}

const unseenWords = 'In the file; the page itself does not show it';

function joinSentence(work: WorkingText, run: TextRun): string {
  const label = work.pages[pageAt(work.pages, run.start)]?.label ?? '';
  const where = label === '' ? 'page break' : `page ${label}`;
  return run.join?.sure === false
    ? `${where} — probably one sentence`
    : `${where} — sentence re-joined`;
}
