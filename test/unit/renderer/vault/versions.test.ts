import { beforeEach, describe, expect, test } from 'vitest';
import type { ImportedText } from '../../../../renderer/vault/calls/import.ts';
import { Session } from '../../../../renderer/vault/session.ts';
import { describeRange } from '../../../../shared/anchor/describe.ts';
import {
  randomId,
  type MarkId,
  type QuoteId,
  type SourceId,
} from '../../../../shared/evidence/ids.ts';
import { generalCase, type Act } from '../../../../shared/journal/change.ts';
import { encodeWorkingText } from '../../../../shared/text/codec.ts';
import { buildPlainText } from '../../../../shared/text/plain.ts';
import { contentOn, quoteMade } from '../../../support/composed.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  must,
  reopen,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';
import { stillHost } from '../../../support/still-host.ts';

const stays = 'The ministry ran ten shelters in the river provinces.';
const differs = 'Inspectors counted 412 complaints of withheld wages during the year.';
const goes = 'A clerk said that none of them had ever reached a judge of any court.';
const body = `${stays}\n\n${differs}\n\n${goes}\n`;
const newer = `A new foreword.\n\n${stays}\n\n${differs.replace('412', '214')}\n`;

const outside = { ...stillHost, now: () => 1_700_000_000_000 };
let folder: MemoryFolder;
let session: Session;
let source: SourceId;
let marks: Record<'stays' | 'differs' | 'goes', MarkId>;
const quote: QuoteId = randomId();

beforeEach(async () => {
  folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  session = new Session(locker, testPerson, () => undefined, outside);
  const { file } = must(await session.importing.sealOriginal(fileOf('first.txt', body)));
  source = must(await session.importing.finish({ file, text: textOf(body) }));
  marks = { stays: randomId(), differs: randomId(), goes: randomId() };
  const workingFile = there(held().working).file;
  const acts = (['stays', 'differs', 'goes'] as const).map((name): Act => {
    const words = { stays, differs, goes }[name];
    const start = body.indexOf(words);
    const anchor = describeRange(body, start, start + words.length);
    const pages = { firstPage: 0, lastPage: 0, pageLabel: '' };
    const mark = { id: marks[name], source, workingFile, anchor, ...pages, colour: 'key' } as const;
    return { subject: `marks/${source}/${generalCase}`, kind: 'marked', payload: { mark } };
  });
  const content = contentOn(body, [[0, stays.length]], { workingFile });
  must(await session.act([...acts, quoteMade(source, content, quote)]));
});

