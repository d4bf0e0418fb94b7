import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { concat, type Bytes } from '../../../../shared/bytes.ts';
import { sha256 } from '../../../../shared/crypto/digest.ts';
import { randomId } from '../../../../shared/evidence/ids.ts';
import { headerBytes, cutFrames } from '../../../../shared/journal/frame.ts';
import { followChain, phraseOf, readPhrase } from '../../../../shared/locker/seal-phrase.ts';
import { sealWords } from '../../../../shared/locker/seal-words.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  deviceA,
  deviceB,
  must,
  reopen,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';

const makeTag = (name: string) => ({
  subject: 'library' as const,
  kind: 'tag-made' as const,
  payload: { tag: { id: randomId(), name } },
});

describe('the words', () => {
  test('are 2,048, none alike in the first four letters: 110 bits in ten', () => {
    expect(sealWords).toHaveLength(2048);
    expect(new Set(sealWords.map((word) => word.slice(0, 4))).size).toBe(2048);
    expect(sealWords.every((word) => /^[a-z]{4,7}$/.test(word))).toBe(true);
  });

  test('say exactly the first 110 bits', () => {
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(hash, (bytes) => {
        // The other way round, by strings of bits.
        const bits = phraseOf(Uint8Array.from(bytes))
          .split(' ')
          .map((word) => sealWords.indexOf(word).toString(2).padStart(11, '0'))
          .join('');
        const expected = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
        expect(bits).toBe(expected.slice(0, 110));
      }),
    );
  });

  test('are read however they were written down', () => {
    const words = fc.array(fc.constantFrom(...sealWords), { minLength: 10, maxLength: 10 });
    const between = fc.constantFrom(' ', '\n', ', ', '-', '  1. ', ' · ');
    fc.assert(
      fc.property(words, between, fc.boolean(), (list, gap, loud) => {
        const typed = list.join(gap);
        const read = readPhrase(loud ? typed.toUpperCase() : typed);
        expect(read).toEqual({ kind: 'phrase', phrase: list.join(' ') });
      }),
    );
    expect(readPhrase('')).toEqual({ kind: 'no-phrase', words: 0, unknown: [] });
    const slip = sealWords.slice(0, 9).join(' ');
    expect(readPhrase(`${slip} qwzx`)).toEqual({ kind: 'no-phrase', words: 10, unknown: ['qwzx'] });
  });
});

/** Two devices, taking turns; what every phrase was taken after. */
interface History {
  readonly folder: MemoryFolder;
  readonly phrases: readonly string[];
}

async function live(): Promise<History> {
  const folder = memoryFolder();
  const phrases: string[] = [];
  const { locker } = await createSmallLocker(await testHost(folder));
  const take = async (from: typeof locker) => {
    phrases.push(must(await from.takePhrase('shown', testPerson.id)).phrase);
  };
  await take(locker);
  must(await locker.act([makeTag('first')], testPerson.id));
  await take(locker);
  must(await locker.close());
  for (const device of [deviceB, deviceA, deviceB]) {
    const next = await reopen(folder, device);
    await take(next); // first of all: nothing else of this run stands for what it has read
    must(await next.act([makeTag(device)], testPerson.id));
    await take(next);
    must(await next.close());
  }
  return { folder, phrases };
}

let history: History;
beforeAll(async () => {
  history = await live();
});

const segments = (folder: MemoryFolder) =>
  [...folder.files].filter(([name]) => name.startsWith('journal/'));

async function allPhrases(folder: MemoryFolder): Promise<string[]> {
  const chains = await Promise.all(segments(folder).map(([, bytes]) => followChain(bytes)));
  return chains.flatMap((chain) => chain.map(({ hash }) => phraseOf(hash)));
}

test('every phrase ever taken is found again, by every device, with its moment', async () => {
  expect(new Set(history.phrases).size).toBe(history.phrases.length);
  for (const device of [deviceA, deviceB]) {
    const locker = await reopen(history.folder, device);
    for (const phrase of history.phrases) {
      const found = must(await locker.findPhrase(phrase));
      expect(found.kind).toBe('here');
      if (found.kind !== 'here') continue;
      const act = locker.changes.find(
        (change) => change.device === found.device && change.seq === found.seq,
      );
      expect(act).toMatchObject({ kind: 'phrase-taken', at: found.at });
    }
  }
});

