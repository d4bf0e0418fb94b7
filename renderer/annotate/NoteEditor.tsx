import { useEffect, useRef, useState } from 'react';
import { TextArea } from '../ui/TextInput.tsx';
import styles from './MarkCard.module.css';

interface NoteEditorProps {
  readonly note: string;
  readonly onSave: (text: string) => void;
  readonly onClose: () => void;
}

const pauseMs = 1000;

/** The field is opened by a key or a button that asked for it. */
function focusWhenShown(field: HTMLTextAreaElement | null): void {
  field?.focus();
}

/** A note is saved when typing pauses and when the field is left; a half-typed one outlives a crash or a lock. */
export function NoteEditor({ note, onSave, onClose }: NoteEditorProps) {
  const [text, setText] = useState(note);
  const draft = useRef({ text: note, saved: note, onSave });
  useEffect(() => {
    draft.current.onSave = onSave;
  });

  const save = (): void => {
    const { text: written, saved } = draft.current;
    if (written === saved) return;
    draft.current.saved = written;
    draft.current.onSave(written);
  };
  useEffect(() => {
    const timer = setTimeout(save, pauseMs);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  // Leaving the screen is leaving the field, though it is not blurred first.
  useEffect(() => save, []);

  return (
    <TextArea
      ref={focusWhenShown}
      aria-label="Note"
      className={styles['noteField']}
      rows={3}
      value={text}
      onChange={({ target }) => {
        draft.current.text = target.value;
        setText(target.value);
      }}
      onBlur={() => {
        save();
        onClose();
      }}
      onKeyDown={(event) => {
        const done = event.key === 'Escape' || (event.key === 'Enter' && event.ctrlKey);
        if (!done) return;
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.blur();
      }}
    />
  );
}
