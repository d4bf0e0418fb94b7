import { useState } from 'react';
import type { Person } from '../../shared/evidence/person.ts';
import { useVault } from '../app/vault-context.tsx';
import { isReady, PassphraseFields } from '../lock/PassphraseFields.tsx';
import { personColours, PersonFields, type PersonDraft } from '../lock/PersonFields.tsx';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { ProvenDialog } from './ProvenDialog.tsx';

interface AddDialogProps {
  /** Undefined for somebody new. */
  readonly person: Person | undefined;
  readonly taken: readonly Person[];
  readonly onClose: () => void;
}

/** A passphrase for somebody: whoever is inside names them and proves, they type their own. */
export function AddDialog({ person, taken, onClose }: AddDialogProps) {
  const vault = useVault();
  const toast = useToast();
  const [draft, setDraft] = useState<PersonDraft>(person ?? freshPerson(taken));
  const [label, setLabel] = useState('');
  const name = draft.name.trim();
  return (
    <ProvenDialog
      title={person === undefined ? 'Add a person' : `A passphrase for ${person.name}`}
      action={person === undefined ? 'Add the person' : 'Add the passphrase'}
      busyLabel="Adding…"
      isReady={(secrets) => name !== '' && isReady(secrets)}
      run={(proof) =>
        vault.ask('keys:add', {
          person: { ...draft, id: person?.id ?? null, name },
          label: label.trim() || 'Passphrase',
          proof,
        })
      }
      onDone={() => {
        toast({ text: `${name} can open the locker now.` });
        onClose();
      }}
      onClose={onClose}
      above={
        <>
          {person === undefined && (
            <PersonFields person={draft} onChange={setDraft} whose="Their" takeFocus />
          )}
          <p>
            Whoever has a passphrase can read and change everything, and add and take away people.
          </p>
        </>
      }
      below={(secrets, busy) => (
        <>
          <p>
            {person?.name ?? 'The new person'} types a passphrase of their own, alone at the
            keyboard.
          </p>
          <PassphraseFields label="New passphrase" secrets={secrets} disabled={busy} />
          <Field label="Called (if you like)" hint="To tell passphrases apart, inside the locker.">
            {(control) => (
              <TextInput
                {...control}
                maxLength={80}
                value={label}
                disabled={busy}
                onChange={(event) => {
                  setLabel(event.target.value);
                }}
              />
            )}
          </Field>
        </>
      )}
    />
  );
}

/** The first colour nobody has. */
function freshPerson(taken: readonly Person[]): PersonDraft {
  const free = personColours.find(({ colour }) => !taken.some((each) => each.colour === colour));
  return { name: '', colour: (free ?? personColours[0]).colour };
}
