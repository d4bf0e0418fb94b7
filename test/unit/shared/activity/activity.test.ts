import { expect, test } from 'vitest';
import { Activity } from '../../../../renderer/vault/activity.ts';
import { randomId } from '../../../../shared/evidence/ids.ts';
import { utf8 } from '../../../../shared/bytes.ts';
import { memoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  deviceB,
  importSource,
  markAct,
  must,
  reopen,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';

test('pages put together are the whole list, newest first in the total order, whatever their size', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const { source } = await importSource(locker, utf8('A report.'));
  for (let n = 0; n < 25; n++)
    must(await locker.act([markAct(source, `quote ${String(n)}`)], testPerson.id));
  const activity = new Activity(locker);
  const newestFirst = locker.changes.map(({ id }) => id).reverse();
  for (const count of [1, 3, 7, 100]) {
    const ids = [];
    for (let from = 0; from < newestFirst.length; from += count) {
      const page = activity.read({}, from, count);
      expect(page.total).toBe(newestFirst.length);
      ids.push(...page.entries.map(({ id }) => id));
    }
    expect(ids).toEqual(newestFirst);
  }
  expect(activity.read({ group: 'marks', source }, 0, 100).total).toBe(25);
  expect(activity.read({ source }, 0, 100).total).toBe(26);
  expect(activity.read({ person: randomId() }, 0, 100).total).toBe(0);
  expect(activity.read({ text: 'QUOTE 1' }, 0, 100).total).toBe(11);
  // A new act is in at once: what was listed before is not the answer any longer.
  must(await locker.act([markAct(source, 'one more')], testPerson.id));
  expect(activity.read({}, 0, 1).entries[0]?.thing).toBe('one more');
});

test('sessions have a beginning, an end and their people; one that was not closed is named', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  must(await locker.close());
  const second = await reopen(folder, deviceB);
  must(await second.takePhrase('shown', testPerson.id)); // and never closed
  const { runs, firstBreak } = new Activity(await reopen(folder)).readHealth();
  expect(firstBreak).toBeNull();
  const told = runs.map(({ device, closed, isUnclosed, acts, people }) => ({
    device,
    closed,
    isUnclosed,
    acts,
    people,
  }));
  expect(told).toContainEqual({
    device: deviceB,
    closed: false,
    isUnclosed: true,
    acts: 1,
    people: [testPerson.id],
  });
  expect(told.filter(({ closed }) => closed)).toHaveLength(1);
  for (const run of runs) expect(run.endedAt).toBeGreaterThanOrEqual(run.beganAt);
});

test('the first break is that of the earliest session, with how far it holds', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  must(await locker.takePhrase('shown', testPerson.id));
  must(await locker.close());
  const second = await reopen(folder);
  must(await second.takePhrase('shown', testPerson.id));
  must(await second.close());
  const began = (await reopen(folder)).runs.map(({ beganAt }) => beganAt);
  for (const [name, bytes] of folder.files) {
    if (!name.startsWith('journal/')) continue;
    const harmed = bytes.slice();
    const last = harmed.length - 1;
    harmed[last] = there(harmed[last]) ^ 1; // the closing frame of each
    folder.files.set(name, harmed);
  }
  const { firstBreak, damaged } = new Activity(await reopen(folder)).readHealth();
  expect(damaged).toBeGreaterThanOrEqual(2);
  expect(firstBreak).toMatchObject({ why: 'altered', beganAt: Math.min(...began) });
  expect(firstBreak?.soundUntil).toBeGreaterThanOrEqual(Math.min(...began));
});
