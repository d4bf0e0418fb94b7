import { useId } from 'react';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './PersonFields.module.css';

/** White on each of these is at least 4.5:1. */
export const personColours = [
  { name: 'teal', colour: '#17616b' },
  { name: 'blue', colour: '#2f5d9e' },
  { name: 'violet', colour: '#6a4a9c' },
  { name: 'plum', colour: '#8e3b73' },
  { name: 'red', colour: '#a23b34' },
  { name: 'brown', colour: '#7b5227' },
  { name: 'green', colour: '#38692f' },
  { name: 'slate', colour: '#4c5866' },
] as const;

export interface PersonDraft {
  readonly name: string;
  readonly colour: string;
}

interface PersonFieldsProps {
  readonly person: PersonDraft;
  readonly onChange: (person: PersonDraft) => void;
  /** The name was left or Enter was pressed. */
  readonly onNameDone?: () => void;
  readonly takeFocus?: boolean;
  /** Whose name it is, in a label: “Your”, “Their”. */
  readonly whose?: 'Your' | 'Their';
}

/** A name or pseudonym and a colour. */
export function PersonFields({
  person,
  onChange,
  onNameDone,
  takeFocus,
  whose = 'Your',
}: PersonFieldsProps) {
  const group = useId();
  return (
    <>
      <Field
        label={`${whose} name or a pseudonym`}
        hint={`Stands beside everything ${whose === 'Your' ? 'you mark' : 'they mark'}, inside the locker.`}
      >
        {(control) => (
          <TextInput
            {...control}
            ref={(element) => {
              if (takeFocus === true && element?.value === '') element.focus();
            }}
            maxLength={80}
            value={person.name}
            onChange={(event) => {
              onChange({ ...person, name: event.target.value });
            }}
            onBlur={onNameDone}
          />
        )}
      </Field>
      <fieldset className={styles['colours']}>
        <legend>{whose} colour</legend>
        {personColours.map(({ name, colour }) => (
          <label key={colour} className={styles['colour']} title={name}>
            <input
              type="radio"
              name={group}
              value={colour}
              checked={person.colour === colour}
              onChange={() => {
                onChange({ ...person, colour });
              }}
            />
            <span className={styles['swatch']} style={{ background: colour }} aria-hidden="true">
              {initialOf(person.name)}
            </span>
            <VisuallyHidden>{name}</VisuallyHidden>
          </label>
        ))}
      </fieldset>
    </>
  );
}

function initialOf(name: string): string {
  return Array.from(name.trim())[0]?.toUpperCase() ?? '';
}
