/** Who translated: whoever quotes, somebody asked to, or a publisher. */
export type TranslationKind = 'own' | 'third-party' | 'published';

/** A quote in another language, beside the words it translates. It proves nothing: the original is what is verified. */
export interface Translation {
  readonly kind: TranslationKind;
  /** Of the translation: BCP 47, or empty. */
  readonly language: string;
  /** As it may be printed; empty for nobody named. */
  readonly translator: string;
  /** As it follows “The translator is”: “a Chinese native speaker”. */
  readonly competence: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly date: string;
  /** With a gap mark for each of the quote's. */
  readonly text: string;
}
