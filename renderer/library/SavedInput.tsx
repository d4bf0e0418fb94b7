import { useState, type ChangeEvent, type KeyboardEvent } from 'react';
import type { FieldControl } from '../ui/Field.tsx';
import { TextArea, TextInput } from '../ui/TextInput.tsx';

interface SavedInputProps {
  readonly control: FieldControl;
  readonly kind: 'line' | 'long' | 'address' | 'day';
  readonly value: string;
  readonly placeholder?: string | undefined;
  /** Id of a datalist. */
  readonly list?: string | undefined;
  readonly onSave: (value: string) => void;
  /** Ctrl+Enter: what stands here is right, typed or not. */
  readonly onConfirm?: ((value: string) => void) | undefined;
}

/** Shows the saved value until somebody types, and what is typed until it is saved. */
export function SavedInput(props: SavedInputProps) {
  const { control, kind, value, placeholder, list, onSave, onConfirm } = props;
  const [typed, setTyped] = useState<string>();
  const save = () => {
    setTyped(undefined);
    const cleaned = typed?.trim();
    if (cleaned !== undefined && cleaned !== value) onSave(cleaned);
  };
  const keyed = (event: KeyboardEvent) => {
    const confirms = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (confirms && onConfirm !== undefined) {
      event.preventDefault();
      setTyped(undefined);
      onConfirm(typed?.trim() ?? value);
    } else if (event.key === 'Enter' && !(kind === 'long' && event.shiftKey)) {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape' && typed !== undefined) {
      event.stopPropagation();
      setTyped(undefined);
    }
  };
  const input = {
    ...control,
    dir: 'auto',
    value: typed ?? value,
    placeholder,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setTyped(event.target.value);
    },
    onBlur: save,
    onKeyDown: keyed,
  };
  if (kind === 'long') return <TextArea {...input} rows={3} />;
  if (kind === 'day') return <TextInput {...input} type="date" max="9999-12-31" />;
  return <TextInput {...input} list={list} type={kind === 'address' ? 'url' : 'text'} />;
}
