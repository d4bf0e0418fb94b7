import { useState } from 'react';
import { explain } from '../../shared/errors.ts';
import type { MarkId, QuoteId } from '../../shared/evidence/ids.ts';
import { exportFormats, type ExportFormat } from '../../shared/export/formats.ts';
import type { GroupBy } from '../../shared/export/group-quoted.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import styles from './ExportPanel.module.css';
import { undrawnOnScreen } from './undrawn-words.ts';
import type { ExportHost, ExportProgress, FinishedExport } from './export-quotes.ts';
import { formatWords } from './format-words.ts';
import { useExport } from './use-export.ts';

interface ExportPanelProps {
  readonly host: ExportHost;
  readonly marks: readonly MarkId[];
  readonly quotes: readonly QuoteId[];
  readonly groupBy: GroupBy;
  /** Titles of selected sources whose citations have gaps. */
  readonly incomplete: number;
  /** Selected sources that are damaged or missing in the locker. */
  readonly unverified: number;
  /** Chosen quotes that differ from their sources: none of them may go out. */
  readonly stopping: number;
  readonly onLeaveOut: () => void;
}

/** The one act: the chosen quotes in the chosen formats, into a folder the person picks. */
export function ExportPanel(props: ExportPanelProps) {
  const { host, marks, quotes, groupBy, incomplete, unverified, stopping, onLeaveOut } = props;
  const selected = marks.length + quotes.length;
  const [formats, setFormats] = useState<readonly ExportFormat[]>(exportFormats);
  const { state, start, stop } = useExport(host);
  const running = state.kind === 'running';
  return (
    <aside className={styles['panel']} aria-label="Export">
      <h2>Export</h2>
      <fieldset className={styles['formats']} disabled={running}>
        <legend>Formats</legend>
        {exportFormats.map((format) => (
          <label key={format}>
            <input
              type="checkbox"
              checked={formats.includes(format)}
              onChange={() => {
                setFormats(toggled(formats, format));
              }}
            />
            <span>
              {formatWords[format].name} <small>{formatWords[format].use}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {incomplete > 0 && (
        <Notice tone="warn" size="s">
          {incomplete === 1
            ? 'The citation of one source has gaps. The export will say so in brackets.'
            : `The citations of ${incomplete} sources have gaps. The export will say so in brackets.`}
        </Notice>
      )}
      {unverified > 0 && (
        <Notice tone="warn" size="s">
          {unverified === 1
            ? 'One source is damaged or missing in the locker, so its quotes cannot be compared with it now. The export will say so.'
            : `${unverified} sources are damaged or missing in the locker, so their quotes cannot be compared with them now. The export will say so.`}
        </Notice>
      )}
      {stopping > 0 && (
        <Notice tone="bad" size="s" className={styles['stops']}>
          <p>
            {stopping === 1
              ? 'One chosen quote differs from its source without a sign. It stops the export.'
              : `${stopping} chosen quotes differ from their sources without a sign. They stop the export.`}
          </p>
          <Button onClick={onLeaveOut}>Leave out</Button>
        </Notice>
      )}
      <Button
        variant="primary"
        size="l"
        wide
        disabled={running || selected === 0 || stopping > 0 || formats.length === 0}
        onClick={() => void start({ marks, quotes, formats, groupBy })}
      >
        {selected === 1 ? 'Export 1 quote…' : `Export ${selected} quotes…`}
      </Button>
      <div aria-live="polite" className={styles['outcome']}>
        {running && <Running progress={state.progress} onStop={stop} />}
        {state.kind === 'failed' && (
          <p className={state.error === 'cancelled' ? undefined : styles['failed']}>
            {explain(state.error).sentence} {explain(state.error).nextStep}
          </p>
        )}
        {state.kind === 'finished' && <Finished outcome={state.outcome} />}
      </div>
      <p className={styles['promise']}>
        No names of people or machines, no links that open, nothing fetched from outside. A manifest
        lists every file with its SHA-256.
      </p>
    </aside>
  );
}

function toggled(formats: readonly ExportFormat[], format: ExportFormat): readonly ExportFormat[] {
  return formats.includes(format)
    ? formats.filter((other) => other !== format)
    : [...formats, format];
}

const stageWords: Readonly<Record<ExportProgress['stage'], string>> = {
  reading: 'Reading the quotes',
  printing: 'Setting the pages',
  building: 'Making the files',
  saving: 'Choose where to save',
};

interface RunningProps {
  readonly progress: ExportProgress;
  readonly onStop: () => void;
}

function Running({ progress: { stage, done, total }, onStop }: RunningProps) {
  return (
    <>
      <p>
        {stageWords[stage]}
        {stage === 'building' && `, ${done} of ${total}`}
      </p>
      <ProgressBar label={stageWords[stage]} done={done} total={stage === 'building' ? total : 0} />
      {stage !== 'saving' && <Button onClick={onStop}>Stop</Button>}
    </>
  );
}

interface FinishedProps {
  readonly outcome: FinishedExport;
}

function Finished({ outcome: { folder, files, quotes, undrawn, recorded } }: FinishedProps) {
  return (
    <>
      <p className={styles['done']}>
        {quotes === 1 ? '1 quote is' : `${quotes} quotes are`} in the folder “{folder}”.
      </p>
      {undrawn.length > 0 && (
        <Notice tone="warn" size="s">
          {undrawnOnScreen(undrawn)}
        </Notice>
      )}
      <ul className={styles['files']} aria-label="Exported files">
        {files.map(({ name, sizeBytes, sha256 }) => (
          <li key={name}>
            <span>{name}</span>
            <small>{Math.ceil(sizeBytes / 1024).toLocaleString()} KB</small>
            <code title={`SHA-256 ${sha256}`}>{sha256.slice(0, 16)}…</code>
          </li>
        ))}
      </ul>
      {!recorded && (
        <Notice tone="warn" size="s">
          The files are there, but the locker could not note that they were made.
        </Notice>
      )}
    </>
  );
}
