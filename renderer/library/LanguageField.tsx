import type { ReactNode } from 'react';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/TextInput.tsx';
import { languageWords } from './detail-words.ts';

interface LanguageFieldProps {
  /** BCP 47, or empty. */
  readonly language: string;
  /** What is said where none is known. */
  readonly nothing?: string | undefined;
  readonly aside?: ReactNode;
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

export function LanguageField({ language, nothing, aside, onSave }: LanguageFieldProps) {
  return (
    <Field label="Language" aside={aside}>
      {(control) => (
        <Select
          {...control}
          value={language}
          onChange={(event) => {
            onSave(event.target.value);
          }}
        >
          <LanguageOptions language={language} nothing={nothing} />
        </Select>
      )}
    </Field>
  );
}

/** Every language that is offered, and the one that is held. */
export function LanguageOptions({
  language,
  nothing = 'not known',
}: Pick<LanguageFieldProps, 'language' | 'nothing'>) {
  const codes =
    language === '' || offered.some((code) => code === language) ? offered : [language, ...offered];
  return (
    <>
      <option value="">{nothing}</option>
      {codes.map((code) => (
        <option key={code} value={code}>
          {languageWords(code)}
        </option>
      ))}
    </>
  );
}
