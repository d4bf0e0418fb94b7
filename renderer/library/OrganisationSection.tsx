import { randomId } from '../../shared/evidence/ids.ts';
import type { Organisation } from '../../shared/evidence/organisation.ts';
import { sourceTypes } from '../../shared/evidence/source.ts';
import { useAct } from '../app/vault-context.tsx';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/TextInput.tsx';
import { sourceTypeWords } from './detail-fields.ts';
import styles from './OrganisationSection.module.css';
import { SavedInput } from './SavedInput.tsx';

interface OrganisationSectionProps {
  /** As the source names its publisher. */
  readonly name: string;
  /** Undefined until something is said of it. */
  readonly organisation: Organisation | undefined;
}

/** What is remembered of a publisher, for every source of it. */
export function OrganisationSection({ name, organisation }: OrganisationSectionProps) {
  const act = useAct();
  const held: Organisation = organisation ?? {
    ...{ id: randomId(), name, sourceType: '', selfDescription: '', disclaimer: '' },
  };
  const save = (difference: Partial<Organisation>) => {
    const payload = { organisation: { ...held, ...difference } };
    void act([{ subject: 'library', kind: 'organisation-described', payload }]);
  };
  return (
    <details className={styles['organisation']}>
      <summary>
        About <bdi>{name}</bdi>
      </summary>
      <p className={styles['hint']}>Remembered for every source of this publisher.</p>
      <Field label="Kind of source">
        {(control) => (
          <Select
            {...control}
            value={held.sourceType}
            onChange={({ target }) => {
              save({ sourceType: sourceTypes.find((type) => type === target.value) ?? '' });
            }}
          >
            <option value="">not known</option>
            {sourceTypes.map((type) => (
              <option key={type} value={type}>
                {sourceTypeWords[type]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="As it describes itself">
        {(control) => (
          <SavedInput
            control={control}
            kind="long"
            value={held.selfDescription}
            onSave={(selfDescription) => {
              save({ selfDescription });
            }}
          />
        )}
      </Field>
      <Field label="Its disclaimer">
        {(control) => (
          <SavedInput
            control={control}
            kind="long"
            value={held.disclaimer}
            onSave={(disclaimer) => {
              save({ disclaimer });
            }}
          />
        )}
      </Field>
    </details>
  );
}
