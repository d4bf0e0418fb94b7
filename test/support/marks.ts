import type { MarkId, SourceId } from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import { testPerson } from './memory-vault.ts';

/** A mark of ten characters from `start`, with whatever else a test is about. */
export function seedOf({ start, ...rest }: { readonly start: number } & Partial<Mark>): Mark {
  return {
    id: `mark-${start}` as MarkId,
    source: 'source' as SourceId,
    workingFile: 'file',
    anchor: { start, end: start + 10, exact: 'ten signs.', prefix: '', suffix: '' },
    firstPage: 0,
    lastPage: 0,
    pageLabel: '',
    colour: 'key',
    kind: 'highlight',
    more: [],
    tags: [],
    note: '',
    reading: '',
    review: 'draft',
    markedBy: testPerson.id,
    markedAt: 0,
    changedAt: 0,
    ...rest,
  };
}
