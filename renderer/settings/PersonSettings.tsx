import { useState } from 'react';
import type { Person } from '../../shared/evidence/person.ts';
import { useAct, useVaultQuery } from '../app/vault-context.tsx';
import { PersonFields, type PersonDraft } from '../lock/PersonFields.tsx';

/** The name is saved when it is left, the colour at once. */
export function PersonSettings() {
  const state = useVaultQuery('locker:look', null);
  if (state.state !== 'answered' || state.value.kind !== 'open') return null;
  return <PersonForm key={state.value.person.id} person={state.value.person} />;
}

function PersonForm({ person }: { readonly person: Person }) {
  const act = useAct();
  const [draft, setDraft] = useState<PersonDraft>(person);
  const save = ({ name, colour }: PersonDraft) => {
    const named = { id: person.id, name: name.trim() || person.name, colour };
    if (named.name === person.name && named.colour === person.colour) return;
    void act([{ subject: 'library', kind: 'person-named', payload: { person: named } }]);
  };
  return (
    <PersonFields
      person={draft}
      onChange={(next) => {
        setDraft(next);
        if (next.colour !== draft.colour) save(next);
      }}
      onNameDone={() => {
        save(draft);
      }}
    />
  );
}
