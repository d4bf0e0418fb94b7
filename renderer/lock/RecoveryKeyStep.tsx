import { useState } from 'react';
import { useBridge } from '../app/bridge-context.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Notice } from '../ui/Notice.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import { useToast } from '../ui/Toast.tsx';
import { groupsOf } from './key-groups.ts';
import styles from './LockForm.module.css';

interface RecoveryKeyStepProps {
  readonly recoveryKey: string;
  readonly onDone: () => void;
}

export function RecoveryKeyStep({ recoveryKey, onDone }: RecoveryKeyStepProps) {
  const bridge = useBridge();
  const toast = useToast();
  /** The folder a sheet was saved in. */
  const [sheet, setSheet] = useState<string>();
  const save = async () => {
    const { saveRecoverySheet } = await import('../keys/recovery-sheet.ts');
    const saved = await saveRecoverySheet(bridge, recoveryKey, Date.now());
    if (saved.ok) setSheet(saved.value.folder);
    else if (saved.error !== 'cancelled') toast({ tone: 'bad', text: sentenceOf(saved.error) });
  };
  const copy = async () => {
    const answer = await bridge.ask('clipboard:write', { text: recoveryKey });
    toast(
      answer.ok
        ? {
            text: 'Copied. Every program can read the clipboard: paste it, then copy something else.',
          }
        : { tone: 'bad', text: sentenceOf(answer.error) },
    );
  };
  return (
    <div className={styles['form']}>
      <p>
        <b>This is the recovery key.</b> It opens the locker when the passphrase is forgotten. It is
        shown now and never again.
      </p>
      <p className={styles['key']} dir="ltr" aria-label="Recovery key">
        {groupsOf(recoveryKey).map((group, at) => (
          <span key={at}>{group}</span>
        ))}
      </p>
      <Notice tone="warn">
        <b>If both the passphrase and this key are lost, everything in the locker is lost.</b>{' '}
        Nobody can open it then: there is no reset, no copy elsewhere, and we cannot help.
      </Notice>
      <ul className={classNames(styles['list'], styles['screenOnly'])}>
        <li>Write it on paper, and keep the paper where you would keep a passport.</li>
        <li>Not beside the computer or stick: whoever has both can read everything.</li>
        <li>A print-out passes through the printer’s memory, a copy through the clipboard.</li>
      </ul>
      {sheet !== undefined && (
        <Notice tone="warn" role="status" className={styles['screenOnly']}>
          <b>The sheet is in “{sheet}”. That file is as good as the passphrase:</b> print it, then
          delete it, also from the bin.
        </Notice>
      )}
      <div className={classNames(styles['row'], styles['wrap'], styles['screenOnly'])}>
        <Button
          size="l"
          icon="print"
          onClick={() => {
            window.print();
          }}
        >
          Print
        </Button>
        <Button size="l" icon="file" onClick={() => void save()}>
          Save a sheet (PDF)
        </Button>
        <Button size="l" icon="copy" onClick={() => void copy()}>
          Copy
        </Button>
        <Button variant="primary" size="l" onClick={onDone}>
          I have kept it
        </Button>
      </div>
    </div>
  );
}
