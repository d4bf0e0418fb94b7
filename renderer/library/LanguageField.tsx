import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/TextInput.tsx';
import { languageWords } from './detail-words.ts';

interface LanguageFieldProps {
  /** BCP 47, or empty. */
  readonly language: string;
  readonly onSave: (language: string) => void;
}

/** Languages of casework, each by its own name; one that a document names by itself is added. */
const offered = [
  'am',
  'ar',
  'bn',
  'de',
  'en',
  'es',
  'fa',
  'fr',
  'ha',
  'hi',
  'id',
  'it',
  'km',
  'ku',
  'my',
  'ne',
  'nl',
  'ps',
  'pt',
  'ro',
  'ru',
  'so',
  'sq',
  'sw',
  'th',
  'ti',
  'tr',
  'ug',
  'uk',
  'ur',
  'vi',
  'yo',
  'zh-Hans',
  'zh-Hant',
] as const;

export function LanguageField({ language, onSave }: LanguageFieldProps) {
  const codes =
    language === '' || offered.some((code) => code === language) ? offered : [language, ...offered];
  return (
    <Field label="Language">
      {(control) => (
        <Select
          {...control}
          value={language}
          onChange={(event) => {
            onSave(event.target.value);
          }}
        >
          <option value="">not known</option>
          {codes.map((code) => (
            <option key={code} value={code}>
              {languageWords(code)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
