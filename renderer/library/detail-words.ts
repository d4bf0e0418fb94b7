import type { SourceDetails } from '../../shared/evidence/source.ts';

/** What a detail is called, on the form and in "publisher missing". */
export const detailWords: Readonly<Record<keyof SourceDetails, string>> = {
  title: 'title',
  publisher: 'publisher',
  author: 'author',
  published: 'date',
  url: 'web address',
  accessed: 'date of access',
  language: 'language',
  country: 'country',
  remark: 'remark',
  republisher: 'republished by',
  container: 'part of',
  series: 'series',
  edition: 'edition',
  documentType: 'document type',
  sourceType: 'source type',
  updated: 'last updated',
  archiveUrl: 'archived at',
  citeAs: 'asks to be cited as',
  disclaimer: 'disclaimer',
};

/** The language's own name for itself where the browser knows it, else the code. */
export function languageWords(code: string): string {
  if (code === '') return '';
  try {
    return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  } catch {
    return code; // not a well-formed code: shown as it was written
  }
}
