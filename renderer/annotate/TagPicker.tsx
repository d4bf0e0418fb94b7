import { useId, useState, type KeyboardEvent } from 'react';
import type { Tag } from '../../shared/evidence/tag.ts';
import { TextInput } from '../ui/TextInput.tsx';
import { suggestTags } from './suggest-tags.ts';
import styles from './TagPicker.module.css';

interface TagPickerProps {
  /** Those the mark does not carry yet are offered; the others are not. */
  readonly tags: readonly Tag[];
  readonly onPick: (tag: Tag) => void;
  readonly onCreate: (name: string) => void;
  readonly onClose: () => void;
}

/** The field is opened by a key or a button that asked for it. */
function focusWhenShown(field: HTMLInputElement | null): void {
  field?.focus();
}

type Choice =
  { readonly kind: 'tag'; readonly tag: Tag } | { readonly kind: 'new'; readonly name: string };

/** A field with suggestions, by the WAI-ARIA combobox pattern. Enter takes the pointed-out one, or makes a new tag. */
export function TagPicker({ tags, onPick, onCreate, onClose }: TagPickerProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { tags: suggested, create } = suggestTags(tags, typed);
  const choices: readonly Choice[] = [
    ...suggested.map((tag) => ({ kind: 'tag' as const, tag })),
    ...(create === '' ? [] : [{ kind: 'new' as const, name: create }]),
  ];
  const take = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    if (choice.kind === 'tag') onPick(choice.tag);
    else onCreate(choice.name);
    setTyped('');
    setAt(0);
  };
  const press = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => {
        setAt((at + 1) % Math.max(1, choices.length));
      },
      ArrowUp: () => {
        setAt((at - 1 + choices.length) % Math.max(1, choices.length));
      },
      Enter: () => {
        take(choices[at]);
      },
      Escape: onClose,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    step();
  };
  return (
    <div className={styles['picker']}>
      <TextInput
        ref={focusWhenShown}
        role="combobox"
        aria-label="Tag"
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={choices.length > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder="Tag name"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={press}
        onBlur={onClose}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Tags" className={styles['list']}>
        {choices.map((choice, i) => (
          <div
            key={choice.kind === 'tag' ? choice.tag.id : 'new'}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            className={styles['option']}
            // Before the field is blurred, which closes the list.
            onPointerDown={(event) => {
              event.preventDefault();
              take(choice);
            }}
          >
            {choice.kind === 'tag' ? choice.tag.name : `Make tag “${choice.name}”`}
          </div>
        ))}
      </div>
    </div>
  );
}
