// Sealed originals: what streams in comes out as it was, nothing half written is ever told to be whole.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { concat, u32, utf8, type Bytes } from '../../../../shared/bytes.ts';
import { sealMessage } from '../../../../shared/crypto/cobblestone.ts';
import { sha256Hex } from '../../../../shared/crypto/digest.ts';
import { contextOf } from '../../../../shared/crypto/locker-keys.ts';
import { importSealKey } from '../../../../shared/crypto/seal-key.ts';
import { randomId, type FileId } from '../../../../shared/evidence/ids.ts';
import { fileName, type LockerFolder } from '../../../../shared/locker/folder.ts';
import { paddedSize } from '../../../../shared/locker/padding.ts';
import { sealFile, startOpeningFile, type FileKey } from '../../../../shared/locker/sealed-file.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { must, streamOf, there } from '../../../support/small-locker.ts';

const lockerId = 'ab'.repeat(16);
const file: FileId = randomId();
const named = { name: 'report.pdf', mediaType: 'application/pdf' };
const mebibyte = 1024 * 1024;
const patterned = (length: number): Bytes => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at++) bytes[at] = at * 7 + (at >> 10);
  return bytes;
};
let key: FileKey;
let folder: MemoryFolder;
/** Calls of the folder, in order. */
let asked: string[];
/** Called before each call; what it answers is refused. */
let refuses: (call: string) => boolean;
let watched: LockerFolder;

beforeAll(async () => {
  key = { lockerId, key: await importSealKey(new Uint8Array(32).fill(7)) };
});
beforeEach(() => {
  folder = memoryFolder();
  asked = [];
  refuses = () => false;
  const watch =
    <A extends unknown[], T>(call: string, work: (...args: A) => Promise<T>) =>
    (...args: A) => {
      asked.push(call);
      return refuses(call) ? Promise.resolve(fail('disk-full')) : work(...args);
    };
  watched = {
    ...folder,
    beginFile: watch('begin', (...how: Parameters<LockerFolder['beginFile']>) =>
      folder.beginFile(...how),
    ),
    writePart: watch('write', (...how: Parameters<LockerFolder['writePart']>) =>
      folder.writePart(...how),
    ),
    discardFile: watch('discard', (...how: Parameters<LockerFolder['discardFile']>) =>
      folder.discardFile(...how),
    ),
    read: watch('read', (...how: Parameters<LockerFolder['read']>) => folder.read(...how)),
  };
});

const seal = (...pieces: readonly Bytes[]) =>
  sealFile(watched, file, key, named, streamOf(...pieces));

async function sealed(...pieces: readonly Bytes[]): Promise<number> {
  const { sealedBytes } = must(await seal(...pieces));
  must(await folder.commitFile(fileName(file)));
  return sealedBytes;
}

const size = () => there(folder.files.get(fileName(file))).length;
const openIt = (bytes = size()) => startOpeningFile(watched, file, bytes, key);

/** The bytes of a file that opened, and whether it is whole. */
async function readIt(): Promise<readonly [Bytes, boolean]> {
  const pieces: Bytes[] = [];
  let next = 0;
  const opened = there(must(await openIt()));
  const isWhole = must(
    await opened.read((piece, offset) => {
      expect(offset).toBe(next);
      next += piece.length;
      pieces.push(piece.slice());
    }),
  );
  return [concat(...pieces), isWhole];
}

/** Under the file's own key and name, whatever is in it. */
async function lay(plain: Bytes): Promise<void> {
  const message = await sealMessage(key.key, contextOf('file', lockerId, file), plain);
  folder.files.set(fileName(file), message);
}

test.each([
  ['nothing', []],
  ['one piece', [5]],
  ['many pieces, some of them empty', [0, 1, 16_384, 0, 70_000]],
  ['a piece of exactly a part', [mebibyte / 2]],
  ['a piece of several parts', [5 * mebibyte + 3]],
])('a file that came in %s opens as it was, of a padded size', async (_what, lengths) => {
  const pieces = lengths.map(patterned);
  const sealedBytes = await sealed(...pieces);
  const whole = concat(...pieces);
  expect(sealedBytes).toBe(size());
  const { meta } = there(must(await openIt()));
  const sha256 = await sha256Hex(whole);
  expect(meta).toEqual({ ...named, sizeBytes: whole.length, sha256 });
  const [read, isWhole] = await readIt();
  expect([Buffer.compare(read, whole), isWhole]).toEqual([0, true]);
  const plain = paddedSize(whole.length + utf8(JSON.stringify(meta)).length + 4);
  expect(sealedBytes).toBe(56 + plain + (Math.floor(plain / 16_384) + 1) * 16);
});

test('it is written in parts of some half a mebibyte', async () => {
  await sealed(...Array.from({ length: 80 }, () => patterned(100_000)));
  expect(asked.filter((call) => call === 'write')).toHaveLength(14);
});

