import { useMemo } from 'react';
import type { SourceId } from '../../shared/evidence/ids.ts';
import { shownName } from '../../shared/evidence/shown-name.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
import { RelationHint } from '../relation/RelationHint.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Pill, type Tone } from '../ui/Pill.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import type { ProposedRelation } from '../vault/calls/sources.ts';
import { useImport } from './import-context.tsx';
import type { ImportProgress, ImportResult } from './import-sources.ts';
import styles from './ImportPanel.module.css';
import { TakeOver } from './TakeOver.tsx';
import { describeOutcome, type OutcomeWords } from './outcome-words.ts';

interface ImportPanelProps {
  /** The name a source goes by; undefined when it is not there (any more). */
  readonly titleOf: (source: SourceId) => string | undefined;
  readonly onShow: (source: SourceId) => void;
}

/** What is being added, and what became of each file. Nothing while there is nothing to tell. */
export function ImportPanel({ titleOf, onShow }: ImportPanelProps) {
  const { progress, results, stopping, stop, putAway } = useImport();
  const surest = useSurest(progress === undefined ? addedBy(results) : none);
  if (progress === undefined && results.length === 0) return null;
  return (
    <Card className={styles['panel']} role="region" aria-label="Adding sources">
      <div className={styles['head']}>
        {progress === undefined ? (
          <p role="status">
            <b>{finishedWords(results)}</b>
          </p>
        ) : (
          <div className={styles['running']}>
            <p>
              Adding {progress.done + 1} of {progress.total} — <b>{stageWords(progress)}</b>
            </p>
            <ProgressBar
              label="Files added"
              done={progress.done + pageShare(progress)}
              total={progress.total}
            />
          </div>
        )}
        {progress === undefined ? (
          <Button variant="quiet" onClick={putAway}>
            Put away
          </Button>
        ) : (
          <Button variant="quiet" disabled={stopping} onClick={stop}>
            {stopping ? 'Stopping…' : 'Stop'}
          </Button>
        )}
      </div>
      {results.length > 0 && (
        <ol className={styles['results']} aria-label="Result of each file">
          {results.map((result, at) => (
            <ResultLine
              key={at}
              result={result}
              titleOf={titleOf}
              onShow={onShow}
              isDone={progress === undefined}
              surest={surest}
            />
          ))}
        </ol>
      )}
    </Card>
  );
}

const none = [] as const;

const tones: Readonly<Record<OutcomeWords['tone'], Tone>> = {
  good: 'good',
  known: 'accent',
  warn: 'warn',
  bad: 'bad',
};

interface ResultLineProps extends ImportPanelProps {
  readonly result: ImportResult;
  /** Nothing is asked about the others while files are being added. */
  readonly isDone: boolean;
  /** What each new source looks to be beside the others. */
  readonly surest: ReadonlyMap<SourceId, ProposedRelation>;
}

/** Of a file, and below it of what was attached to it. */
function ResultLine({ result, ...around }: ResultLineProps) {
  const { isDone, surest, titleOf, onShow } = around;
  const { name, outcome, parts = [] } = result;
  const words = describeOutcome(outcome, titleOf);
  const { source } = words;
  const looksLike = outcome.kind === 'imported' ? surest.get(outcome.source) : undefined;
  const shownAs = shownName(name);
  return (
    <li>
      <div className={styles['result']}>
        <Pill tone={tones[words.tone]}>{words.label}</Pill>
        <span className={styles['name']} dir="auto">
          {shownAs}
        </span>
        <span className={styles['text']}>
          {words.text}
          {looksLike === undefined ? ' ' : ' · '}
          {isDone && outcome.kind === 'imported' && (
            <>
              {looksLike !== undefined && <RelationHint proposed={looksLike} titleOf={titleOf} />}
              <TakeOver source={outcome.source} found={outcome.annotations ?? none} />
            </>
          )}
        </span>
        {source !== undefined && (
          <button
            type="button"
            className={styles['show']}
            onClick={() => {
              onShow(source);
            }}
          >
            Show
          </button>
        )}
      </div>
      {parts.length > 0 && (
        <ol className={styles['parts']} aria-label={`Attached to ${shownAs}`}>
          {parts.map((part, at) => (
            <ResultLine key={at} {...around} result={part} />
          ))}
        </ol>
      )}
    </li>
  );
}

/** One question for all: each is compared with every source there is. */
function useSurest(sources: readonly SourceId[]): ReadonlyMap<SourceId, ProposedRelation> {
  const asked = useVaultQuery('relations:surest', { sources });
  const answers = asked.state === 'answered' ? asked.value : none;
  return useMemo(() => new Map(answers.map(({ of, surest }) => [of, surest])), [answers]);
}

function addedBy(results: readonly ImportResult[]): readonly SourceId[] {
  return results.flatMap(({ outcome, parts = [] }) => [
    ...(outcome.kind === 'imported' ? [outcome.source] : []),
    ...addedBy(parts),
  ]);
}

/** How much of the current file is read, as a part of one file. */
function pageShare({ stage, pagesDone, pagesTotal }: ImportProgress): number {
  if (stage === 'filing') return 0.95;
  return pagesTotal === 0 ? 0.05 : 0.05 + (0.9 * pagesDone) / pagesTotal;
}

function stageWords({ name: own, stage, pagesDone, pagesTotal }: ImportProgress): string {
  const name = shownName(own);
  switch (stage) {
    case 'sealing':
      return `sealing “${name}”`;
    case 'reading': {
      const pages = pagesTotal === 0 ? '' : `, page ${pagesDone} of ${pagesTotal}`;
      return `reading “${name}”${pages}`;
    }
    case 'filing':
      return `filing “${name}”`;
  }
}

function finishedWords(results: readonly ImportResult[]): string {
  const all = withParts(results);
  const count = (kind: ImportResult['outcome']['kind']) =>
    all.filter(({ outcome }) => outcome.kind === kind).length;
  const parts = [
    [count('imported'), 'added'],
    [count('duplicate'), 'already here'],
    [count('failed') + count('not-given'), 'failed'],
    [count('cancelled'), 'stopped'],
    [count('part-of-page'), 'part of a page'],
    [count('left-inside'), 'left inside a mail'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number} ${words}`)
    .join(' · ');
}

function withParts(results: readonly ImportResult[]): ImportResult[] {
  return results.flatMap((result) => [result, ...withParts(result.parts ?? [])]);
}
