import { useState } from 'react';
import type { SourceId } from '../../shared/evidence/ids.ts';
import { useVault } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { TrashView } from '../vault/calls/trash.ts';
import styles from './TrashScreen.module.css';
import { afterPurge, marksWord } from './trash-words.ts';

/** Typed, so that no key pressed by mistake can do it. */
const word = 'delete';

interface PurgeDialogProps {
  readonly source: TrashView['sources'][number];
  readonly onClose: () => void;
}

export function PurgeDialog({ source, onClose }: PurgeDialogProps) {
  const vault = useVault();
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const sure = typed.trim().toLowerCase() === word;
  const purge = async (id: SourceId) => {
    setBusy(true);
    const answer = await vault.ask('source:purge', { source: id });
    setBusy(false);
    toast(
      answer.ok
        ? { text: afterPurge(source.title, answer.value.left) }
        : { tone: 'bad', text: sentenceOf(answer.error) },
    );
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      title="Delete for good"
      onClose={() => {
        if (!busy) onClose();
      }}
      actions={
        <>
          <Button disabled={busy} onClick={onClose}>
            Keep it
          </Button>
          <Button variant="danger" disabled={!sure || busy} onClick={() => void purge(source.id)}>
            {busy ? 'Deleting…' : 'Delete for good'}
          </Button>
        </>
      }
    >
      <p>
        “{source.title}” will be deleted with its text, its details and {marksWord(source.marks)}.
        Nobody can bring it back, not even with the recovery key.
      </p>
      <p>What this cannot reach:</p>
      <ul className={styles['limits']}>
        <li>backups and copies of the locker made before, and exports;</li>
        <li>
          other devices, until they have received this and opened the locker. What they bring back
          is deleted again;
        </li>
        <li>names of tags, which belong to the whole locker;</li>
        <li>old blocks of a flash disk or stick, which nobody can delete one by one.</li>
      </ul>
      <Field label={`Type “${word}” to go on`}>
        {(field) => (
          <TextInput
            {...field}
            value={typed}
            autoComplete="off"
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
        )}
      </Field>
    </Dialog>
  );
}
