import { useState, type SyntheticEvent } from 'react';
import { randomId, type SourceId } from '../../shared/evidence/ids.ts';
import { isTerm } from '../../shared/statement/find-terms.ts';
import { useAct, useVaultQuery } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { PaneSection } from '../ui/PaneSection.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { stateAct, unstateAct } from './statement-acts.ts';
import { StatementCheck } from './StatementCheck.tsx';
import styles from './StatementSection.module.css';

/** What a source is said not to mention, contradicted at once where its text does. */
export function StatementSection({ source }: { readonly source: SourceId }) {
  const act = useAct();
  const asked = useVaultQuery('statements:read', { source });
  const statements = asked.state === 'answered' ? asked.value : [];
  const [typed, setTyped] = useState('');
  const terms = typed
    .split(',')
    .map((term) => term.trim())
    .filter(isTerm);
  const state = (event: SyntheticEvent) => {
    event.preventDefault();
    if (terms.length === 0) return;
    void act([stateAct(randomId(), source, terms)]).then((done) => {
      if (done.ok) setTyped('');
    });
  };
  return (
    <PaneSection label="Does not mention">
      <ul>
        {statements.map(({ statement, terms: said, checks }) => (
          <li key={statement} className={styles['statement']}>
            <p>
              Does not mention <q>{said.join(', ')}</q>
            </p>
            {checks.map((check) => (
              <StatementCheck key={check.source} check={check} />
            ))}
            <Button variant="quiet" onClick={() => void act([unstateAct(source, statement)])}>
              Take it back
            </Button>
          </li>
        ))}
      </ul>
      <form className={styles['form']} onSubmit={state}>
        <Field
          label="Does not mention"
          hint="Words or names, parted by commas. Its text is searched at once, and again whenever it is replaced."
        >
          {(control) => (
            <TextInput
              {...control}
              maxLength={500}
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value);
              }}
            />
          )}
        </Field>
        <Button type="submit" disabled={terms.length === 0}>
          State it
        </Button>
      </form>
    </PaneSection>
  );
}
