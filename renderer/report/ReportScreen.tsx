import { useRef } from 'react';
import { Problem } from '../lock/Problem.tsx';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import type { CheckProgress } from './check-report-file.ts';
import { ChooseReport } from './ChooseReport.tsx';
import { ReportResult } from './ReportResult.tsx';
import { useReportCheck } from './report-check-context.tsx';
import styles from './ReportScreen.module.css';
import { useFileDrop } from './use-file-drop.ts';

/** Holds somebody's finished report against the library: every quote word for word, then its form. */
export function ReportScreen({ appVersion }: { readonly appVersion: string }) {
  const { check, start, stop } = useReportCheck();
  const screen = useRef<HTMLDivElement>(null);
  useFileDrop(screen, start);
  return (
    <div ref={screen} className={styles['screen']}>
      {check.kind === 'checked' ? (
        <ReportResult
          key={check.name}
          name={check.name}
          view={check.view}
          appVersion={appVersion}
        />
      ) : (
        <Page title="Check a report" lead="Every quote against every source, then its form.">
          {check.kind === 'running' ? (
            <Running name={check.name} progress={check.progress} onStop={stop} />
          ) : (
            <>
              <div aria-live="polite">
                {check.kind === 'failed' && check.error !== 'cancelled' && (
                  <Problem error={check.error} />
                )}
              </div>
              <ChooseReport />
            </>
          )}
        </Page>
      )}
    </div>
  );
}

interface RunningProps {
  readonly name: string;
  readonly progress: CheckProgress;
  readonly onStop: () => void;
}

const stages: Readonly<Record<CheckProgress['stage'], string>> = {
  reading: 'Reading the report',
  gathering: 'Opening the sources',
  checking: 'Comparing every quote with every source',
};

function Running({ name, progress: { stage, done, total }, onStop }: RunningProps) {
  return (
    <div className={styles['running']} role="status">
      <p>
        <bdi>{name}</bdi>
      </p>
      <p className={styles['quiet']}>
        {stages[stage]}
        {total > 0 && ` · ${done.toLocaleString()} of ${total.toLocaleString()}`}
      </p>
      <ProgressBar label={stages[stage]} done={done} total={total} />
      <Button onClick={onStop}>Stop</Button>
    </div>
  );
}