test('a locker that was set back does not know the phrases taken since, and knows those before', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const { phrase: before } = must(await locker.takePhrase('shown', testPerson.id));
  must(await locker.close());
  const older = new Map(folder.files);
  const later = await reopen(folder);
  const { phrase: since } = must(await later.takePhrase('shown', testPerson.id));
  must(await later.close());
  folder.files.clear();
  for (const [name, bytes] of older) folder.files.set(name, bytes);
  const setBack = await reopen(folder);
  expect(must(await setBack.findPhrase(since))).toEqual({ kind: 'not-here' });
  expect(must(await setBack.findPhrase(before))).toMatchObject({ kind: 'here' });
});

test('another locker’s phrase is not found, even with its journal lying in the folder', async () => {
  const other = await live();
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  for (const [name, bytes] of segments(other.folder)) folder.files.set(name, bytes);
  for (const phrase of other.phrases) {
    expect(must(await locker.findPhrase(phrase))).toEqual({ kind: 'not-here' });
  }
});

type Harm = (frames: readonly Bytes[], at: number, dice: number) => readonly Bytes[];
const harms: Readonly<Record<string, Harm>> = {
  'with one bit changed': (frames, at, dice) =>
    frames.map((frame, index) => {
      if (index !== at) return frame;
      const changed = frame.slice();
      const byte = dice % changed.length;
      changed[byte] = there(changed[byte]) ^ (1 << (dice % 8));
      return changed;
    }),
  dropped: (frames, at) => frames.filter((_, index) => index !== at),
  'put before the one before it': (frames, at) =>
    frames.map((frame, index) => {
      const other = Math.max(at, 1);
      if (index === other) return there(frames[other - 1]);
      return index === other - 1 ? there(frames[other]) : frame;
    }),
};

test.each(Object.entries(harms))(
  'a frame %s: no phrase of it or after it in its run fits any longer, all before it do',
  async (_name, harm) => {
    const whole = segments(history.folder);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(), async (which, where, dice) => {
        const [, bytes] = there(whole[which % whole.length]);
        const frames = cutFrames(bytes, headerBytes).frames.map(({ bytes }) => bytes);
        const at = where % frames.length;
        const first = harm === harms['put before the one before it'] ? Math.max(at, 1) - 1 : at;
        const before = (await followChain(bytes)).map(({ hash }) => phraseOf(hash));
        const harmed = concat(bytes.slice(0, headerBytes), ...harm(frames, at, dice));
        const after = (await followChain(harmed)).map(({ hash }) => phraseOf(hash));
        expect(after.slice(0, first)).toEqual(before.slice(0, first));
        for (const phrase of before.slice(first)) expect(after).not.toContain(phrase);
      }),
    );
  },
);

test('a history that was made anew from one frame on, chained as it should be, has other phrases', async () => {
  const phrases = await allPhrases(history.folder);
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), async (which, where) => {
      const whole = segments(history.folder);
      const [, bytes] = there(whole[which % whole.length]);
      const chain = await followChain(bytes);
      const from = where % chain.length;
      // Whoever has no key can still chain: change one byte of what is sealed and hash on.
      const remade: Bytes[] = [];
      for (const [index, { frame }] of chain.entries()) {
        const copy = frame.bytes.slice();
        if (index === from) copy[copy.length - 1] = there(copy.at(-1)) ^ 1;
        const previous = remade.at(-1);
        if (index > from && previous !== undefined) copy.set(await sha256(previous), 8);
        remade.push(copy);
      }
      const segment = concat(bytes.slice(0, headerBytes), ...remade);
      const found = (await followChain(segment)).map(({ hash }) => phraseOf(hash));
      expect(found).toHaveLength(chain.length);
      for (const phrase of found.slice(from)) expect(phrases).not.toContain(phrase);
    }),
    { numRuns: 40 },
  );
});

test('a phrase stands for the runs before its own: with a frame cut off any of them, the locker says so', async () => {
  const { folder, phrases } = history;
  const last = there(phrases.at(-1));
  let cuts = 0;
  for (const [name, bytes] of segments(folder)) {
    const chain = await followChain(bytes);
    if (chain.some(({ hash }) => phraseOf(hash) === last)) continue;
    const cut = memoryFolder(new Map(folder.files));
    cut.files.set(name, bytes.slice(0, there(chain.at(-1)).frame.from));
    const locker = await reopen(cut, deviceB);
    expect(must(await locker.findPhrase(last)).kind).toBe('here');
    expect(locker.report.damage).toEqual([{ name, why: 'shortened' }]);
    cuts++;
  }
  expect(cuts).toBe(3);
});
