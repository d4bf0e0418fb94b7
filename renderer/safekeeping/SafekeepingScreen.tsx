import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import { dateAndTime } from '../app/clock-time.ts';
import { useVault, useVaultQuery } from '../app/vault-context.tsx';
import { Problem } from '../lock/Problem.tsx';
import { Button } from '../ui/Button.tsx';
import { Group } from '../ui/Group.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import type {
  BackupView,
  BroughtView,
  CheckView,
  SafekeepingAct,
  SafekeepingView,
} from '../vault/calls/safekeeping.ts';
import { FindingList } from './FindingList.tsx';
import {
  backupWords,
  broughtWords,
  checkWords,
  copyWords,
  idleWords,
  stageWords,
} from './safekeeping-words.ts';
import styles from './SafekeepingScreen.module.css';

type Outcome =
  | { readonly kind: 'failed'; readonly act: SafekeepingAct['act']; readonly error: ErrorCode }
  | { readonly kind: 'backup' | 'copy'; readonly made: BackupView }
  | { readonly kind: 'bring-back'; readonly back: BroughtView };

/** Is everything whole, is there a second copy, and what to do where something is damaged. */
export function SafekeepingScreen() {
  const vault = useVault();
  const query = useVaultQuery('safekeeping:read', null);
  const running = useRunning(query.state === 'answered' ? query.value : undefined);
  const [outcome, setOutcome] = useState<Outcome>();
  if (query.state !== 'answered') return null;
  const { check, backedUp, backupDue, harmed, idle } = query.value;

  const failed = (act: SafekeepingAct['act'], error: ErrorCode) => {
    setOutcome({ kind: 'failed', act, error });
  };
  const runCheck = async () => {
    setOutcome(undefined);
    const answer = await vault.ask('check:run', null);
    if (!answer.ok) failed('check', answer.error);
  };
  const runBackup = async () => {
    setOutcome(undefined);
    const answer = await vault.ask('backup:run', null);
    if (answer.ok) setOutcome({ kind: 'backup', made: answer.value });
    else failed('backup', answer.error);
  };
  const runCopy = async () => {
    setOutcome(undefined);
    const answer = await vault.ask('locker:copy', null);
    if (answer.ok) setOutcome({ kind: 'copy', made: answer.value });
    else failed('copy', answer.error);
  };
  const runBringBack = async () => {
    setOutcome(undefined);
    const answer = await vault.ask('backup:bring-back', null);
    if (answer.ok) setOutcome({ kind: 'bring-back', back: answer.value });
    else failed('bring-back', answer.error);
  };
  const busy = running !== undefined;
  const about = (act: SafekeepingAct['act']) => (
    <div aria-live="polite" className={styles['about']}>
      {running?.act === act && (
        <Running
          running={running}
          onStop={() => {
            void vault.ask('safekeeping:stop', null);
          }}
        />
      )}
      {outcome?.kind === 'failed' && outcome.act === act && <Problem error={outcome.error} />}
    </div>
  );
  return (
    <Page
      title="Safekeeping"
      lead="Whether everything is whole, and whether there is a second copy."
    >
      <Group
        title="Check the locker"
        note="Opens every source and every saved act, and compares each with what it was. It can take minutes; you can go on working."
      >
        <Button disabled={busy} onClick={() => void runCheck()}>
          Check everything
        </Button>
        {about('check')}
        {check !== null && <Checked check={check} />}
        {check === null && (
          <Told tone={harmed > 0 ? 'warn' : undefined}>{idleWords(idle, harmed)}</Told>
        )}
      </Group>
      <Group
        title="Back up"
        note="Copies what is new to a folder you choose, best on another disk or stick. The copy is encrypted like the locker and opens with the same passphrase. It is opened and verified before it counts."
      >
        <Told tone={backupDue ? 'warn' : undefined}>
          {backedUp === null
            ? 'There is no backup yet.'
            : `Last verified backup: ${dateAndTime(backedUp.at)}.`}
          {backupDue && ' Make one soon: what is on this disk only is lost with it.'}
        </Told>
        <Button variant="primary" disabled={busy} onClick={() => void runBackup()}>
          Back up…
        </Button>
        {about('backup')}
        {outcome?.kind === 'backup' && (
          <>
            <Told tone={outcome.made.isVerified ? 'good' : 'warn'}>
              {backupWords(outcome.made)}
            </Told>
            <FindingList findings={outcome.made.findings} label="Found in the backup" />
          </>
        )}
      </Group>
      <Group
        title="Bring back from a backup"
        note="Replaces what is damaged or missing here by what the backup holds of it. Everything else stays as it is."
      >
        <Button disabled={busy} onClick={() => void runBringBack()}>
          Bring back…
        </Button>
        {about('bring-back')}
        {outcome?.kind === 'bring-back' && <Told tone="good">{broughtWords(outcome.back)}</Told>}
      </Group>
      <Group
        title="Copy this locker"
        note="Makes a second locker of it in an empty folder, for another person or computer. From then on each goes its own way: what is done in one is not seen in the other. For safety, use a backup."
      >
        <Button disabled={busy} onClick={() => void runCopy()}>
          Copy this locker to…
        </Button>
        {about('copy')}
        {outcome?.kind === 'copy' && (
          <>
            <Told tone={outcome.made.isVerified ? 'good' : 'warn'}>{copyWords(outcome.made)}</Told>
            <FindingList findings={outcome.made.findings} label="Found in the copy" />
          </>
        )}
      </Group>
    </Page>
  );
}

function Checked({ check }: { readonly check: CheckView }) {
  return (
    <>
      <Told tone={check.findings.length === 0 ? 'good' : 'warn'}>{checkWords(check)}</Told>
      <FindingList findings={check.findings} label="Found by the check" />
    </>
  );
}

interface ToldProps {
  /** Undefined for how things are on an ordinary day. */
  readonly tone: 'good' | 'warn' | undefined;
  readonly children: ReactNode;
}

function Told({ tone, children }: ToldProps) {
  if (tone === undefined) {
    return (
      <p role="status" className={styles['quiet']}>
        {children}
      </p>
    );
  }
  return (
    <Notice tone={tone} role="status">
      {children}
    </Notice>
  );
}

interface RunningProps {
  readonly running: SafekeepingAct;
  readonly onStop: () => void;
}

function Running({ running, onStop }: RunningProps) {
  const words = stageWords(running);
  return (
    <div className={styles['running']}>
      <p>{words}</p>
      <ProgressBar label={words} done={running.done} total={running.total} />
      <Button onClick={onStop}>Stop</Button>
    </div>
  );
}

/** What is running, as far as it is told: by the answer first, then by every step. */
function useRunning(view: SafekeepingView | undefined): SafekeepingAct | undefined {
  const vault = useVault();
  const [step, setStep] = useState<SafekeepingAct>();
  const hear = useCallback(
    () =>
      vault.listen((event) => {
        if (event.kind === 'progress') setStep(event.running);
      }),
    [vault],
  );
  useEffect(hear, [hear]);
  const running = view?.running ?? undefined;
  return running === undefined || step?.act !== running.act ? running : step;
}
