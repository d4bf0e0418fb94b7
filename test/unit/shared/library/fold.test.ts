import { expect, test } from 'vitest';
import type {
  AnyId,
  MarkId,
  QuoteId,
  SourceId,
  StatementId,
  TagId,
} from '../../../../shared/evidence/ids.ts';
import type { Person } from '../../../../shared/evidence/person.ts';
import type { Act } from '../../../../shared/journal/change.ts';
import { parseAct } from '../../../../shared/journal/parse-change.ts';
import { foldChanges, foldFurther } from '../../../../shared/library/fold.ts';
import { reverse } from '../../../../shared/library/undo.ts';
import { contentOn, quoteMade } from '../../../support/composed.ts';
import { changes } from '../../../support/numbered-changes.ts';
import { importedAct, markAct, testPerson } from '../../../support/small-locker.ts';

const source = '5'.repeat(32) as SourceId;
const sealed = { file: '6'.repeat(32) as AnyId, sha256: '7'.repeat(64), sizeBytes: 3 };
const imported = importedAct(source, sealed, 'report.txt');
const removed: Act = {
  subject: `source/${source}`,
  kind: 'source-removed',
  payload: { source },
};
const restored: Act = { ...removed, kind: 'source-restored' };

test('a source that was removed is so until it is restored; one that is not known stays unknown', () => {
  const after = (...acts: readonly Act[]) => foldChanges(changes(...acts)).sources.get(source);
  expect(after(imported)?.removed).toBe(false);
  expect(after(imported, removed)?.removed).toBe(true);
  expect(after(imported, removed, restored)?.removed).toBe(false);
  expect(after(removed)).toBeUndefined();
});

test('a new name for a person is taken back to the one before, the first name is not', () => {
  const named = (person: Person): Act => ({
    subject: 'library',
    kind: 'person-named',
    payload: { person },
  });
  const [first, second] = changes(named(testPerson), named({ ...testPerson, name: 'R. I.' }));
  if (first === undefined || second === undefined) throw new Error('there are two');
  expect(reverse(first, foldChanges([]))).toEqual([]);
  expect(reverse(second, foldChanges([first]))).toMatchObject([named(testPerson)]);
});

const about = (id: SourceId) => `source/${id}` as const;
const onMarks = (id: SourceId) => `marks/${id}/${'0'.repeat(32) as AnyId}` as const;
const mark = '1'.repeat(32) as MarkId;
const other = '8'.repeat(32) as SourceId;

test('what was deleted for good takes its marks, quotes, statements and relations along, and nothing else', () => {
  const everything = (of: SourceId, digit: string): readonly Act[] => [
    importedAct(of, sealed, 'report.txt'),
    markAct(of, 'some words', digit.repeat(32) as MarkId),
    quoteMade(of, contentOn('some words', [[0, 4]]), digit.repeat(32) as QuoteId),
    {
      subject: about(of),
      kind: 'statement-made',
      payload: { statement: { id: digit.repeat(32) as StatementId, source: of, terms: ['ships'] } },
    },
  ];
  const related = (...sources: readonly [SourceId, SourceId]): Act => ({
    ...{ subject: 'library', kind: 'sources-related', payload: { sources, relation: 'edition' } },
  });
  const third = '4'.repeat(32) as SourceId;
  const purged: Act = {
    ...{ subject: 'library', kind: 'purged' },
    payload: { source, subjects: [about(source)], keys: [], files: [] },
  };
  const all = changes(
    ...everything(source, 'a'),
    ...everything(other, 'b'),
    ...[related(source, other), related(other, third)],
    purged,
  );
  const afterwards = foldFurther(foldChanges(all.slice(0, -1)), all.slice(-1));
  for (const state of [afterwards, foldChanges(all)]) {
    const { sources, marks, quotes, statements, relations } = state;
    expect([...sources.keys()]).toEqual([other]);
    for (const kept of [marks, quotes, statements])
      expect([...kept.keys()]).toEqual(['b'.repeat(32)]);
    expect([...relations.values()].map((held) => held.sources)).toContainEqual([other, third]);
  }
  expect(afterwards.relations.size).toBe(1);
});

test('a text that came back is no longer among the earlier ones, and the one it replaced is', () => {
  const workingOf = (digit: string) => ({
    ...{ file: digit.repeat(32) as AnyId, extractor: 'plain/1', pages: 1, words: 2, unreadable: 0 },
  });
  const renewed = (digit: string): Act => ({
    ...{ subject: about(source), kind: 'source-renewed' },
    payload: {
      source,
      format: 'plain',
      original: { ...sealed, name: 'report.txt', mediaType: 'text/plain' },
      status: 'text',
      working: workingOf(digit),
    },
  });
  const after = (...acts: readonly Act[]) => {
    const held = foldChanges(changes(imported, ...acts)).sources.get(source);
    return [held?.working?.file[0], held?.earlier?.map(({ working }) => working?.file[0])];
  };
  expect(after()).toEqual([undefined, undefined]);
  expect(after(renewed('a'))).toEqual(['a', [undefined]]);
  expect(after(renewed('a'), renewed('b'))).toEqual(['b', [undefined, 'a']]);
  expect(after(renewed('a'), renewed('b'), renewed('a'))).toEqual(['a', [undefined, 'b']]);
});

