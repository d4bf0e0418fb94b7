// What is known of the locker's files, looked at while nobody does anything or checked: what is told, and what stops it.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { SafekeepingAct } from '../../../../renderer/vault/calls/safekeeping.ts';
import type { VaultEvent } from '../../../../renderer/vault/contract.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { keepLocker, KeptLocker } from '../../../support/kept-locker.ts';
import { flip } from '../../../support/memory-backup.ts';
import { copyOf } from '../../../support/memory-folder.ts';
import { deviceB, must, reopen, there } from '../../../support/small-locker.ts';

const changed: VaultEvent = { kind: 'changed', subjects: ['library'] };

let kept: KeptLocker;

beforeEach(async () => {
  kept = await keepLocker('first', 'second', 'third');
});

describe('what is not whole', () => {
  test('is known from the opening on: what is missing counts, what has not arrived yet does not', async () => {
    const text = kept.textOf('second');
    must(await kept.locker.close());
    kept.folder.files.delete(text);
    const elsewhere = copyOf(kept.folder);
    kept = new KeptLocker(await reopen(kept.folder), kept.folder);
    expect(kept.harms()).toEqual([undefined, 'missing', undefined]);
    expect(kept.safekeeping.read().harmed).toBe(1);
    kept = new KeptLocker(await reopen(elsewhere, deviceB), elsewhere);
    expect(kept.harms()).toEqual([undefined, 'not-arrived', undefined]);
    expect(kept.safekeeping.read().harmed).toBe(0);
  });

  test.each(['locker-damaged', 'key-missing'] as const)(
    'is noted when a reading says %s, told once, and taken back when it can be read',
    (error) => {
      const { file } = kept.sourceNamed('first').original;
      kept.safekeeping.noteReading(file, ok(null));
      expect(kept.events).toEqual([]);
      kept.safekeeping.noteReading(file, fail(error));
      const harm = error === 'key-missing' ? error : 'damaged';
      expect(kept.harms()).toEqual([harm, undefined, undefined]);
      expect(kept.safekeeping.read().harmed).toBe(1);
      expect(kept.events).toEqual([changed]);
      kept.safekeeping.noteReading(file, fail(error));
      expect(kept.events).toEqual([changed]);
      kept.safekeeping.noteReading(file, ok(null));
      expect(kept.harms()).toEqual([undefined, undefined, undefined]);
      expect(kept.events).toEqual([changed, changed]);
    },
  );

  test('is no harm of the file where the reading failed for another reason', () => {
    kept.safekeeping.noteReading(
      kept.sourceNamed('first').original.file,
      fail('folder-unreadable'),
    );
    expect(kept.harms()).toEqual([undefined, undefined, undefined]);
    expect(kept.events).toEqual([]);
  });
});

describe('looking at files while nobody does anything', () => {
  test('finds what is damaged and nothing else, and tells when it has seen all', async () => {
    flip(kept.folder.files.get(kept.textOf('second')));
    expect(kept.safekeeping.read().idle).toEqual({ done: 0, total: 6 });
    for (let looked = 1; looked <= 6; looked++) {
      await kept.clock.pass();
      expect(kept.safekeeping.read().idle).toEqual({ done: looked, total: 6 });
    }
    expect(kept.harms()).toEqual([undefined, 'damaged', undefined]);
    expect(kept.events).toEqual([changed]);
    kept.clock.passLast();
    await vi.waitFor(() => {
      expect(kept.events).toEqual([changed, changed]);
    });
  });

  test('tells nothing new of whole files', async () => {
    for (let looked = 0; looked < 6; looked++) await kept.clock.pass();
    expect(kept.harms()).toEqual([undefined, undefined, undefined]);
    expect(kept.events).toEqual([]);
  });

  test('waits while the person does something, and while something else reads every file', async () => {
    await kept.clock.pass();
    kept.safekeeping.touch();
    await kept.clock.pass();
    expect(kept.safekeeping.read().idle.done).toBe(1);
    await kept.clock.pass();
    expect(kept.safekeeping.read().idle.done).toBe(2);
    const chosen = Promise.withResolvers<Result<null>>();
    kept.backup.choose = () => chosen.promise;
    const backingUp = kept.safekeeping.backUp();
    await kept.clock.pass();
    expect(kept.safekeeping.read().idle.done).toBe(2);
    chosen.resolve(fail('cancelled'));
    await backingUp;
    await kept.clock.pass();
    expect(kept.safekeeping.read().idle.done).toBe(3);
  });

  test('has nothing left to do after a check', async () => {
    must(await kept.safekeeping.check());
    expect(kept.safekeeping.read().idle).toEqual({ done: 6, total: 6 });
  });

  test('ends when the locker is locked', async () => {
    await kept.clock.pass();
    kept.safekeeping.close();
    kept.clock.passLast();
    await new Promise((resolve) => setImmediate(resolve));
    expect(kept.safekeeping.read().idle).toEqual({ done: 1, total: 6 });
    expect(kept.events).toEqual([]);
  });
});

