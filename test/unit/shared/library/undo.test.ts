import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyDetails } from '../../../../shared/evidence/source.ts';
import type { Act, Change } from '../../../../shared/journal/change.ts';
import { foldChanges, foldFurther } from '../../../../shared/library/fold.ts';
import type { LibraryState } from '../../../../shared/library/library-state.ts';
import type { Translation } from '../../../../shared/evidence/translation.ts';
import { reverse } from '../../../../shared/library/undo.ts';
import { markColours, reviewStates } from '../../../../shared/evidence/mark.ts';
import { contentOn, quoteMade } from '../../../support/composed.ts';
import { deviceA, markAct, testPerson } from '../../../support/small-locker.ts';
import type { Organisation } from '../../../../shared/evidence/organisation.ts';
import type {
  AnyId,
  MarkId,
  OrganisationId,
  QuoteId,
  SourceId,
  TagId,
} from '../../../../shared/evidence/ids.ts';

const source = '5'.repeat(32) as SourceId;
const marks = ['1', '2'].map((digit) => digit.repeat(32) as MarkId);
const tags = ['a', 'b'].map((digit) => digit.repeat(32) as TagId);
const content = contentOn('some words', [[0, 4]]);
const quote = '9'.repeat(32) as QuoteId;
const translation: Translation = {
  ...{ kind: 'own', language: 'en', translator: '', competence: '', date: '', text: '' },
};
const organisation: Organisation = {
  id: 'f'.repeat(32) as OrganisationId,
  ...{ name: '', sourceType: 'media', selfDescription: '', disclaimer: '' },
};
const onMarks = `marks/${source}/${'0'.repeat(32) as AnyId}` as const;

const mark = fc.constantFrom(...marks);
const tag = fc.constantFrom(...tags);
const act = fc.oneof(
  mark.map((id) => markAct(source, 'some words', id)),
  fc.record({ mark, text: fc.string() }).map((payload) => anywhere({ kind: 'noted', payload })),
  fc
    .record({ mark, colour: fc.constantFrom(...markColours) })
    .map((payload) => anywhere({ kind: 'mark-coloured', payload })),
  fc.record({ mark, tag }).map((payload) => anywhere({ kind: 'tagged', payload })),
  fc.record({ mark, tag }).map((payload) => anywhere({ kind: 'untagged', payload })),
  fc.record({ mark }).map((payload) => anywhere({ kind: 'unmarked', payload })),
  fc.record({ mark }).map((payload) => anywhere({ kind: 'remarked', payload })),
  fc
    .record({ mark, kind: fc.constantFrom('highlight' as const, 'underline' as const) })
    .map((payload) => anywhere({ kind: 'mark-restyled', payload })),
  fc
    .record({ mark, reading: fc.string() })
    .map((payload) => anywhere({ kind: 'reading-corrected', payload })),
  fc
    .record({ mark, review: fc.constantFrom(...reviewStates) })
    .map((payload) => anywhere({ kind: 'reviewed', payload })),
  fc.record({ mark, isSplit: fc.boolean() }).map(({ mark: id, isSplit }) => {
    const range = (from: number, exact: string) => ({
      ...{ start: from, end: from + exact.length, exact, prefix: '', suffix: '' },
    });
    const place = { workingFile: 'file', firstPage: 0, lastPage: 0, pageLabel: '' };
    const more = isSplit ? { more: [range(5, 'words')] } : {};
    const marks = [{ mark: id, ...place, anchor: range(0, 'some'), ...more }];
    return anywhere({ kind: 'marks-placed', payload: { source, marks } });
  }),
  fc
    .record({
      tag,
      change: fc.record(
        {
          name: fc.string(),
          parent: fc.option(tag),
          colour: fc.constantFrom(...markColours, ''),
          definition: fc.string(),
          removed: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    })
    .map((payload) => anywhere({ kind: 'tag-changed', payload })),
  fc
    .record({ tag, into: fc.option(tag) })
    .map((payload) => anywhere({ kind: 'tag-merged', payload })),
  fc.record({ name: fc.constantFrom('Herald', 'Gazette'), disclaimer: fc.string() }).map((said) =>
    anywhere({
      kind: 'organisation-described',
      payload: { organisation: { ...organisation, ...said } },
    }),
  ),
  fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 2 }).map((firsts) =>
    anywhere({
      kind: 'pages-labelled',
      payload: {
        source,
        labels: firsts.map((first, from) => ({ from, style: 'roman', prefix: '', first })),
      },
    }),
  ),
  fc
    .constantFrom('unread' as const, 'reading' as const, 'done' as const)
    .map((state) => anywhere({ kind: 'reading-set', payload: { source, state } })),
  fc
    .record({ tag, name: fc.string() })
    .map((payload) => anywhere({ kind: 'tag-renamed', payload })),
  fc
    .record({ title: fc.string(), country: fc.string() })
    .map((details) => anywhere({ kind: 'source-described', payload: { source, details } })),
  fc
    .string()
    .map((note) =>
      anywhere({ kind: 'quote-changed', payload: { quote, content: { ...content, note } } }),
    ),
  fc.option(fc.string()).map((text) =>
    anywhere({
      kind: 'translated',
      payload: { quote, translation: text === null ? null : { ...translation, text } },
    }),
  ),
  fc.constant(anywhere({ kind: 'quote-removed', payload: { quote } })),
  fc.constant(anywhere({ kind: 'quote-restored', payload: { quote } })),
  fc.constant(anywhere({ kind: 'source-removed', payload: { source } })),
  fc.constant(anywhere({ kind: 'source-restored', payload: { source } })),
);

