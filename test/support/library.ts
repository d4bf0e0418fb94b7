// A small library of invented sources for tests of screens.
import type { FileId, SourceId } from '../../shared/evidence/ids.ts';
import { emptyDetails, type Source, type SourceDetails } from '../../shared/evidence/source.ts';
import type { Act } from '../../shared/journal/change.ts';

/** The same id for the same number. */
export function sourceId(number: number): SourceId {
  return number.toString(16).padStart(32, '0') as SourceId;
}

type Imported = Extract<Act, { readonly kind: 'source-imported' }>['payload'];

interface Given extends Partial<Omit<Source, 'id' | 'details'>> {
  readonly details?: Partial<SourceDetails>;
}

/** The act that brings a source in: a readable PDF of 14 pages, unless said otherwise. */
export function importedAct(number: number, name: string, given: Given = {}): Act {
  const { details, status = 'text', ...rest } = given;
  const working = {
    file: sourceId(number + 1000) as string as FileId,
    extractor: 'pdf/1',
    pages: 14,
  };
  const payload: Imported = {
    source: sourceId(number),
    format: 'pdf',
    original: {
      file: sourceId(number + 2000) as string as FileId,
      name,
      mediaType: 'application/pdf',
      sizeBytes: 1_284_000,
      sha256: '9f3c71ab'.repeat(8),
    },
    status,
    ...(status === 'text' ? { working: { ...working, words: 5210, unreadable: 0 } } : {}),
    ...rest,
    details: { ...emptyDetails, ...details },
  };
  return { subject: `source/${sourceId(number)}`, kind: 'source-imported', payload };
}

/** Every detail a citation needs. */
export const fullDetails: Partial<SourceDetails> = {
  title: 'Exploitation Monitor 2025',
  publisher: 'Northern Union',
  published: { value: '2025-03-12', precision: 'day' },
};
