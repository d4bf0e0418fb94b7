import { useState } from 'react';
import type { Quote } from '../../shared/evidence/quote.ts';
import type { Translation, TranslationKind } from '../../shared/evidence/translation.ts';
import {
  parityFindings,
  translationWords,
  translatorsNote,
} from '../../shared/quote/translation.ts';
import type { QuoteProof } from '../../shared/quote/composed-quote.ts';
import { useAct } from '../app/vault-context.tsx';
import { LanguageField } from '../library/LanguageField.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Select, TextArea, TextInput } from '../ui/TextInput.tsx';
import { ParityList } from './ParityList.tsx';
import { ProofPill } from './ProofPill.tsx';
import { translateQuoteAct } from './quote-acts.ts';
import styles from './TranslationSection.module.css';

interface TranslationDialogProps {
  readonly quote: Quote;
  readonly printed: string;
  readonly proof: QuoteProof;
  readonly onClose: () => void;
}

const blank: Translation = {
  ...{ kind: 'own', language: 'en', translator: '', competence: '', date: '', text: '' },
};
const kinds = Object.keys(translationWords) as readonly TranslationKind[];

/** Original and translation side by side; what can be counted on both sides is told while it is written. */
export function TranslationDialog({ quote, printed, proof, onClose }: TranslationDialogProps) {
  const act = useAct();
  const [draft, setDraft] = useState(quote.translation ?? blank);
  const change = (part: Partial<Translation>) => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const keep = (translation: Translation | null) => {
    void act([translateQuoteAct(quote, translation)]).then((done) => {
      if (done.ok) onClose();
    });
  };
  const isEmpty = draft.text.trim() === '';
  return (
    <Dialog
      wide
      title="Original and translation"
      onClose={onClose}
      actions={
        <>
          {quote.translation !== undefined && (
            <Button
              variant="quiet"
              icon="trash"
              onClick={() => {
                keep(null);
              }}
            >
              Take it away
            </Button>
          )}
          <Button onClick={onClose}>Leave it</Button>
          <Button
            variant="primary"
            disabled={isEmpty}
            onClick={() => {
              keep({ ...draft, text: draft.text.trim() });
            }}
          >
            Save the translation
          </Button>
        </>
      }
    >
      <div className={styles['pair']}>
        <section aria-label="Original">
          <h3>
            Original, as printed <ProofPill proof={proof} isSettled />
          </h3>
          <blockquote dir="auto">“{printed}”</blockquote>
        </section>
        <Field
          label="Translation"
          hint="With [...] wherever the original has it; no outer quotation marks."
        >
          {(control) => (
            <TextArea
              {...control}
              rows={10}
              dir="auto"
              lang={draft.language}
              value={draft.text}
              onChange={({ target }) => {
                change({ text: target.value });
              }}
            />
          )}
        </Field>
      </div>
      {!isEmpty && <ParityList findings={parityFindings(draft.text, printed)} />}
      <div className={styles['fields']}>
        <Field label="Kind">
          {(control) => (
            <Select
              {...control}
              value={draft.kind}
              onChange={({ target }) => {
                const kind = kinds.find((each) => each === target.value);
                if (kind !== undefined) change({ kind });
              }}
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {translationWords[kind]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <LanguageField
          language={draft.language}
          onSave={(language) => {
            change({ language });
          }}
        />
        <Field label="Date">
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={draft.date}
              onChange={({ target }) => {
                change({ date: target.value });
              }}
            />
          )}
        </Field>
        <Field
          label="Translator"
          hint="Stands in the export. Leave it empty where nobody may be named."
        >
          {(control) => (
            <TextInput
              {...control}
              maxLength={200}
              value={draft.translator}
              onChange={({ target }) => {
                change({ translator: target.value });
              }}
            />
          )}
        </Field>
        <Field label="The translator is" hint="Such as: a Chinese native speaker">
          {(control) => (
            <TextInput
              {...control}
              maxLength={200}
              value={draft.competence}
              onChange={({ target }) => {
                change({ competence: target.value });
              }}
            />
          )}
        </Field>
      </div>
      <p className={styles['note']}>Printed under it: {translatorsNote(draft)}</p>
    </Dialog>
  );
}