test('a removed statement is kept as removed; one that nobody made is not made by removing it', () => {
  const id = 'c'.repeat(32) as StatementId;
  const made: Act = {
    subject: about(source),
    kind: 'statement-made',
    payload: { statement: { id, source, terms: ['ships'] } },
  };
  const gone: Act = {
    subject: about(source),
    kind: 'statement-removed',
    payload: { source, statement: id },
  };
  const after = (...acts: readonly Act[]) => foldChanges(changes(...acts)).statements.get(id);
  expect(after(made)).toMatchObject({ removed: false, madeBy: testPerson.id, terms: ['ships'] });
  expect(after(made, gone)).toMatchObject({ removed: true, terms: ['ships'] });
  expect(after(gone)).toBeUndefined();
});

test('the statement that was made is taken back, and a removed one comes back as it was', () => {
  const id = 'c'.repeat(32) as StatementId;
  const made: Act = {
    subject: about(source),
    kind: 'statement-made',
    payload: { statement: { id, source, terms: ['ships'] } },
  };
  const gone: Act = {
    ...made,
    kind: 'statement-removed',
    payload: { source, statement: id },
  };
  const [first, second, third] = changes(made, gone, gone);
  if (first === undefined || second === undefined || third === undefined) throw new Error('three');
  expect(reverse(first, foldChanges([]))).toMatchObject([gone]);
  expect(reverse(second, foldChanges([first]))).toMatchObject([made]);
  expect(reverse(third, foldChanges([first, second]))).toEqual([]);
  expect(reverse(second, foldChanges([]))).toEqual([]);
});

test('a mark of an area stays one, whatever style it is given', () => {
  const made = markAct(source, '', mark);
  if (made.kind !== 'marked') throw new Error('a mark is made');
  const area = { kind: 'area', area: { x: 0, y: 0, width: 10, height: 10 } } as const;
  const ofArea = { ...made, payload: { mark: { ...made.payload.mark, ...area } } } as Act;
  const restyled: Act = {
    ...{ subject: onMarks(source), kind: 'mark-restyled', payload: { mark, kind: 'underline' } },
  };
  const kindAfter = (...acts: readonly Act[]) =>
    foldChanges(changes(...acts)).marks.get(mark)?.kind;
  expect(kindAfter(made, restyled)).toBe('underline');
  expect(kindAfter(ofArea, restyled)).toBe('area');
  const [first, second] = changes(ofArea, restyled);
  if (first === undefined || second === undefined) throw new Error('there are two');
  expect(reverse(second, foldChanges([first]))).toEqual([]);
});

test('an area is given another rectangle, keeps it where none is given, and undo gives the old one back', () => {
  const made = markAct(source, '', mark);
  if (made.kind !== 'marked') throw new Error('a mark is made');
  const { workingFile, firstPage, lastPage, pageLabel } = made.payload.mark;
  const anchor = { start: 0, end: 0, exact: '', prefix: '', suffix: '' };
  const first = { page: 0, x: 0, y: 0, width: 10, height: 10 };
  const second = { page: 0, x: 5, y: 5, width: 20, height: 30 };
  const place = { mark, workingFile, firstPage, lastPage, pageLabel, anchor };
  const placed = (sized: object): Act => ({
    ...{ subject: onMarks(source), kind: 'marks-placed' },
    payload: { source, marks: [{ ...place, ...sized }] },
  });
  const asArea = { anchor, kind: 'area', area: first } as const;
  const ofArea: Act = {
    ...made,
    payload: { mark: { ...made.payload.mark, ...asArea } },
  };
  const areaAfter = (...acts: readonly Act[]) =>
    foldChanges(changes(...acts)).marks.get(mark)?.area;
  expect(areaAfter(ofArea, placed({ area: second }))).toEqual(second);
  expect(areaAfter(ofArea, placed({ area: second }), placed({}))).toEqual(second);
  expect(areaAfter(made, placed({ area: second }))).toBeUndefined();

  const [one, two] = changes(ofArea, placed({ area: second }));
  if (one === undefined || two === undefined) throw new Error('there are two');
  expect(reverse(two, foldChanges([one]))).toMatchObject([
    { kind: 'marks-placed', payload: { marks: [{ mark, area: first }] } },
  ]);
  const isAccepted = (act: Act) => parseAct(act) !== undefined;
  expect(isAccepted(placed({ area: second }))).toBe(true);
  expect(isAccepted(placed({ area: { ...second, width: -1 } }))).toBe(false);
  expect(isAccepted(placed({ area: second, anchor: { ...anchor, exact: 'words' } }))).toBe(false);
});

test('a mark that is tagged twice has the tag once, and loses it at once', () => {
  const tag = 'a'.repeat(32) as TagId;
  const [tagged, untagged] = (['tagged', 'untagged'] as const).map((kind): Act => ({
    ...{ subject: onMarks(source), kind, payload: { mark, tag } },
  }));
  if (tagged === undefined || untagged === undefined) throw new Error('there are two');
  const tagsAfter = (...acts: readonly Act[]) =>
    foldChanges(changes(markAct(source, 'some words', mark), ...acts)).marks.get(mark)?.tags;
  expect(tagsAfter(tagged, tagged)).toEqual([tag]);
  expect(tagsAfter(tagged, tagged, untagged)).toEqual([]);
});
