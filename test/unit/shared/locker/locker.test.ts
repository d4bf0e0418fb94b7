import { randomId, type MarkId } from '../../../../shared/evidence/ids.ts';
import type { Act } from '../../../../shared/journal/change.ts';
import { expect, test } from 'vitest';
import { fail, ok } from '../../../../shared/result.ts';
import { fileName } from '../../../../shared/locker/folder.ts';
import { lookAtLocker, openLocker, tryWriting } from '../../../../shared/locker/locker.ts';
import { memoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  importSource,
  markAct,
  must,
  noteAct,
  passphraseBytes,
  reopen,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';

test('what was done before closing is there after opening', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const bytes = crypto.getRandomValues(new Uint8Array(60_000));
  const { source, file } = await importSource(locker, bytes);
  must(await locker.act([markAct(source, 'a sentence of some words')], testPerson.id));
  must(await locker.close());

  const again = await reopen(folder);

  expect(again.state).toEqual(locker.state);
  expect(again.changes).toEqual(locker.changes);
  expect(again.report).toMatchObject({
    unclosed: [],
    torn: [],
    damage: [],
    missing: [],
    stray: [],
  });
  expect(must(await again.openFile(file)).bytes).toEqual(bytes);
  expect(must(await again.check()).damage).toEqual([]);
});

test('a state and a list of changes stay as they were given out when more is done', async () => {
  const { locker } = await createSmallLocker(await testHost(memoryFolder()));
  const { source } = await importSource(locker, new TextEncoder().encode('a report'));
  const mark: MarkId = randomId();
  must(await locker.act([markAct(source, 'a sentence', mark)], testPerson.id));
  const { changes, state } = locker;
  const count = changes.length;

  must(await locker.act([noteAct(source, mark, 'to be asked again')], testPerson.id));
  must(await locker.act([markAct(source, 'another sentence')], testPerson.id));

  expect(changes).toHaveLength(count);
  expect([state.marks.size, state.marks.get(mark)?.note]).toEqual([1, '']);
  expect(locker.changes).toHaveLength(count + 2);
  expect(locker.changes.slice(0, count)).toEqual(changes);
  expect(locker.state.marks.size).toBe(2);
  expect(locker.state.marks.get(mark)?.note).toBe('to be asked again');
});

test('the recovery key opens the locker, however it is typed', async () => {
  const folder = memoryFolder();
  const { locker, recoveryKey } = await createSmallLocker(await testHost(folder));
  must(await locker.close());
  const typed = recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');

  const again = await openLocker(await testHost(folder), { recoveryKey: typed });

  expect(must(again).state).toEqual(locker.state);
});

test('a wrong passphrase and a wrong recovery key are refused with the same words', async () => {
  const folder = memoryFolder();
  const { recoveryKey } = await createSmallLocker(await testHost(folder));
  const host = await testHost(folder);
  const wrongKey = recoveryKey.startsWith('0')
    ? `1${recoveryKey.slice(1)}`
    : `0${recoveryKey.slice(1)}`;

  expect(await openLocker(host, { passphrase: passphraseBytes('wrong') })).toEqual(
    fail('secret-wrong'),
  );
  expect(await openLocker(host, { recoveryKey: wrongKey })).toEqual(fail('secret-wrong'));
});

test('where a slot is damaged, the secret is not called wrong, and the recovery key still opens', async () => {
  const folder = memoryFolder();
  const { recoveryKey } = await createSmallLocker(await testHost(folder));
  for (const [name, bytes] of folder.files) {
    const kept = new TextDecoder().decode(bytes).includes('"recovery"');
    if (name.startsWith('slots/') && !kept) folder.files.set(name, bytes.slice(1));
  }
  const host = await testHost(folder);

  expect(await openLocker(host, { passphrase: passphraseBytes() })).toEqual(fail('slot-damaged'));
  expect(must(await openLocker(host, { recoveryKey })).report.damage).toMatchObject([
    { why: 'slot' },
  ]);
});

