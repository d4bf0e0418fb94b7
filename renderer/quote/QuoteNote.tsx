import type { QuoteId } from '../../shared/evidence/ids.ts';
import type { SaveText } from '../annotate/unsaved-texts.ts';
import { useSavedText } from '../annotate/use-saved-text.ts';
import { Field } from '../ui/Field.tsx';
import { TextArea } from '../ui/TextInput.tsx';

interface QuoteNoteProps {
  readonly quote: QuoteId;
  readonly note: string;
  readonly onSave: SaveText;
}

export function QuoteNote({ quote, note, onSave }: QuoteNoteProps) {
  const { text, write, save } = useSavedText(`note of ${quote}`, note, onSave);
  return (
    <Field label="Why it is relied on">
      {(control) => (
        <TextArea
          {...control}
          rows={3}
          value={text}
          onChange={({ target }) => {
            write(target.value);
          }}
          onBlur={() => void save()}
        />
      )}
    </Field>
  );
}
