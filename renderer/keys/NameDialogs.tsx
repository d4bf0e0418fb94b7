import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import type { Person } from '../../shared/evidence/person.ts';
import { useAct } from '../app/vault-context.tsx';
import { PersonFields, type PersonDraft } from '../lock/PersonFields.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import type { KeyView } from '../vault/calls/keys.ts';
import styles from './KeysScreen.module.css';

interface NameDialogProps {
  readonly title: string;
  readonly ready: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function NameDialog({ title, ready, onSave, onClose, children }: NameDialogProps) {
  const formId = useId();
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!ready) return;
    onSave();
    onClose();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" form={formId} variant="primary" disabled={!ready}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={save}>
        {children}
      </form>
    </Dialog>
  );
}

interface PersonDialogProps {
  readonly person: Person;
  readonly isYou: boolean;
  readonly onClose: () => void;
}

export function PersonDialog({ person, isYou, onClose }: PersonDialogProps) {
  const act = useAct();
  const [draft, setDraft] = useState<PersonDraft>(person);
  const name = draft.name.trim();
  return (
    <NameDialog
      title="Name and colour"
      ready={name !== ''}
      onSave={() => {
        const named = { id: person.id, name, colour: draft.colour };
        void act([{ subject: 'library', kind: 'person-named', payload: { person: named } }]);
      }}
      onClose={onClose}
    >
      <PersonFields person={draft} onChange={setDraft} whose={isYou ? 'Your' : 'Their'} />
    </NameDialog>
  );
}

export function LabelDialog({
  keyView: { slot, label: before },
  onClose,
}: {
  readonly keyView: KeyView;
  readonly onClose: () => void;
}) {
  const act = useAct();
  const [typed, setTyped] = useState(before);
  const label = typed.trim();
  return (
    <NameDialog
      title={`Rename “${before}”`}
      ready={label !== ''}
      onSave={() =>
        void act([{ subject: 'library', kind: 'slot-named', payload: { slot, label } }])
      }
      onClose={onClose}
    >
      <Field label="Called" hint="Stands inside the locker only. Never the passphrase itself.">
        {(control) => (
          <TextInput
            {...control}
            maxLength={80}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
        )}
      </Field>
    </NameDialog>
  );
}