test('an empty folder is no locker', async () => {
  const empty = memoryFolder();
  expect(await tryWriting(empty)).toEqual(ok(null));
  expect(must(await empty.list()).entries).toEqual([]);
  expect(await lookAtLocker(empty)).toEqual(ok('absent'));
  const { locker } = await createSmallLocker(await testHost(memoryFolder()));
  expect(locker.changes.map(({ kind }) => kind)).toEqual([
    'locker-created',
    'person-named',
    'slot-added',
    'slot-added',
  ]);
});

test('acts that queue while one is being written go into one frame', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const { source } = await importSource(locker, new Uint8Array(10));
  const before = folder.appends;

  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, i) =>
      locker.act([markAct(source, `act ${String(i)}`)], testPerson.id),
    ),
  );

  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(folder.appends - before).toBe(1);
  must(await locker.close());
  expect((await reopen(folder)).state.marks.size).toBe(500);
});

test.each([
  [false, []],
  [true, ['marked', 'noted']],
])(
  'which kinds of acts are written is told beside the sealed bytes only where it is asked for: %s',
  async (withAckLines, kinds) => {
    const folder = memoryFolder();
    const { locker } = await createSmallLocker({ ...(await testHost(folder)), withAckLines });
    const { source } = await importSource(locker, new Uint8Array(100));
    const mark: MarkId = randomId();
    const told: unknown[] = [];
    const append = folder.append.bind(folder);
    folder.append = (name, bytes, acks) => {
      told.push(...acks.map(({ kind }) => kind));
      return append(name, bytes, acks);
    };
    must(await locker.act([markAct(source, 'words', mark)], testPerson.id));
    must(await locker.act([noteAct(source, mark, 'a note')], testPerson.id));
    expect(told).toEqual(kinds);
  },
);

test('an act is kept whatever the machine says the time is', async () => {
  for (const time of [-1, -0.5, Number.NaN, Number.NEGATIVE_INFINITY, 0.5, Number.MAX_VALUE]) {
    const folder = memoryFolder();
    const { locker } = await createSmallLocker({ ...(await testHost(folder)), now: () => time });
    expect((await reopen(folder)).changes).toEqual(locker.changes);
  }
  // The last moment a date can name is one, the next is none.
  const last = 8.64e15;
  for (const [time, at] of [
    [last, last],
    [last + 1, 0],
  ] as const) {
    const host = { ...(await testHost(memoryFolder())), now: () => time };
    const { locker } = await createSmallLocker(host);
    expect(new Set(locker.changes.map((change) => change.at))).toEqual(new Set([at]));
  }
});

test('an act that no reader would take back is refused, not told to be saved', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const tag = { id: randomId(), name: 'n'.repeat(1_001) };
  const act: Act = { subject: 'library', kind: 'tag-made', payload: { tag } };

  expect(await locker.act([act], testPerson.id)).toEqual(fail('request-malformed'));
  expect((await reopen(folder)).changes).toHaveLength(locker.changes.length);
});

test('what is left of the locker before a renewal is deleted by whoever opens to write and finds the new one whole', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const { file } = await importSource(locker, new Uint8Array(10));
  const [left, none] = [randomId(), { phrase: '', segments: [], pools: [] }] as const;
  const payload = { ...none, from: randomId(), files: [left] };
  const renewed: Act = { subject: 'library', kind: 'keys-renewed', payload };
  must(await locker.act([renewed], testPerson.id));
  must(await locker.close());
  folder.files.set(fileName(left), new Uint8Array(5_000));
  const [name, whole] = [fileName(file), there(folder.files.get(fileName(file)))];
  const isLeft = () => folder.files.has(fileName(left));

  folder.files.delete(name);
  expect((await reopen(folder)).report.missing).toEqual([name]);
  expect(isLeft()).toBe(true); // it may be all that there is
  folder.files.set(name, whole);
  const reader = { ...(await testHost(folder)), device: undefined };
  must(await openLocker(reader, { passphrase: passphraseBytes() }));
  expect(isLeft()).toBe(true);
  await reopen(folder);
  expect(isLeft()).toBe(false);
});
