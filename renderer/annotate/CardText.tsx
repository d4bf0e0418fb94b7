import { Pill } from '../ui/Pill.tsx';
import styles from './MarkCard.module.css';
import { NoteEditor } from './NoteEditor.tsx';
import { useUnsavedText, type SaveText } from './unsaved-texts.ts';

interface CardTextProps {
  /** The name of its field among all fields. */
  readonly field: string;
  /** Names the field, where it is not the note. */
  readonly label?: string;
  readonly text: string;
  /** How it is shown, where that is not as it was written. */
  readonly shown?: string;
  /** What the field holds at first while nothing is written. */
  readonly begun?: string;
  readonly isEdited: boolean;
  readonly onEdit: () => void;
  readonly onSave: SaveText;
  readonly onClose: () => void;
}

/** A text a person wrote on a mark: its field while it is written, else itself, and a click on it writes on. */
export function CardText(props: CardTextProps) {
  const { field, label, text, shown = text, begun = '', isEdited, onEdit, onSave, onClose } = props;
  const unsaved = useUnsavedText(field);
  if (isEdited) {
    return (
      <NoteEditor
        field={field}
        {...(label === undefined ? {} : { label })}
        note={text === '' ? begun : text}
        onSave={onSave}
        onClose={onClose}
      />
    );
  }
  if (text === '' && unsaved === undefined) return null;
  return (
    <button type="button" className={styles['note']} dir="auto" onClick={onEdit}>
      {unsaved === undefined ? (
        shown
      ) : (
        <>
          <Pill tone="bad">Not saved</Pill> {unsaved}
        </>
      )}
    </button>
  );
}
