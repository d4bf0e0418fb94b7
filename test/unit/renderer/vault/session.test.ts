import { stillHost } from '../../../support/still-host.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ImportedText } from '../../../../renderer/vault/calls/import.ts';
import type { VaultEvent } from '../../../../renderer/vault/contract.ts';
import { Session } from '../../../../renderer/vault/session.ts';
import { randomId, type MarkId, type SourceId } from '../../../../shared/evidence/ids.ts';
import { generalCase, type Act } from '../../../../shared/journal/change.ts';
import { encodeWorkingText } from '../../../../shared/text/codec.ts';
import { buildPlainText } from '../../../../shared/text/plain.ts';
import { fail } from '../../../../shared/result.ts';
import { contentOn, quoteMade } from '../../../support/composed.ts';
import { flip } from '../../../support/memory-backup.ts';
import { refuse } from '../../../support/refuse.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  markAct,
  must,
  noteAct,
  reopen,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';

const libraryChanged: VaultEvent = { kind: 'changed', subjects: ['library'] };
const body = 'Chapter one\n\nThe shelters were closed in autumn. Nobody said why.\n';

let folder: MemoryFolder;
let session: Session;
const outside = { ...stillHost, now: () => 1_700_000_000_000 };
let events: VaultEvent[];

beforeEach(async () => {
  folder = memoryFolder();
  events = [];
  const { locker } = await createSmallLocker(await testHost(folder));
  session = new Session(locker, testPerson, (event) => events.push(event), outside);
});

