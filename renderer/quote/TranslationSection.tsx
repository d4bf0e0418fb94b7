import { useState } from 'react';
import type { Quote } from '../../shared/evidence/quote.ts';
import { parityFindings, translatorsNote } from '../../shared/quote/translation.ts';
import type { QuoteProof } from '../../shared/quote/composed-quote.ts';
import { Button } from '../ui/Button.tsx';
import { ParityList } from './ParityList.tsx';
import { TranslationDialog } from './TranslationDialog.tsx';
import styles from './TranslationSection.module.css';

interface TranslationSectionProps {
  readonly quote: Quote;
  /** As it is printed now. */
  readonly printed: string;
  readonly proof: QuoteProof;
}

/** The quote in another language, beneath it; written side by side with it. */
export function TranslationSection({ quote, printed, proof }: TranslationSectionProps) {
  const [writing, setWriting] = useState(false);
  const { translation } = quote;
  return (
    <section className={styles['section']} aria-label="Translation">
      <h2>Translation</h2>
      {translation !== undefined && (
        <>
          <blockquote dir="auto" lang={translation.language}>
            “{translation.text}”
          </blockquote>
          <p className={styles['note']}>{translatorsNote(translation)}</p>
          <ParityList findings={parityFindings(translation.text, printed)} />
        </>
      )}
      <Button
        icon="pen"
        onClick={() => {
          setWriting(true);
        }}
      >
        {translation === undefined ? 'Write a translation…' : 'Change the translation…'}
      </Button>
      {writing && (
        <TranslationDialog
          quote={quote}
          printed={printed}
          proof={proof}
          onClose={() => {
            setWriting(false);
          }}
        />
      )}
    </section>
  );
}
