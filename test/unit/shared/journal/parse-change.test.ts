// What is taken for a change, and what is not: everything a frame holds goes through here.
import { describe, expect, test } from 'vitest';
import type { AnyId, MarkId, SourceId } from '../../../../shared/evidence/ids.ts';
import { isSubject, parseAct, parseChange } from '../../../../shared/journal/parse-change.ts';
import { changes } from '../../../support/numbered-changes.ts';
import { deviceA, importedAct, markAct, noteAct } from '../../../support/small-locker.ts';

const source = '5'.repeat(32) as SourceId;
const mark = '1'.repeat(32) as MarkId;
const id = (digit: string) => digit.repeat(32) as AnyId;
const sealed = { file: id('6'), sha256: '7'.repeat(64), sizeBytes: 3 };
const onSource = `source/${source}` as const;
const onMarks = `marks/${source}/${id('0')}` as const;
const takes = (act: unknown) => parseAct(structuredClone(act)) !== undefined;

const range = (start: number, exact: string) => ({
  ...{ start, end: start + exact.length, exact, prefix: '', suffix: '' },
});
const placed = (differing: object = {}) => ({
  ...{ workingFile: id('8'), anchor: range(0, 'some'), firstPage: 0, lastPage: 0, pageLabel: '' },
  ...differing,
});
const area = { page: 0, x: 1, y: 1, width: 10, height: 10 };
const noWords = range(0, '');

describe.each([
  [
    'marked',
    (differing: object) => ({
      ...{ subject: onMarks, kind: 'marked' },
      payload: { mark: { ...placed(), ...{ id: mark, source, colour: 'key' }, ...differing } },
    }),
  ],
  [
    'marks-placed',
    (differing: object) => ({
      ...{ subject: onMarks, kind: 'marks-placed' },
      payload: { source, marks: [{ mark, ...placed(differing) }] },
    }),
  ],
])('a place that is %s', (_kind, made) => {
  test('may have further ranges, in the order of the text, with words', () => {
    expect(takes(made({}))).toBe(true);
    expect(takes(made({ more: [range(5, 'words'), range(20, 'more')] }))).toBe(true);
    expect(takes(made({ more: [range(20, 'more'), range(5, 'words')] }))).toBe(false);
    expect(takes(made({ more: [range(2, 'words')] }))).toBe(false);
    expect(takes(made({ more: [range(5, '')] }))).toBe(false);
  });

  test('lacks nothing else and has nothing besides', () => {
    expect(takes(made({ anchor: undefined }))).toBe(false);
    expect(takes(made({ firstPage: -1, more: [range(5, 'words')] }))).toBe(false);
    expect(takes(made({ besides: 1 }))).toBe(false);
  });
});

test('a mark is of words, or of an area and of no words', () => {
  const made = (differing: object) => {
    const act = markAct(source, 'some words', mark);
    if (act.kind !== 'marked') throw new Error('it is a mark');
    return { ...act, payload: { mark: { ...act.payload.mark, ...differing } } };
  };
  expect(takes(made({}))).toBe(true);
  expect(takes(made({ kind: 'underline' }))).toBe(true);
  expect(takes(made({ kind: 'area', area, anchor: noWords }))).toBe(true);
  expect(takes(made({ kind: 'area', anchor: noWords }))).toBe(false);
  expect(takes(made({ kind: 'underline', area }))).toBe(false);
  expect(takes(made({ area }))).toBe(false);
  expect(takes(made({ kind: 'area', area }))).toBe(false);
  expect(takes(made({ kind: 'area', area, anchor: noWords, more: [] }))).toBe(false);
  expect(takes(made({ kind: 'area', area, anchor: noWords, more: [range(5, 'words')] }))).toBe(
    false,
  );
});

test.each<[string, object]>([
  ['name', { name: 'a' }],
  ['parent', { parent: id('a') }],
  ['colour', { colour: 'key' }],
  ['definition', { definition: 'a' }],
  ['removed', { removed: true }],
])('of a tag its %s may change alone', (_what, change) => {
  expect(
    takes({ subject: 'library', kind: 'tag-changed', payload: { tag: id('b'), change } }),
  ).toBe(true);
});

