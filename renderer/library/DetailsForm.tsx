import { useState, type KeyboardEvent } from 'react';
import { missingDetails, type SourceDetails } from '../../shared/evidence/source.ts';
import { useAct } from '../app/vault-context.tsx';
import { Field, type FieldControl } from '../ui/Field.tsx';
import { TextArea, TextInput } from '../ui/TextInput.tsx';
import { DateField } from './DateField.tsx';
import styles from './DetailsForm.module.css';
import { LanguageField } from './LanguageField.tsx';
import type { LibrarySource } from './source-list.ts';

/** Each field is saved by itself, when it is left or Enter is pressed; Esc takes back what was typed since. */
export function DetailsForm({ source }: { readonly source: LibrarySource }) {
  const act = useAct();
  const { details } = source;
  const missing = new Set(missingDetails(details));
  const save = (difference: Partial<SourceDetails>) => {
    const payload = { source: source.id, details: difference };
    void act([{ subject: `source/${source.id}`, kind: 'source-described', payload }]);
  };
  const text = (name: TextDetail, label: string, hint?: string) => (
    <Field label={label} missing={missing.has(name)} hint={hint}>
      {(control) => (
        <SavedInput
          control={control}
          name={name}
          value={details[name]}
          onSave={(value) => {
            save({ [name]: value });
          }}
        />
      )}
    </Field>
  );
  return (
    <div className={styles['form']}>
      {text('title', 'Title')}
      {text('publisher', 'Publisher')}
      {text('author', 'Author')}
      <DateField
        date={details.published}
        missing={missing.has('published')}
        onSave={(published) => {
          save({ published });
        }}
      />
      {text('url', 'Web address')}
      <Field label="Last accessed" missing={missing.has('accessed')}>
        {(control) => (
          <SavedInput
            control={control}
            name="accessed"
            value={details.accessed}
            onSave={(accessed) => {
              save({ accessed });
            }}
          />
        )}
      </Field>
      <div className={styles['pair']}>
        <LanguageField
          language={details.language}
          onSave={(language) => {
            save({ language });
          }}
        />
        {text('country', 'Country')}
      </div>
      {text('remark', 'Remark', 'For the team; never exported.')}
    </div>
  );
}

type TextDetail = 'title' | 'publisher' | 'author' | 'url' | 'accessed' | 'country' | 'remark';

interface SavedInputProps {
  readonly control: FieldControl;
  readonly name: TextDetail;
  readonly value: string;
  readonly onSave: (value: string) => void;
}

/** Shows the saved value until somebody types, and what is typed until it is saved. */
function SavedInput({ control, name, value, onSave }: SavedInputProps) {
  const [typed, setTyped] = useState<string>();
  const save = () => {
    setTyped(undefined);
    const cleaned = typed?.trim();
    if (cleaned !== undefined && cleaned !== value) onSave(cleaned);
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !(name === 'remark' && event.shiftKey)) {
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
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setTyped(event.target.value);
    },
    onBlur: save,
    onKeyDown: keyed,
  };
  if (name === 'remark') return <TextArea {...input} rows={3} />;
  if (name === 'accessed') return <TextInput {...input} type="date" max="9999-12-31" />;
  return <TextInput {...input} type={name === 'url' ? 'url' : 'text'} />;
}
