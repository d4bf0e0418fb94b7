import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { SecretEdit, SecretField as SecretName } from '../vault/calls/opening.ts';
import type { FieldControl } from './Field.tsx';
import { attachSecretEditor } from './secret-editor.ts';
import styles from './SecretField.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface SecretFieldProps extends FieldControl {
  readonly name: SecretName;
  /** Each edit, in order, for `secret:edit` of the vault, and the code points there are after it. */
  readonly onEdit: (edit: SecretEdit, length: number) => void;
  /** Code points the vault holds already, such as offered words. Give the field another `key` to take it over. */
  readonly initialLength?: number;
  readonly takeFocus?: boolean;
  readonly disabled?: boolean;
}

/**
 * A field for a secret that never holds it: its value is dots, one for each code point, so caret and selection are the
 * browser's own, and every edit goes to the vault instead (`secret-editor.ts`).
 *
 * There is no "Show": the text would have to come back from the vault into the page, and lie in both processes until
 * they end. The number of characters, a warning of Caps Lock and, where one is chosen, the repetition take its place.
 * It is a text field, not a password field, since those switch input methods off; the discs hide what is composed.
 */
export function SecretField({
  name,
  onEdit,
  initialLength = 0,
  takeFocus = false,
  disabled = false,
  ...control
}: SecretFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [length, setLength] = useState(initialLength);
  const [capsLock, setCapsLock] = useState(false);
  // The editor lives as long as the element; it looks the newest function up here.
  const latest = useRef(onEdit);
  useEffect(() => {
    latest.current = onEdit;
  });
  useEffect(() => {
    if (input.current === null) return undefined;
    return attachSecretEditor(input.current, initialLength, (edit, lengthAfter) => {
      setLength(lengthAfter);
      latest.current({ field: name, ...edit }, lengthAfter);
    });
  }, [name, initialLength]);

  useEffect(() => {
    if (takeFocus) input.current?.focus();
  }, [takeFocus]);

  const noticeCapsLock = (event: KeyboardEvent) => {
    setCapsLock(event.getModifierState('CapsLock'));
  };
  return (
    <span className={styles['frame']}>
      <input
        {...control}
        ref={input}
        className={styles['input']}
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        disabled={disabled}
        data-secret={name}
        onKeyDown={noticeCapsLock}
        onKeyUp={noticeCapsLock}
      />
      {capsLock && <span className={styles['caps']}>Caps Lock is on</span>}
      <VisuallyHidden role="status">
        {length === 0 ? 'empty' : `${length} characters`}
        {capsLock && ', Caps Lock is on'}
      </VisuallyHidden>
    </span>
  );
}
