// What each kind of change does, and that it does it: the laws of undo hold as well of a change that does nothing.
import { describe, expect, test } from 'vitest';
import type {
  FileId,
  MarkId,
  OrganisationId,
  QuoteId,
  SourceId,
  TagId,
} from '../../../../shared/evidence/ids.ts';
import type { Organisation } from '../../../../shared/evidence/organisation.ts';
import type { Translation } from '../../../../shared/evidence/translation.ts';
import type { Act } from '../../../../shared/journal/change.ts';
import { foldChanges, foldFurther } from '../../../../shared/library/fold.ts';
import type { LibraryState } from '../../../../shared/library/library-state.ts';
import { reverse } from '../../../../shared/library/undo.ts';
import { contentOn, quoteMade } from '../../../support/composed.ts';
import { changes } from '../../../support/numbered-changes.ts';
import { importedAct, markAct, testPerson } from '../../../support/small-locker.ts';

const source = '5'.repeat(32) as SourceId;
const mark = '1'.repeat(32) as MarkId;
const quote = '9'.repeat(32) as QuoteId;
const tag = 'a'.repeat(32) as TagId;
const into = 'b'.repeat(32) as TagId;
const organisation = 'f'.repeat(32) as OrganisationId;
const sealed = { file: '6'.repeat(32) as FileId, sha256: '7'.repeat(64), sizeBytes: 3 };
const content = contentOn('some words', [[0, 4]]);
const further = { start: 5, end: 10, exact: 'words', prefix: '', suffix: '' };
const place = { workingFile: 'copy', firstPage: 0, lastPage: 0, pageLabel: '' };
const translation: Translation = {
  ...{ kind: 'own', language: 'en', translator: '', competence: '', date: '', text: 'words' },
};

const begin: readonly Act[] = [
  importedAct(source, sealed, 'report.txt'),
  markAct(source, 'some words', mark),
  quoteMade(source, content, quote),
  ...[tag, into].map((id): Act => ({
    ...{ subject: 'library', kind: 'tag-made', payload: { tag: { id, name: id } } },
  })),
];

type Done = Act extends infer A ? (A extends Act ? Pick<A, 'kind' | 'payload'> : never) : never;
type Read = (state: LibraryState) => unknown;

const aMark: Read = ({ marks }) => marks.get(mark);
const aQuote: Read = ({ quotes }) => quotes.get(quote);
const aSource: Read = ({ sources }) => sources.get(source);
const aTag: Read = ({ tags }) => tags.get(tag);
const anOrganisation: Read = ({ organisations }) => organisations.get(organisation);
const labels = [{ from: 0, style: 'roman', prefix: '', first: 3 }] as const;
const described: Organisation = {
  ...{ id: organisation, name: 'Herald', sourceType: 'media' },
  ...{ selfDescription: '', disclaimer: 'none' },
};

/** Each with what it changes, from a state in which it is otherwise. */
const kinds: readonly (readonly [Done, Read, object])[] = [
  [{ kind: 'mark-coloured', payload: { mark, colour: 'law' } }, aMark, { colour: 'law' }],
  [{ kind: 'mark-restyled', payload: { mark, kind: 'underline' } }, aMark, { kind: 'underline' }],
  [{ kind: 'reading-corrected', payload: { mark, reading: 'r' } }, aMark, { reading: 'r' }],
  [{ kind: 'reviewed', payload: { mark, review: 'checked' } }, aMark, { review: 'checked' }],
  [{ kind: 'noted', payload: { mark, text: 'n' } }, aMark, { note: 'n' }],
  [{ kind: 'tagged', payload: { mark, tag } }, aMark, { tags: [tag] }],
  [{ kind: 'unmarked', payload: { mark } }, aMark, { removed: true }],
  [
    {
      kind: 'marks-placed',
      payload: { source, marks: [{ mark, ...place, anchor: further, more: [further] }] },
    },
    aMark,
    { ...place, anchor: further, more: [further] },
  ],
  [
    { kind: 'quote-changed', payload: { quote, content: { ...content, note: 'why' } } },
    aQuote,
    { note: 'why' },
  ],
  [{ kind: 'translated', payload: { quote, translation } }, aQuote, { translation }],
  [{ kind: 'quote-removed', payload: { quote } }, aQuote, { removed: true }],
  [{ kind: 'pages-labelled', payload: { source, labels } }, aSource, { labels }],
  [
    { kind: 'reading-set', payload: { source, state: 'done' } },
    aSource,
    { reading: { state: 'done', by: testPerson.id, at: begin.length + 1 } },
  ],
  [{ kind: 'source-removed', payload: { source } }, aSource, { removed: true }],
  [{ kind: 'tag-renamed', payload: { tag, name: 'ships' } }, aTag, { name: 'ships' }],
  [{ kind: 'tag-changed', payload: { tag, change: { colour: 'law' } } }, aTag, { colour: 'law' }],
  [{ kind: 'tag-merged', payload: { tag, into } }, aTag, { mergedInto: into }],
  [
    { kind: 'organisation-described', payload: { organisation: described } },
    anOrganisation,
    described,
  ],
];