describe('a newer file of a source', () => {
  test('is compared with every mark and quote before anything is changed by it', async () => {
    const before = session.readLibrary();
    const version = await compareNewer();
    expect(version).toMatchObject({ isNewOriginal: true, isSameText: false, words: 22 });
    expect(version.passages.map(({ of, id, how }) => ({ of, id, how }))).toEqual([
      { of: 'mark', id: marks.stays, how: 'moved' },
      { of: 'mark', id: marks.differs, how: 'changed' },
      { of: 'mark', id: marks.goes, how: 'orphaned' },
      { of: 'quote', id: quote, how: 'moved' },
    ]);
    expect(version.passages[1]).toMatchObject({
      words: differs,
      now: differs.replace('412', '214'),
      differences: [{ class: 'number', quote: '412', source: '214' }],
    });
    expect(session.readLibrary()).toEqual(before);
  });

  test('calls the pages of what it tells as a person does', async () => {
    const labels = [{ from: 0, style: 'decimal', prefix: 'Annex ', first: 7 }] as const;
    const payload = { source, labels };
    must(await session.act([{ subject: `source/${source}`, kind: 'pages-labelled', payload }]));
    const version = await compareNewer();
    expect(version.passages.map(({ pageLabel }) => pageLabel)).toEqual(
      version.passages.map(() => 'Annex 7'),
    );
  });

  test('takes along what was found as it was; the rest keeps its words and waits for a look', async () => {
    await compareNewer();
    expect(must(await session.versions.accept(source))).toEqual({ placed: 2, left: 2 });
    const now = there(held().working).file;
    const [moved, ...left] = session
      .readMarks(source)
      .toSorted((a) => (a.workingFile === now ? -1 : 1));
    const at = newer.indexOf(stays);
    expect(moved).toMatchObject({ id: marks.stays, anchor: { start: at, exact: stays } });
    expect(left.map(({ anchor }) => anchor.exact).sort()).toEqual([goes, differs].sort());
    expect(new Set(left.map(({ workingFile }) => workingFile)).has(now)).toBe(false);
    const waiting = await session.readMarksToPlace(source);
    expect(waiting).toMatchObject([
      { mark: marks.differs, found: { how: 'changed' }, now: differs.replace('412', '214') },
      { mark: marks.goes, found: { how: 'orphaned' }, now: '' },
    ]);
    const [composed] = await session.composeQuotes([quote]);
    expect(composed).toMatchObject({
      proof: { kind: 'verified', verdict: { verdict: 'verbatim' } },
    });
    expect(composed?.quote.passages[0]?.anchor.start).toBe(at);
    const quoted = await session.readQuotes({ marks: [marks.stays, marks.goes] });
    expect(quoted.map(({ mark, proof }) => [mark.id, proof?.kind])).toEqual(
      expect.arrayContaining([
        [marks.stays, undefined],
        [marks.goes, 'orphan'],
      ]),
    );
  });

  test('leaves the original before it held and named, also after the locker was opened again', async () => {
    const first = held().original;
    await compareNewer();
    must(await session.versions.accept(source));
    must(await session.close());
    const locker = await reopen(folder);
    const again = there(locker.state.sources.get(source));
    expect(again.original.name).toBe('second.txt');
    expect(again.earlier).toMatchObject([{ original: first, status: 'text' }]);
    expect(new TextDecoder().decode(must(await locker.openFile(first.file)).bytes)).toBe(body);
    expect(must(await locker.check()).stray).toEqual([]);
    expect(must(await locker.check()).missing).toEqual([]);
  });

  test('is taken back by one undo, marks and quotes with it, and made again by one redo', async () => {
    const before = { marks: session.readMarks(source), held: held() };
    await compareNewer();
    must(await session.versions.accept(source));
    const after = session.readMarks(source);
    expect(must(await session.takeBack('undo'))).toMatchObject({ kind: 'source-renewed' });
    expect(held()).toMatchObject({ original: before.held.original, working: before.held.working });
    expect(placesOf(session.readMarks(source))).toEqual(placesOf(before.marks));
    expect(await session.readMarksToPlace(source)).toEqual([]);
    expect(new TextDecoder().decode(must(await session.texts.readOriginal(source)))).toBe(body);
    const [composed] = await session.composeQuotes([quote]);
    expect(composed?.quote.passages[0]?.anchor.start).toBe(0);
    must(await session.takeBack('redo'));
    expect(held().original.name).toBe('second.txt');
    expect(placesOf(session.readMarks(source))).toEqual(placesOf(after));
  });

  test('that is put away leaves nothing behind', async () => {
    const files = [...folder.files.keys()];
    await compareNewer();
    must(await session.versions.discard(source));
    expect([...folder.files.keys()]).toEqual(files);
    expect(await session.versions.accept(source)).toMatchObject({ error: 'not-there' });
  });

  test('of the very bytes that are held is told, and not sealed', async () => {
    const files = [...folder.files.keys()];
    const same = { source, ...fileOf('copy.txt', body) };
    expect(must(await session.versions.sealOriginal(same))).toEqual({ file: '' });
    expect([...folder.files.keys()]).toEqual(files);
  });

  test('without a text leaves every mark waiting, with its words', async () => {
    const file = must(
      await session.versions.sealOriginal({ source, ...fileOf('scan.pdf', 'x') }),
    ).file;
    const text: ImportedText = {
      ...{ status: 'unreadable', reason: 'damaged', format: 'unknown', extractor: '' },
      ...{ pages: 0, words: 0, unreadable: 0, details: {} },
    };
    const version = must(await session.versions.compare({ source, file, text }));
    expect(new Set(version.passages.map(({ how }) => how))).toEqual(new Set(['orphaned']));
    must(await session.versions.accept(source));
    expect(held()).toMatchObject({ status: 'unreadable', reason: 'damaged' });
    expect(held().working).toBeUndefined();
    expect((await session.readMarksToPlace(source)).map(({ found }) => found.how)).toEqual([
      'orphaned',
      'orphaned',
      'orphaned',
    ]);
  });

  test('goes with its source when that is deleted for good, all versions of it', async () => {
    await compareNewer();
    must(await session.versions.accept(source));
    const subject = `source/${source}` as const;
    must(await session.act([{ subject, kind: 'source-removed', payload: { source } }]));
    expect(must(await session.purge(source))).toEqual({ left: 0 });
    expect([...folder.files.keys()].filter((name) => name.startsWith('files/'))).toEqual([]);
  });
});