function anywhere(done: WithoutSubject<Act>): Act {
  return { subject: onMarks, ...done };
}
type WithoutSubject<A> = A extends Act ? Pick<A, 'kind' | 'payload'> : never;

let seq = 0;
function change(done: Act): Change {
  seq++;
  const id = seq.toString(16).padStart(32, '0') as AnyId;
  return { ...done, id, device: deviceA, seq, clock: seq, at: seq, person: testPerson.id };
}

const start = foldChanges(
  [
    ...tags.map((id): Act => ({
      subject: 'library',
      kind: 'tag-made',
      payload: { tag: { id, name: id } },
    })),
    {
      subject: `source/${source}`,
      kind: 'source-imported',
      payload: {
        source,
        format: 'plain',
        original: { file: source as AnyId, name: '', mediaType: '', sizeBytes: 0, sha256: '' },
        status: 'text',
        details: emptyDetails,
        proposed: { title: 'guess', language: 'stated' },
      },
    } satisfies Act,
    quoteMade(source, content, quote),
  ].map(change),
);

/** What a person sees: without the times, without removed marks, tags in no order. */
function seen(state: LibraryState): unknown {
  const { tags: named, sources, marks: all, quotes, organisations } = state;
  const visible = Array.from(all.values()).filter(({ removed }) => !removed);
  return {
    tags: named,
    organisations,
    sources: [...sources.values()].map((shown) => ({ ...shown, reading: shown.reading?.state })),
    quotes: [...quotes.values()]
      .filter(({ removed }) => !removed)
      .map((shown) => ({ ...shown, changedAt: 0 })),
    marks: visible.map((shown) => ({
      ...shown,
      tags: shown.tags.toSorted(),
      changedAt: 0,
      markedAt: 0,
    })),
  };
}

test('an undone act leaves what a person saw before it, and a redone one what they saw after', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), act, (acts, last) => {
      const before = foldFurther(start, acts.map(change));
      const isNew = last.kind !== 'marked' || !before.marks.has(last.payload.mark.id);
      fc.pre(isNew); // a mark is made once
      const done = change(last);
      const after = foldFurther(before, [done]);
      const undo = reverse(done, before).map(change);
      const undone = foldFurther(after, undo);
      if (undo.length === 0) expect(seen(after)).toEqual(seen(before));
      expect(seen(undone)).toEqual(seen(before));
      const redo = undo.flatMap((reversing) => reverse(reversing, after)).map(change);
      expect(seen(foldFurther(undone, redo))).toEqual(seen(after));
      expect(undo.every(({ reverses }) => reverses === done.id)).toBe(true);
    }),
  );
});

test('the same changes give the same state in whatever order they arrive', () => {
  fc.assert(
    fc.property(
      fc
        .array(act, { maxLength: 20 })
        .map((acts) => acts.map(change))
        .chain((changes) =>
          fc.record({
            changes: fc.constant(changes),
            arrived: fc.shuffledSubarray(changes, {
              minLength: changes.length,
              maxLength: changes.length,
            }),
          }),
        ),
      ({ changes, arrived }) => {
        const plain = (state: LibraryState) => JSON.stringify([seen(state), [...state.marks]]);
        expect(plain(foldChanges(arrived))).toBe(plain(foldChanges(changes)));
      },
    ),
  );
});

test('a described field is no proposal any longer, and one again when that is taken back', () => {
  const described = change(
    anywhere({ kind: 'source-described', payload: { source, details: { title: 'A' } } }),
  );
  const after = foldFurther(start, [described]);
  expect(after.sources.get(source)?.proposed).toEqual({ language: 'stated' });
  const undone = foldFurther(after, reverse(described, start).map(change));
  expect(undone.sources.get(source)?.proposed).toEqual({ title: 'guess', language: 'stated' });
});
