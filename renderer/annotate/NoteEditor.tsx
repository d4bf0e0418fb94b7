import { TextArea } from '../ui/TextInput.tsx';
import styles from './MarkCard.module.css';
import type { SaveText } from './unsaved-texts.ts';
import { useSavedText } from './use-saved-text.ts';

interface NoteEditorProps {
  /** Its name among all fields. */
  readonly field: string;
  readonly label?: string;
  readonly note: string;
  readonly onSave: SaveText;
  readonly onClose: () => void;
}

/** The field is opened by a key or a button that asked for it. */
function focusWhenShown(field: HTMLTextAreaElement | null): void {
  field?.focus();
}

export function NoteEditor({ field, label = 'Note', note, onSave, onClose }: NoteEditorProps) {
  const { text, write, save } = useSavedText(field, note, onSave);
  return (
    <TextArea
      ref={focusWhenShown}
      aria-label={label}
      className={styles['noteField']}
      rows={3}
      value={text}
      onChange={({ target }) => {
        write(target.value);
      }}
      onBlur={({ currentTarget }) => {
        void save().then((kept) => {
          // What could not be saved stays in its field, where it can be copied or tried again. One that is gone has made way
          // for the next, which must stay.
          const isLeft = currentTarget.isConnected && document.activeElement !== currentTarget;
          if (kept && isLeft) onClose();
        });
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