test('an import may lack what not every source has, a renewal and a description, too', () => {
  const whole = importedAct(source, sealed, 'report.txt');
  if (whole.kind !== 'source-imported') throw new Error('it is an import');
  const working = { file: id('8'), extractor: 'plain/1', pages: 1, words: 2, unreadable: 0 };
  const more = { working, proposed: { title: 'guess' }, partOf: id('9') };
  const imported = (payload: object) => ({ ...whole, payload });
  expect(takes(imported({ ...whole.payload, ...more, reason: 'damaged' }))).toBe(true);
  for (const lacking of ['working', 'proposed', 'partOf', 'reason']) {
    const all = { ...whole.payload, ...more, reason: 'damaged' };
    const rest = Object.entries(all).filter(([name]) => name !== lacking);
    expect(takes(imported(Object.fromEntries(rest))), lacking).toBe(true);
  }
  expect(takes(imported({ ...whole.payload, details: undefined }))).toBe(false);

  const { format, original, status } = whole.payload;
  const renewed = (more: object) => ({
    ...{ subject: onSource, kind: 'source-renewed' },
    payload: { source, format, original, status, ...more },
  });
  for (const more of [{}, { working }, { reason: 'damaged' }])
    expect(takes(renewed(more))).toBe(true);
  const described = (more: object) => ({
    ...{ subject: onSource, kind: 'source-described' },
    payload: { source, details: { title: 'a' }, ...more },
  });
  for (const more of [{}, { proposed: { title: 'guess' } }])
    expect(takes(described(more))).toBe(true);
});

test('a translation is one, or taken away', () => {
  const translated = (translation: unknown) => ({
    ...{ subject: onMarks, kind: 'translated', payload: { quote: id('9'), translation } },
  });
  const own = { kind: 'own', language: 'en', translator: '', competence: '', date: '', text: '' };
  expect(takes(translated(own))).toBe(true);
  expect(takes(translated(null))).toBe(true);
  for (const other of [undefined, '', {}, { ...own, kind: 'somebody’s' }]) {
    expect(takes(translated(other))).toBe(false);
  }
});

test('an export tells of quotes since there are quotes', () => {
  const files = [{ name: 'quotes.docx', sha256: '7'.repeat(64) }];
  const exported = (payload: object) => ({ subject: 'library', kind: 'exported', payload });
  expect(takes(exported({ marks: 1, files }))).toBe(true);
  expect(takes(exported({ marks: 1, quotes: 2, files }))).toBe(true);
  expect(takes(exported({ quotes: 2, files }))).toBe(false);
});

test('only four kinds of subjects are any', () => {
  for (const subject of ['library', onSource, onMarks, `person/${id('a')}`]) {
    expect(isSubject(subject), subject).toBe(true);
  }
  for (const other of ['', 'Library', `${onSource}/x`, `source/${id('g')}`, ['library'], 7, null]) {
    expect(isSubject(other)).toBe(false);
  }
});

test('an act has a subject, a kind and what belongs to it, perhaps what it reverses, and nothing else', () => {
  const act = noteAct(source, mark, 'seen');
  expect(parseAct(act)).toEqual(act);
  expect(parseAct({ ...act, reverses: id('a') })).toEqual({ ...act, reverses: id('a') });
  for (const other of [
    ...[null, undefined, 'noted', [act]],
    ...[
      { ...act, subject: 'elsewhere' },
      { ...act, kind: 'forgotten' },
    ],
    ...[
      { ...act, payload: { mark } },
      { ...act, payload: undefined },
    ],
    ...[
      { ...act, kind: 'unmarked' },
      { ...act, besides: 1 },
      { ...act, reverses: 'a' },
    ],
  ]) {
    expect(parseAct(other)).toBeUndefined();
  }
});

test('a change is a numbered act of its device and subject', () => {
  const [change] = changes(noteAct(source, mark, 'seen'));
  if (change === undefined) throw new Error('there is one');
  const stored = Object.fromEntries(
    Object.entries(change).filter(([name]) => name !== 'subject' && name !== 'device'),
  );
  expect(parseChange(stored, deviceA, onMarks)).toEqual(change);
  for (const other of [
    ...[null, 'noted', [stored], {}],
    ...[
      { ...stored, seq: -1 },
      { ...stored, person: 'me' },
      { ...stored, clock: 1.5 },
    ],
    ...[
      { ...stored, kind: 'forgotten' },
      { ...stored, device: deviceA },
      { ...stored, id: 1 },
    ],
  ]) {
    expect(parseChange(other, deviceA, onMarks)).toBeUndefined();
  }
});