test.each([
  ['its bytes fill', [5 * mebibyte, 3]],
  ['its padding fills', [5.4 * mebibyte]],
])(
  'whichever part that %s cannot be written, that is told and what was begun is discarded',
  async (_what, lengths) => {
    const pieces = lengths.map(patterned);
    await sealed(...pieces);
    const parts = asked.filter((call) => call === 'write').length;
    expect(parts).toBeGreaterThan(2);
    must(await folder.remove(fileName(file)));
    for (let failing = 1; failing <= parts; failing++) {
      asked = [];
      refuses = (call) =>
        call === 'write' && asked.filter((each) => each === call).length === failing;
      expect(await seal(...pieces)).toEqual(fail('disk-full'));
      expect(asked.at(-1)).toBe('discard');
      expect(asked.filter((call) => call === 'write')).toHaveLength(failing);
    }
  },
);

test('what cannot be begun is not written', async () => {
  refuses = (call) => call === 'begin';
  expect(await seal(patterned(5))).toEqual(fail('disk-full'));
  expect(asked).toEqual(['begin']);
});

test('a source that breaks off leaves nothing behind', async () => {
  async function* breaking(): AsyncGenerator<Bytes> {
    yield patterned(3 * mebibyte);
    await Promise.reject(new Error('stopped'));
  }
  expect(await sealFile(watched, file, key, named, breaking())).toEqual(fail('cancelled'));
  expect(asked.at(-1)).toBe('discard');
});

test('a file opens under its own key, locker and id alone, and at its own length', async () => {
  const bytes = await sealed(patterned(50_000));
  const other = { lockerId, key: await importSealKey(new Uint8Array(32).fill(8)) };
  const elsewhere = { ...key, lockerId: 'cd'.repeat(16) };
  for (const wrong of [other, elsewhere]) {
    expect(await startOpeningFile(watched, file, bytes, wrong)).toEqual(ok(undefined));
  }
  for (const length of [0, 10, bytes - 1, bytes + 1, bytes - 16_400]) {
    expect(await openIt(length), String(length)).toEqual(ok(undefined));
  }
  folder.files.delete(fileName(file));
  expect(await openIt(bytes)).toEqual(fail('not-there'));
});

test('where any read fails that is told, and nothing is called whole', async () => {
  await sealed(patterned(5 * mebibyte));
  for (const failing of [1, 2]) {
    asked = [];
    refuses = () => asked.length === failing;
    expect(await openIt()).toEqual(fail('disk-full'));
  }
  refuses = () => false;
  const opened = there(must(await openIt()));
  asked = [];
  refuses = () => asked.length === 2;
  expect(await opened.read(() => undefined)).toEqual(fail('disk-full'));
});

test.each([
  ['the first chunk', 56 + 5],
  ['a chunk in the middle', 3 * mebibyte],
])(
  'a bit of %s that changed is noticed in reading, at the latest at the end',
  async (_what, at) => {
    await sealed(patterned(5 * mebibyte));
    const bytes = there(folder.files.get(fileName(file)));
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect((await readIt())[1]).toBe(false);
  },
);

test('a meta that says another hash or size is not believed', async () => {
  const content = utf8('some words');
  const sha256 = await sha256Hex(content);
  const layWith = (meta: object) => {
    const ending = utf8(JSON.stringify(meta));
    return lay(concat(content, ending, u32(ending.length)));
  };
  const meta = { ...named, sizeBytes: content.length, sha256 };
  await layWith(meta);
  expect(await readIt()).toEqual([content, true]);
  await layWith({ ...meta, sha256: 'ab'.repeat(32) });
  expect((await readIt())[1]).toBe(false);
  await layWith({ ...meta, sizeBytes: 5 });
  expect((await readIt())[1]).toBe(false);
  await layWith({ ...meta, sizeBytes: 1_000_000 });
  expect(await openIt()).toEqual(ok(undefined));
  await layWith({ ...meta, name: 7 });
  expect(await openIt()).toEqual(ok(undefined));
});

test('an ending that fills the message is read, one that is longer, or none at all, is not', async () => {
  const meta = { ...named, sizeBytes: 0, sha256: await sha256Hex(new Uint8Array(0)) };
  const ending = utf8(JSON.stringify(meta));
  await lay(concat(ending, u32(ending.length)));
  expect(must(await openIt())).toMatchObject({ meta });
  for (const plain of [
    ...[concat(ending, u32(ending.length + 1)), concat(ending, u32(2 ** 32 - 1))],
    ...[new Uint8Array(0), new Uint8Array(3), new Uint8Array(4)],
  ]) {
    await lay(plain);
    expect(await openIt()).toEqual(ok(undefined));
  }
});
