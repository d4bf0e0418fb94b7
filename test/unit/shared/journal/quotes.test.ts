import { expect, test } from 'vitest';
import type { QuoteContent } from '../../../../shared/evidence/quote.ts';
import type { AnyId, QuoteId, SourceId } from '../../../../shared/evidence/ids.ts';
import { entryOf } from '../../../../shared/activity/entry.ts';
import { generalCase, type Act } from '../../../../shared/journal/change.ts';
import { parseAct } from '../../../../shared/journal/parse-change.ts';
import { utf8 } from '../../../../shared/bytes.ts';
import { contentOn, quoteMade } from '../../../support/composed.ts';
import { memoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  deviceA,
  deviceB,
  importSource,
  must,
  reopen,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';

const text = 'The ministry ran ten shelters. It closed two of them in the winter.';
const content = contentOn(text, [
  [0, 12],
  [17, 30],
]);
const quote = '9'.repeat(32) as AnyId as QuoteId;
const somewhere = '5'.repeat(32) as SourceId;

function act<K extends 'quote-changed' | 'quote-removed' | 'quote-restored'>(
  source: SourceId,
  kind: K,
  payload: Extract<Act, { kind: K }>['payload'],
): Act {
  return { subject: `marks/${source}/${generalCase}`, kind, payload } as Act;
}

function accepts(changed: Partial<Record<keyof QuoteContent, unknown>>): boolean {
  const made = quoteMade(somewhere, { ...content, ...changed } as QuoteContent);
  return parseAct(structuredClone(made)) !== undefined;
}

test('a quote comes back from the disk as it was made and changed', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const { source } = await importSource(locker, utf8(text));
  must(await locker.act([quoteMade(source, content)], testPerson.id));
  const changed = { ...content, note: 'the figure', endsCut: true };
  must(
    await locker.act([act(source, 'quote-changed', { quote, content: changed })], testPerson.id),
  );
  must(await locker.close());
  const again = await reopen(folder);
  expect(again.state.quotes.get(quote)).toMatchObject({ ...changed, id: quote, removed: false });
  const told = entryOf(there(again.changes.at(-1)), again.state);
  expect(told.thing).toBe('The ministry [...] ten shelters.');
  expect(told.place).toEqual({ source, quote });
});

test('what two devices changed apart is one quote after a merge: the later one, whole', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const { source } = await importSource(locker, utf8(text));
  must(await locker.act([quoteMade(source, content)], testPerson.id));
  must(await locker.close());
  const copy = memoryFolder();
  for (const [name, bytes] of folder.files) copy.files.set(name, bytes);
  for (const [on, device, note] of [
    [folder, deviceA, 'one'],
    [copy, deviceB, 'other'],
  ] as const) {
    const open = await reopen(on, device);
    const one = { ...content, note };
    must(await open.act([act(source, 'quote-changed', { quote, content: one })], testPerson.id));
    must(await open.close());
  }
  for (const [name, bytes] of copy.files) folder.files.set(name, bytes);
  const merged = await reopen(folder);
  expect(merged.changes.filter(({ kind }) => kind === 'quote-changed')).toHaveLength(2);
  // Of equal clocks the device decides.
  expect(there(merged.state.quotes.get(quote)).note).toBe('other');
});

test('deleting a source for good takes its quotes', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const { source } = await importSource(locker, utf8(text));
  must(await locker.act([quoteMade(source, content)], testPerson.id));
  must(
    await locker.act(
      [{ subject: `source/${source}`, kind: 'source-removed', payload: { source } }],
      testPerson.id,
    ),
  );
  must(await locker.purge(source, testPerson.id));
  expect(locker.state.quotes.size).toBe(0);
  must(await locker.close());
  const again = await reopen(folder);
  expect(again.state.quotes.size).toBe(0);
  expect(again.changes.some(({ kind }) => kind === 'quote-made')).toBe(false);
});

test('a quote of passages out of order, of none, or with an edit outside of them is refused', () => {
  expect(accepts({})).toBe(true);
  expect(accepts({ passages: [] })).toBe(false);
  expect(accepts({ passages: content.passages.toReversed() })).toBe(false);
  expect(accepts({ edits: [{ kind: 'sic', start: 12, end: 12 }] })).toBe(true);
  expect(accepts({ edits: [{ kind: 'sic', start: 14, end: 14 }] })).toBe(false);
  expect(accepts({ edits: [{ kind: 'case', start: 0, end: 1, text: 'X' }] })).toBe(false);
  expect(accepts({ edits: [{ kind: 'insertion', start: 3, end: 3 }] })).toBe(false);
  const overlapping = [
    { kind: 'insertion', start: 0, end: 5, text: 'a' },
    { kind: 'case', start: 4, end: 5 },
  ];
  expect(accepts({ edits: overlapping })).toBe(false);
  expect(accepts({ emphasis: [{ start: 0, end: 3, by: 'nobody' }] })).toBe(false);
});