describe.each(kinds)('$kind', (done, read, expected) => {
  test('does what it says, once', () => {
    const all = changes(...begin, anywhere(done));
    const before = foldChanges(all.slice(0, -1));
    expect(read(before) ?? {}).not.toMatchObject(expected);
    const after = read(foldFurther(before, all.slice(-1)));
    expect(after).toMatchObject(expected);
    expect(read(foldChanges(all))).toEqual(after);
  });
});

test('a mark begins plain and present, and knows when it was changed last', () => {
  const fresh = foldChanges(changes(...begin)).marks.get(mark);
  const plain = { kind: 'highlight', more: [], tags: [], note: '', reading: '', review: 'draft' };
  expect(fresh).toMatchObject({ ...plain, removed: false, markedAt: 2, changedAt: 2 });
  const noted = changes(...begin, anywhere({ kind: 'noted', payload: { mark, text: 'n' } }));
  expect(foldChanges(noted).marks.get(mark)).toMatchObject({
    markedAt: 2,
    changedAt: noted.length,
  });
});

test('what was removed comes back with what it had', () => {
  const gone = changes(
    ...begin,
    anywhere({ kind: 'quote-removed', payload: { quote } }),
    anywhere({ kind: 'translated', payload: { quote, translation } }),
    anywhere({ kind: 'unmarked', payload: { mark } }),
  );
  expect(foldChanges(gone).quotes.get(quote)).toMatchObject({ removed: true, translation });
  const back = changes(
    ...gone,
    anywhere({ kind: 'quote-restored', payload: { quote } }),
    anywhere({ kind: 'remarked', payload: { mark } }),
  );
  expect(foldChanges(back).quotes.get(quote)).toMatchObject({ removed: false, translation });
  expect(foldChanges(back).marks.get(mark)).toMatchObject({ removed: false });
});

test('nothing is changed of what is not there', () => {
  for (const [done] of kinds.filter(([{ kind }]) => kind !== 'organisation-described')) {
    const [alone] = changes(anywhere(done));
    if (alone === undefined) throw new Error('there is one');
    expect(foldFurther(foldChanges([]), [alone]), done.kind).toEqual(foldChanges([]));
  }
});

test('undoing takes back to the ranges there were, takes a new tag away, and a tag only where it was new', () => {
  const undo = (done: Done, ...first: readonly Done[]) => {
    const all = changes(...begin, ...first.map(anywhere), anywhere(done));
    return all.slice(-1).flatMap((last) => reverse(last, foldChanges(all.slice(0, -1))));
  };
  const placed = (...more: readonly (typeof further)[]): Done => ({
    kind: 'marks-placed',
    payload: { source, marks: [{ mark, ...place, anchor: further, more }] },
  });
  expect(undo(placed(), placed(further))).toMatchObject([placed(further)]);
  expect(undo(placed(further), placed())).not.toHaveProperty('0.payload.marks.0.more');

  const fresh = 'c'.repeat(32) as TagId;
  expect(undo({ kind: 'tag-made', payload: { tag: { id: fresh, name: 'new' } } })).toMatchObject([
    { kind: 'tag-changed', payload: { tag: fresh, change: { removed: true } } },
  ]);

  const tagged: Done = { kind: 'tagged', payload: { mark, tag } };
  const untagged: Done = { kind: 'untagged', payload: { mark, tag } };
  expect(undo(tagged)).toMatchObject([untagged]);
  expect(undo(tagged, tagged)).toEqual([]);
  expect(undo(untagged)).toEqual([]);
  const unknown = 'e'.repeat(32) as MarkId;
  expect(undo({ kind: 'untagged', payload: { mark: unknown, tag } })).toEqual([]);
});

function anywhere(done: Done): Act {
  return { subject: `source/${source}`, ...done };
}
