import { activityGroups, type ActivityFilter } from '../../shared/activity/filter.ts';
import type { Person } from '../../shared/evidence/person.ts';
import { displayTitle, type Source } from '../../shared/evidence/source.ts';
import { Field } from '../ui/Field.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import styles from './ActivityScreen.module.css';
import { groupWords } from './activity-words.ts';
import { dayAfter, inputOfDay, startOfDay } from './filter-days.ts';

interface FilterFieldsProps {
  readonly filter: ActivityFilter;
  readonly onChange: (filter: ActivityFilter) => void;
  readonly people: readonly Person[];
  readonly sources: readonly Source[];
}

export function FilterFields({ filter, onChange, people, sources }: FilterFieldsProps) {
  /** Without the key where there is nothing to filter by. */
  const set = <K extends keyof ActivityFilter>(key: K, value: ActivityFilter[K] | undefined) => {
    const rest = Object.fromEntries(Object.entries(filter).filter(([name]) => name !== key));
    onChange(value === undefined ? rest : { ...rest, [key]: value });
  };
  return (
    <div className={styles['filters']} role="group" aria-label="Filter">
      <Field label="Person">
        {(control) => (
          <Select
            {...control}
            value={filter.person ?? ''}
            onChange={({ target }) => {
              set('person', people.find(({ id }) => id === target.value)?.id);
            }}
          >
            <option value="">everybody</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="What">
        {(control) => (
          <Select
            {...control}
            value={filter.group ?? ''}
            onChange={({ target }) => {
              set(
                'group',
                activityGroups.find((group) => group === target.value),
              );
            }}
          >
            <option value="">everything</option>
            {activityGroups.map((group) => (
              <option key={group} value={group}>
                {groupWords[group]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Source">
        {(control) => (
          <Select
            {...control}
            value={filter.source ?? ''}
            onChange={({ target }) => {
              set('source', sources.find(({ id }) => id === target.value)?.id);
            }}
          >
            <option value="">all sources</option>
            {sources.map((source) => (
              <option key={source.id} value={source.id}>
                {displayTitle(source)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Words">
        {(control) => (
          <TextInput
            {...control}
            type="search"
            value={filter.text ?? ''}
            onChange={({ target }) => {
              set('text', target.value === '' ? undefined : target.value);
            }}
          />
        )}
      </Field>
      <Field label="From">
        {(control) => (
          <TextInput
            {...control}
            type="date"
            value={filter.from === undefined ? '' : inputOfDay(filter.from)}
            onChange={({ target }) => {
              set('from', startOfDay(target.value));
            }}
          />
        )}
      </Field>
      <Field label="To">
        {(control) => (
          <TextInput
            {...control}
            type="date"
            value={filter.before === undefined ? '' : inputOfDay(filter.before - 1)}
            onChange={({ target }) => {
              const day = startOfDay(target.value);
              set('before', day === undefined ? undefined : dayAfter(day));
            }}
          />
        )}
      </Field>
    </div>
  );
}
