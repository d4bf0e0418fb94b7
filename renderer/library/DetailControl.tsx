import type { SourceDetails } from '../../shared/evidence/source.ts';
import { sourceTypes } from '../../shared/evidence/source.ts';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/TextInput.tsx';
import { detailFields, sourceTypeWords, type DetailName } from './detail-fields.ts';
import { LanguageField } from './LanguageField.tsx';
import { ProposedSign } from './ProposedSign.tsx';
import { SavedInput } from './SavedInput.tsx';

type TextName = Exclude<DetailName, 'published'>;

interface DetailControlProps {
  readonly name: TextName;
  readonly value: string;
  readonly missing?: boolean;
  /** Shown where nothing stands, such as that many sources differ. */
  readonly placeholder?: string;
  readonly list?: string | undefined;
  readonly confidence?: 'stated' | 'likely' | 'guess' | undefined;
  readonly onSave: (details: Partial<SourceDetails>) => void;
}

/** One field of the details but the date of publication, saved by itself. */
export function DetailControl(props: DetailControlProps) {
  const { name, value, missing = false, placeholder, list, confidence, onSave } = props;
  const { label, kind, hint } = detailFields[name];
  const save = (text: string) => {
    onSave({ [name]: text });
  };
  const sign = confidence !== undefined && (
    <ProposedSign
      name={name}
      confidence={confidence}
      onConfirm={() => {
        save(value);
      }}
    />
  );
  if (kind === 'language') {
    return <LanguageField language={value} nothing={placeholder} aside={sign} onSave={save} />;
  }
  return (
    <Field label={label} missing={missing} hint={hint} aside={sign}>
      {(control) =>
        kind === 'source-type' ? (
          <Select
            {...control}
            value={value}
            onChange={(event) => {
              save(event.target.value);
            }}
          >
            <option value="">{placeholder ?? 'not known'}</option>
            {sourceTypes.map((type) => (
              <option key={type} value={type}>
                {sourceTypeWords[type]}
              </option>
            ))}
          </Select>
        ) : (
          <SavedInput
            control={control}
            kind={kind === 'date' ? 'line' : kind}
            value={value}
            placeholder={placeholder}
            list={list}
            onSave={save}
            onConfirm={confidence === undefined ? undefined : save}
          />
        )
      }
    </Field>
  );
}
