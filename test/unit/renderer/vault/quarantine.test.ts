// Each kind of damage through the vault's own calls: it is named, the rest can be read, acts go on, and an export says so.
import { expect, test } from 'vitest';
import { Session } from '../../../../renderer/vault/session.ts';
import type { ImportedText } from '../../../../renderer/vault/calls/import.ts';
import { buildReport } from '../../../../shared/export/report.ts';
import { remarksAbout } from '../../../../shared/export/remarks.ts';
import type { FileId, SourceId } from '../../../../shared/evidence/ids.ts';
import { fileName, type FolderName } from '../../../../shared/locker/folder.ts';
import { encodeWorkingText } from '../../../../shared/text/codec.ts';
import { buildPlainText } from '../../../../shared/text/plain.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  markAct,
  must,
  reopen,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';
import { stillHost } from '../../../support/still-host.ts';

interface World {
  readonly folder: MemoryFolder;
  readonly hurt: SourceId;
  readonly other: SourceId;
}

async function importText(session: Session, name: string): Promise<SourceId> {
  const body = `${name}\n\nThe shelters were closed in autumn.\n`;
  const blob = new Blob([body]);
  const sealed = must(
    await session.importing.sealOriginal({ name, mediaType: 'text/plain', blob }),
  );
  const { extractor, words, unreadable, ...work } = buildPlainText(body, 'plain');
  const working = encodeWorkingText({ extractor, words, unreadable, ...work }).buffer;
  const text: ImportedText = {
    ...{ status: 'text', format: 'plain', working, extractor, pages: 1, words, unreadable },
    details: { title: name },
  };
  return must(await session.importing.finish({ file: sealed.file, text }));
}

/** Two sources with a mark each, imported in one session and marked in another, each in its own segment. */
async function world(): Promise<World> {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const first = new Session(locker, testPerson, () => undefined, stillHost);
  const [hurt, other] = [await importText(first, 'hurt'), await importText(first, 'other')];
  must(await first.close());
  const second = await sessionOver(folder);
  must(await second.act([markAct(hurt, 'The shelters'), markAct(other, 'closed in autumn')]));
  must(await second.close());
  return { folder, hurt, other };
}

async function sessionOver(folder: MemoryFolder): Promise<Session> {
  return new Session(await reopen(folder), testPerson, () => undefined, stillHost);
}

function damage(folder: MemoryFolder, name: FolderName, at = -40): void {
  const bytes = there(folder.files.get(name)).slice();
  const index = at < 0 ? bytes.length + at : at;
  bytes[index] = there(bytes[index]) ^ 1;
  folder.files.set(name, bytes);
}

function sourceIn(session: Session, id: SourceId) {
  return there(session.readLibrary().sources.find((each) => each.id === id));
}

async function remarks(session: Session, of: SourceId): Promise<readonly string[]> {
  const quoted = (await session.readQuotes({ marks: null })).filter(
    ({ source }) => source.id === of,
  );
  expect(quoted).toHaveLength(1);
  const options = { groupBy: 'source', title: '', generatedAt: 0, appVersion: '1' } as const;
  const report = buildReport(quoted, options);
  return report.quotes.flatMap(remarksAbout);
}

async function isUsable(session: Session, source: SourceId): Promise<void> {
  must(await session.texts.readText(source));
  must(await session.texts.readOriginal(source));
  must(await session.act([markAct(source, 'went on')]));
  expect(session.readMarks(source).some(({ anchor }) => anchor.exact === 'went on')).toBe(true);
}

test.each(['original', 'working'] as const)('a damaged %s', async (part) => {
  const { folder, hurt, other } = await world();
  const before = await sessionOver(folder);
  const file: FileId = there(sourceIn(before, hurt)[part]).file;
  expect(await remarks(before, hurt)).toEqual([]);
  must(await before.close());

  damage(folder, fileName(file));
  const session = await sessionOver(folder);
  const { findings } = must(await session.safekeeping.check());
  const word = part === 'original' ? 'original' : 'text';
  expect(findings.filter(({ kind }) => kind === 'damaged')).toMatchObject([
    { source: hurt, what: `The ${word} of “hurt” is damaged` },
  ]);
  expect(session.safekeeping.read().harmed).toBe(1);
  expect(sourceIn(session, hurt).harm).toBe('damaged');
  expect(sourceIn(session, other).harm).toBeUndefined();
  const damaged =
    part === 'original' ? session.texts.readOriginal(hurt) : session.texts.readText(hurt);
  expect(await damaged).toMatchObject({ error: 'locker-damaged' });
  const unverified = [expect.stringContaining('could not be compared with its source')];
  expect(await remarks(session, hurt)).toEqual(unverified);
  expect(await remarks(session, other)).toEqual([]);
  must(await session.act([markAct(hurt, 'a mark on what is damaged')]));
  await isUsable(session, other);
});

test('a damaged text is noticed by quoting alone, without a check', async () => {
  const { folder, hurt } = await world();
  const before = await sessionOver(folder);
  const file = there(sourceIn(before, hurt).working).file;
  must(await before.close());
  damage(folder, fileName(file));
  expect(await remarks(await sessionOver(folder), hurt)).toHaveLength(1);
});

test('a damaged frame of a session: named with whose it was and when, the other sessions are used', async () => {
  const { folder, hurt, other } = await world();
  const segments = Array.from(folder.files.keys()).filter((name) => name.startsWith('journal/'));
  const marking = there(
    segments.sort(
      (a, b) => there(folder.files.get(a)).length - there(folder.files.get(b)).length,
    )[0],
  );
  damage(folder, marking, -500);
  const session = await sessionOver(folder);
  const { findings } = must(await session.safekeeping.check());
  expect(findings.filter(({ kind }) => kind === 'damaged')).toHaveLength(1);
  expect(there(findings[0]).what).toMatch(/^The record of a session( of R\. Ito)? is damaged$/);
  expect(there(findings[0]).at).toBeGreaterThan(0);
  await isUsable(session, hurt);
  await isUsable(session, other);
});

test('one damaged copy of a pool costs nothing, and is said so', async () => {
  const { folder, hurt } = await world();
  const session = await sessionOver(folder);
  damage(folder, there(Array.from(folder.files.keys()).find((name) => name.startsWith('keys/'))));
  const { findings } = must(await session.safekeeping.check());
  expect(findings.filter(({ kind }) => kind === 'damaged')).toMatchObject([
    { what: 'One of the two copies of a file of keys is damaged or gone' },
  ]);
  await isUsable(session, hurt);
});

test('both copies of a pool: named, what other pools hold and new work go on', async () => {
  const { folder } = await world();
  for (const name of folder.files.keys()) if (name.startsWith('keys/')) damage(folder, name);
  const session = await sessionOver(folder);
  const { findings } = must(await session.safekeeping.check());
  expect(findings.some(({ what }) => what === 'A file of keys is damaged')).toBe(true);
  await isUsable(session, await importText(session, 'after the damage'));
});

test('a damaged slot is named, and the other one opens', async () => {
  const { folder, hurt } = await world();
  const slots = Array.from(folder.files.keys()).filter((name) => name.startsWith('slots/'));
  const kindOf = (name: FolderName) => new TextDecoder().decode(folder.files.get(name));
  damage(folder, there(slots.find((name) => kindOf(name).includes('"recovery"'))));
  const session = await sessionOver(folder);
  const { findings } = must(await session.safekeeping.check());
  expect(findings[0]).toMatchObject({
    what: 'A passphrase or recovery key’s own file is damaged',
  });
  await isUsable(session, hurt);
});