describe('a session', () => {
  test('imports a source, and gives its bytes and its text back', async () => {
    const source = await importText('shelters.txt', body);
    const [held] = session.readLibrary().sources;
    expect(held).toMatchObject({ id: source, status: 'text', marks: 0 });
    expect(utf8(must(await session.texts.readOriginal(source)))).toBe(body);
    expect(must(await session.texts.readText(source)).byteLength).toBeGreaterThan(body.length);
  });

  test('knows bytes it holds already, and seals nothing for them', async () => {
    const source = await importText('shelters.txt', body);
    const filesBefore = folder.files.size;
    const again = must(await session.importing.sealOriginal(fileOf('copy.txt', body)));
    expect(again).toEqual({ file: '', duplicateOf: source });
    expect(folder.files.size).toBe(filesBefore);
  });

  test('takes the same bytes again once their source was removed', async () => {
    const source = await importText('shelters.txt', body);
    must(await session.act([removeAct(source)]));
    expect(await importText('shelters.txt', body)).not.toBe(source);
  });

  test('makes no Blob of a text: the browser process would keep it', async () => {
    const { file } = must(await session.importing.sealOriginal(fileOf('a.txt', body)));
    vi.stubGlobal('Blob', undefined);
    try {
      const source = must(await session.importing.finish({ file, text: textOf(body) }));
      must(await session.texts.readText(source));
      must(await session.texts.readOriginal(source));
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('takes the bytes of an attachment, names its mail, and makes no Blob of them', async () => {
    const mail = await importText('mail.eml', 'See what is attached.');
    const bytes = () => new TextEncoder().encode(body).buffer;
    const given = () => ({ name: 'a.txt', mediaType: 'text/plain', bytes: bytes() });
    vi.stubGlobal('Blob', undefined);
    try {
      const { file } = must(await session.importing.sealOriginal(given()));
      const finish = { file, text: textOf(body), partOf: mail };
      const source = must(await session.importing.finish(finish));
      expect(utf8(must(await session.texts.readOriginal(source)))).toBe(body);
      const { sources } = session.readLibrary();
      expect(sources.find(({ id }) => id === source)?.partOf).toBe(mail);
      const again = must(await session.importing.sealOriginal(given()));
      expect(again).toEqual({ file: '', duplicateOf: source });
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('leaves no file behind when an import is given up', async () => {
    const filesBefore = [...folder.files.keys()].filter((name) => name.startsWith('files/'));
    const { file } = must(await session.importing.sealOriginal(fileOf('a.txt', body)));
    must(await session.importing.discard({ file }));
    const filesAfter = [...folder.files.keys()].filter((name) => name.startsWith('files/'));
    expect(filesAfter).toEqual(filesBefore);
    expect(await session.importing.finish({ file, text: textOf(body) })).toMatchObject({
      error: 'not-there',
    });
  });

  test('marks, finds, quotes, undoes and redoes', async () => {
    const source = await importText('shelters.txt', body);
    const mark: MarkId = randomId();
    const subject = `marks/${source}/${generalCase}` as const;
    const note: Act = { subject, kind: 'noted', payload: { mark, text: 'see the ledger' } };
    must(await session.act([markAt(source, mark, 'The shelters were closed in autumn.')]));
    must(await session.act([note]));

    expect(session.search({ query: 'shelers', limit: 5 }).hits).toMatchObject([{ mark }]);
    expect(session.search({ query: 'ledger', limit: 5 }).hits).toMatchObject([{ mark }]);
    const [quoted] = await session.readQuotes({ marks: null });
    expect(quoted).toMatchObject({
      mark: { id: mark, note: 'see the ledger' },
      source: { id: source },
    });

    expect(must(await session.takeBack('undo'))).toMatchObject({ kind: 'noted' });
    expect(session.search({ query: 'ledger', limit: 5 }).hits).toEqual([]);
    expect(must(await session.takeBack('undo'))).toMatchObject({ kind: 'marked' });
    expect(session.readMarks(source)).toEqual([]);
    expect(session.search({ query: 'shelters', limit: 5 }).hits).toEqual([]);
    expect(await session.takeBack('undo')).toMatchObject({ error: 'nothing-to-undo' });

    expect(must(await session.takeBack('redo'))).toMatchObject({ kind: 'marked' });
    expect(must(await session.takeBack('redo'))).toMatchObject({ kind: 'noted' });
    expect(session.readMarks(source)).toMatchObject([{ id: mark, note: 'see the ledger' }]);
    expect(session.search({ query: 'ledger', limit: 5 }).hits).toMatchObject([{ mark }]);
  });

  test('undoes an act that is still on its way to the disk', async () => {
    const source = await importText('shelters.txt', body);
    const marking = session.act([markAct(source, 'Nobody said why.')]);
    expect(must(await session.takeBack('undo'))).toMatchObject({ kind: 'marked' });
    must(await marking);
    expect(session.readMarks(source)).toEqual([]);
  });

  test('undoes acts that reached the disk together one by one', async () => {
    const source = await importText('shelters.txt', body);
    const mark: MarkId = randomId();
    const coloured: Act = {
      subject: `marks/${source}/${generalCase}`,
      kind: 'mark-coloured',
      payload: { mark, colour: 'law' },
    };
    const acts = [
      markAt(source, mark, 'Nobody said why.'),
      noteAct(source, mark, 'first'),
      coloured,
      noteAct(source, mark, 'second'),
    ];
    const done = await Promise.all(acts.map((act) => session.act([act])));
    done.forEach(must);
    const looks: unknown[] = [];
    while ((await session.takeBack('undo')).ok) {
      looks.push(session.readMarks(source).map(({ note, colour }) => [note, colour]));
    }
    expect(looks).toEqual([[['first', 'law']], [['first', 'key']], [['', 'key']], []]);
  });

  test('hides the marks of a removed source, and brings them back with it', async () => {
    const source = await importText('shelters.txt', body);
    must(await session.act([markAt(source, randomId(), 'Nobody said why.')]));
    session.search({ query: 'nobody', limit: 5 });
    must(await session.act([removeAct(source)]));
    expect(session.search({ query: 'nobody', limit: 5 }).hits).toEqual([]);
    expect(session.readLibrary()).toMatchObject({ sources: [], markCount: 0 });
    must(await session.takeBack('undo'));
    expect(session.search({ query: 'nobody', limit: 5 }).hits).toHaveLength(1);
    expect(session.readLibrary()).toMatchObject({ markCount: 1 });
  });

  test('tells what changed after each act', async () => {
    const source = await importText('shelters.txt', body);
    expect(events.at(-1)).toEqual({ kind: 'changed', subjects: [`source/${source}`] });
  });

  test('deletes for good only what was removed, and then forgets it everywhere', async () => {
    const source = await importText('shelters.txt', body);
    const kept = await importText('other.txt', `${body} another text`);
    must(await session.act([markAt(source, randomId(), 'Nobody said why.')]));
    must(await session.act([markAt(kept, randomId(), 'Another text.')]));
    expect(session.search({ query: 'nobody', limit: 5 }).hits).toHaveLength(1);
    expect(await session.purge(source)).toMatchObject({ error: 'not-there' });
    must(await session.act([removeAct(source)]));
    expect(session.readTrash()).toMatchObject({
      sources: [{ id: source, title: 'shelters.txt', marks: 1, removedBy: 'R. Ito' }],
      left: 0,
    });

    expect(must(await session.purge(source))).toEqual({ left: 0 });

    expect(session.readTrash()).toEqual({ sources: [], marks: [], quotes: [], left: 0 });
    expect(session.search({ query: 'nobody', limit: 5 }).hits).toEqual([]);
    expect(session.search({ query: 'another', limit: 5 }).hits).toHaveLength(1);
    expect((await session.texts.readOriginal(source)).ok).toBe(false);
    expect(utf8(must(await session.texts.readOriginal(kept)))).toBe(`${body} another text`);
    expect(must(await session.takeBack('undo'))).toMatchObject({ kind: 'marked' });
    expect(await session.takeBack('undo')).toMatchObject({ error: 'nothing-to-undo' });
    expect(session.readLibrary().sources).toMatchObject([{ id: kept }]);
  });

  test('lists removed marks with who removed them, those of removed sources only with their source', async () => {
    const source = await importText('shelters.txt', body);
    const mark: MarkId = randomId();
    must(await session.act([markAt(source, mark, 'Nobody said why.')]));
    const subject = `marks/${source}/${generalCase}` as const;
    must(await session.act([{ subject, kind: 'unmarked', payload: { mark } }]));
    expect(session.readTrash().marks).toMatchObject([
      { id: mark, source, title: 'shelters.txt', quote: 'Nobody said why.', removedBy: 'R. Ito' },
    ]);
    must(await session.act([removeAct(source)]));
    expect(session.readTrash()).toMatchObject({ sources: [{ marks: 1 }], marks: [] });
  });

  test('that cannot delete for good tells why, and forgets nothing', async () => {
    const source = await importText('shelters.txt', body);
    must(await session.act([markAt(source, randomId(), 'Nobody said why.')]));
    must(await session.act([removeAct(source)]));
    const callBack = refuse(folder, { what: 'append', error: 'disk-full' });
    events = [];
    expect(await session.purge(source)).toEqual(fail('disk-full'));
    expect(events).toEqual([]);
    expect(session.readTrash().sources).toMatchObject([{ id: source, marks: 1 }]);
    callBack();
    expect(must(await session.takeBack('undo'))).toMatchObject({ kind: 'source-removed' });
    expect(session.readLibrary()).toMatchObject({ sources: [{ id: source }], markCount: 1 });
  });

  test('tells that a source was deleted for good, to the library and to its own screen', async () => {
    const source = await importText('shelters.txt', body);
    must(await session.act([removeAct(source)]));
    events = [];
    must(await session.purge(source));
    expect(events).toEqual([{ kind: 'changed', subjects: ['library', `source/${source}`] }]);
  });

  test('says what is left of a deletion, and tells when it was gone through again', async () => {
    const source = await importText('shelters.txt', body);
    must(await session.act([removeAct(source)]));
    const callBack = refuse(folder, {
      what: 'remove',
      inside: 'files/',
      error: 'folder-unreadable',
    });
    const { left } = must(await session.purge(source));
    expect(left).toBeGreaterThan(0);
    expect(session.readTrash()).toMatchObject({ sources: [], left });
    callBack();
    events = [];
    expect(must(await session.finishPurges())).toEqual({ left: 0 });
    expect(session.readTrash().left).toBe(0);
    expect(events).toEqual([libraryChanged]);
  });

  test('takes a seal phrase, which is an act that is told; one that was not taken is none', async () => {
    const taken = must(await session.takePhrase('shown'));
    expect(events).toEqual([libraryChanged]);
    const found = must(await session.checkPhrase(taken.phrase));
    expect(found).toMatchObject({ whole: true });
    refuse(folder, { what: 'append', error: 'disk-full' });
    expect(await session.takePhrase('export')).toEqual(fail('disk-full'));
    expect(events).toEqual([libraryChanged]);
  });

  test.each(['damaged', 'missing'] as const)(
    'checks a seal phrase, and says that the locker is not whole where something is %s',
    async (how) => {
      const { phrase } = must(await session.takePhrase('shown'));
      await importText('shelters.txt', body);
      must(await session.close());
      for (const [name, bytes] of folder.files) {
        if (how === 'missing' && name.startsWith('files/')) folder.files.delete(name);
        if (how === 'damaged' && new TextDecoder().decode(bytes).includes('"recovery"'))
          flip(bytes);
      }
      const again = new Session(await reopen(folder), testPerson, () => undefined, outside);
      expect(must(await again.checkPhrase(phrase))).toMatchObject({ whole: false });
    },
  );

  test('says of a composed quote that it could not be verified once its source is harmed', async () => {
    const source = await importText('shelters.txt', body);
    const { file } = there(session.readLibrary().sources[0]?.original);
    const { working } = there(session.readLibrary().sources[0]);
    const text = must(await session.texts.readWork(source)).text;
    const content = contentOn(text, [[13, 48]], { workingFile: there(working).file });
    must(await session.act([quoteMade(source, content)]));
    expect(await session.composeQuotes(null)).toMatchObject([{ unverified: false }]);
    session.safekeeping.noteReading(file, fail('locker-damaged'));
    expect(await session.composeQuotes(null)).toMatchObject([{ unverified: true }]);
  });

  test('tells of what was done past its acts, and of a renewal that was dropped', async () => {
    session.tellChanged();
    expect(events).toEqual([libraryChanged]);
    must(await session.dropRenewal());
    expect(events).toEqual([libraryChanged, libraryChanged]);
  });

  test('ends a check that is running when it is closed', async () => {
    await importText('shelters.txt', body);
    const checking = session.safekeeping.check();
    must(await session.close());
    expect(await checking).toEqual(fail('cancelled'));
  });

  test('shows the same library after locking and unlocking', async () => {
    const source = await importText('shelters.txt', body);
    must(await session.act([markAt(source, randomId(), 'Nobody said why.')]));
    const before = { library: session.readLibrary(), marks: session.readMarks(source) };
    must(await session.close());
    const again = new Session(await reopen(folder), testPerson, () => undefined, outside);
    expect({ library: again.readLibrary(), marks: again.readMarks(source) }).toEqual(before);
    expect(utf8(must(await again.texts.readOriginal(source)))).toBe(body);
  });
});

async function importText(name: string, text: string): Promise<SourceId> {
  const { file, duplicateOf } = must(await session.importing.sealOriginal(fileOf(name, text)));
  expect(duplicateOf).toBeNull();
  return must(await session.importing.finish({ file, text: textOf(text) }));
}

function fileOf(name: string, text: string) {
  return { name, mediaType: 'text/plain', blob: new Blob([text]) };
}

function textOf(text: string): ImportedText {
  const work = buildPlainText(text, 'plain');
  const working = encodeWorkingText(work).buffer;
  const { extractor, words, unreadable } = work;
  return {
    status: 'text',
    format: 'plain',
    working,
    extractor,
    pages: 1,
    words,
    unreadable,
    details: {},
  };
}

function markAt(source: SourceId, mark: MarkId, exact: string): Act {
  return markAct(source, exact, mark);
}

function removeAct(source: SourceId): Act {
  return { subject: `source/${source}`, kind: 'source-removed', payload: { source } };
}

function utf8(buffer: ArrayBuffer): string {
  return new TextDecoder().decode(buffer);
}
