import { useBridge } from '../app/bridge-context.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { sentenceOf } from '../ui/sentence-of.ts';
import { useToast } from '../ui/Toast.tsx';
import styles from './LockForm.module.css';

interface RecoveryKeyStepProps {
  readonly recoveryKey: string;
  readonly onDone: () => void;
}

export function RecoveryKeyStep({ recoveryKey, onDone }: RecoveryKeyStepProps) {
  const bridge = useBridge();
  const toast = useToast();
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
      <p className={styles['key']} aria-label="Recovery key">
        {groupsOf(recoveryKey).map((group, at) => (
          <span key={at}>{group}</span>
        ))}
      </p>
      <p className={styles['warning']}>
        <b>If both the passphrase and this key are lost, everything in the locker is lost.</b>{' '}
        Nobody can open it then: there is no reset, no copy elsewhere, and we cannot help.
      </p>
      <ul className={classNames(styles['list'], styles['screenOnly'])}>
        <li>Write it on paper, and keep the paper where you would keep a passport.</li>
        <li>Not beside the computer or stick: whoever has both can read everything.</li>
        <li>A print-out passes through the printer’s memory, a copy through the clipboard.</li>
      </ul>
      <div className={classNames(styles['row'], styles['screenOnly'])}>
        <Button
          size="l"
          icon="print"
          onClick={() => {
            window.print();
          }}
        >
          Print
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

/** As the vault groups it, by white space or hyphens. */
function groupsOf(recoveryKey: string): readonly string[] {
  return recoveryKey.split(/[\s-]+/).filter((group) => group !== '');
}