test('a source that is read again with the same outcome has nothing new; with another, its marks go along', async () => {
  const same = must(await session.versions.compare({ source, file: null, text: textOf(body) }));
  expect(same).toMatchObject({ isNewOriginal: false, isSameText: true });
  const anew = must(await session.versions.compare({ source, file: null, text: textOf(newer) }));
  expect(anew).toMatchObject({ isNewOriginal: false, isSameText: false });
  const { original, working } = held();
  must(await session.versions.accept(source));
  expect(held().original).toEqual(original);
  expect(held().working?.file).not.toBe(working?.file);
  expect(held().earlier).toMatchObject([{ original, working }]);
  must(await session.close());
  expect(must(await (await reopen(folder)).check()).stray).toEqual([]);
});

function held() {
  return there(session.readLibrary().sources.find(({ id }) => id === source));
}

async function compareNewer() {
  const sealed = await session.versions.sealOriginal({ source, ...fileOf('second.txt', newer) });
  const { file } = must(sealed);
  return must(await session.versions.compare({ source, file, text: textOf(newer) }));
}

function placesOf(marks: ReturnType<Session['readMarks']>) {
  return marks.map(({ id, workingFile, anchor }) => ({ id, workingFile, anchor }));
}

function fileOf(name: string, text: string) {
  return { name, mediaType: 'text/plain', blob: new Blob([text]) };
}

function textOf(text: string): ImportedText {
  const work = buildPlainText(text, 'plain');
  const { extractor, words, unreadable } = work;
  return {
    ...{ status: 'text', format: 'plain', working: encodeWorkingText(work).buffer },
    ...{ extractor, pages: 1, words, unreadable, details: {} },
  };
}

test.each([
  ['that has the page as it was', body, 'exact', true],
  ['whose page has other words', newer, 'changed', false],
])('an area mark in a newer file %s', async (_, text, how, isPlaced) => {
  const id: MarkId = randomId();
  const earlier = there(held().working).file;
  const area = { page: 0, x: 0, y: 0, width: 0, height: 0 };
  const mark = {
    ...{ id, source, workingFile: earlier, area },
    kind: 'area',
    colour: 'key',
    anchor: { start: 0, end: 0, exact: '', prefix: '', suffix: '' },
    ...{ firstPage: 0, lastPage: 0, pageLabel: '' },
  } as const;
  const subject = `marks/${source}/${generalCase}` as const;
  must(await session.act([{ subject, kind: 'marked', payload: { mark } }]));
  // A byte more makes another original of it.
  const sealed = await session.versions.sealOriginal({ source, ...fileOf('b.txt', `${text} `) });
  const { file } = must(sealed);
  const version = must(await session.versions.compare({ source, file, text: textOf(text) }));
  expect(version.passages.find((each) => each.id === id)).toMatchObject({ how });
  must(await session.versions.accept(source));
  const now = there(session.readMarks(source).find((each) => each.id === id));
  expect(now.workingFile === there(held().working).file).toBe(isPlaced);
  expect(now).toMatchObject({ area, anchor: mark.anchor });
  const waiting = await session.readMarksToPlace(source);
  expect(waiting.some((each) => each.mark === id)).toBe(!isPlaced);
});