describe('a check', () => {
  test('tells what it found, and how far it is from its beginning to its end', async () => {
    kept.nowMs += 5;
    flip(kept.folder.files.get(kept.textOf('second')));
    const found = must(await kept.safekeeping.check());
    expect(found).toMatchObject({ at: kept.nowMs, sources: 3, files: 6 });
    expect(found.findings.map(({ what }) => what)).toEqual(['The text of “second” is damaged']);
    expect(kept.safekeeping.read()).toMatchObject({ running: null, check: found, harmed: 1 });
    const steps = [0, 1, 2, 3, 4, 5, 6].map((done): SafekeepingAct => ({
      ...{ act: 'check', stage: 'verifying', done, total: 6 },
    }));
    const toldOf = steps.map((step): VaultEvent => ({ kind: 'progress', running: step }));
    expect(kept.events).toEqual([changed, ...toldOf, changed]);
    const begun: SafekeepingAct = { act: 'check', stage: 'comparing', done: 0, total: 0 };
    expect(kept.running).toEqual([begun, ...steps, null]);
  });

  test('forgets the harm that was mended since', async () => {
    const whole = there(kept.folder.files.get(kept.textOf('second'))).slice();
    flip(kept.folder.files.get(kept.textOf('second')));
    must(await kept.safekeeping.check());
    expect(kept.harms()).toEqual([undefined, 'damaged', undefined]);
    kept.folder.files.set(kept.textOf('second'), whole);
    expect(must(await kept.safekeeping.check()).findings).toEqual([]);
    expect(kept.harms()).toEqual([undefined, undefined, undefined]);
  });

  test('names what is missing', async () => {
    kept.folder.files.delete(kept.textOf('third'));
    must(await kept.safekeeping.check());
    expect(kept.harms()).toEqual([undefined, undefined, 'missing']);
  });

  test.each(['stop', 'close'] as const)('ends at its next file on “%s”', async (how) => {
    const checking = kept.safekeeping.check();
    kept.safekeeping[how]();
    expect(await checking).toEqual(fail('cancelled'));
    expect(kept.safekeeping.read()).toMatchObject({ running: null, check: null });
    expect(kept.events.at(-1)).toEqual(changed);
  });

  test('can be run again after one that was stopped', async () => {
    const checking = kept.safekeeping.check();
    kept.safekeeping.stop();
    await checking;
    expect(must(await kept.safekeeping.check()).files).toBe(6);
  });

  test('tells the error where the folder cannot be read, and ends', async () => {
    kept.folder.list = () => Promise.resolve(fail('folder-unreadable'));
    expect(await kept.safekeeping.check()).toEqual(fail('folder-unreadable'));
    expect(kept.safekeeping.read()).toMatchObject({ running: null, check: null });
  });

  test('does not begin while another act of safekeeping runs', async () => {
    const first = kept.safekeeping.check();
    expect(await kept.safekeeping.check()).toEqual(fail('cancelled'));
    expect(await kept.safekeeping.backUp()).toEqual(fail('cancelled'));
    expect(must(await first).files).toBe(6);
    expect(kept.backup.copy.files.size).toBe(0);
  });
});
