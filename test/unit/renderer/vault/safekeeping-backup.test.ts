// Backing up and bringing back as the screens see it: what is told, what is noted in the journal, and when a backup is due.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { randomId } from '../../../../shared/evidence/ids.ts';
import { fail } from '../../../../shared/result.ts';
import { keepLocker, type KeptLocker } from '../../../support/kept-locker.ts';
import { flip } from '../../../support/memory-backup.ts';
import { markAct, must, noteAct, testPerson, there } from '../../../support/small-locker.ts';

const dayMs = 24 * 60 * 60 * 1000;

let kept: KeptLocker;

beforeEach(async () => {
  kept = await keepLocker('first', 'second', 'third');
});

describe('a backup', () => {
  test('that was verified is noted with what lies in it, and goes on being told after other acts', async () => {
    kept.nowMs += 7;
    const made = must(await kept.safekeeping.backUp());
    expect(made).toMatchObject({
      at: kept.nowMs,
      sources: 3,
      lackingActs: 0,
      isVerified: true,
      findings: [],
    });
    expect(made.copied).toBe(kept.folder.files.size);
    const [noted] = kept.locker.changes.slice(-1);
    const bytes = Array.from(kept.backup.copy.files.values()).reduce(
      (sum, each) => sum + each.length,
      0,
    );
    const lies = { files: kept.backup.copy.files.size, bytes };
    expect(noted).toMatchObject({ kind: 'backed-up', payload: lies, person: testPerson.id });
    await kept.act(markAct(kept.sourceNamed('first').id, 'The shelters'));
    expect(kept.safekeeping.read().backedUp).toEqual({ at: there(noted).at, ...lies });
  });

  test('tells how far it is, stage by stage', async () => {
    must(await kept.safekeeping.backUp());
    const acts = new Set(kept.running.map((each) => each?.act));
    expect(acts).toEqual(new Set(['backup', undefined]));
    const stages = kept.running.flatMap((each) => each?.stage ?? []);
    expect([...new Set(stages)]).toEqual(['comparing', 'copying', 'verifying']);
    expect(kept.running.at(-2)).toEqual({ act: 'backup', stage: 'verifying', done: 6, total: 6 });
  });

  test.each<readonly [string, () => void]>([
    ['damaged in it', () => kept.backup.spoiling.set(kept.textOf('second'), 9)],
    [
      'missing from it',
      () => {
        const store = kept.backup.store.bind(kept.backup);
        const left = kept.textOf('second');
        kept.backup.store = (name, rule) =>
          name === left ? Promise.resolve(fail('not-there')) : store(name, rule);
      },
    ],
  ])('of which a file is %s is told as it is, and noted nowhere', async (_, spoil) => {
    spoil();
    const made = must(await kept.safekeeping.backUp());
    expect(made.isVerified).toBe(false);
    expect(made.findings.map(({ what }) => what)).toEqual([
      expect.stringMatching(/^The text of “second” (is damaged|is missing|has not arrived)$/),
    ]);
    expect(kept.safekeeping.read().backedUp).toBeNull();
    expect(kept.locker.changes.some(({ kind }) => kind === 'backed-up')).toBe(false);
  });

  test('that does not tell of every act is not verified', async () => {
    const store = kept.backup.store.bind(kept.backup);
    kept.backup.store = (name, rule) =>
      name.startsWith('journal/') ? Promise.resolve(fail('not-there')) : store(name, rule);
    const made = must(await kept.safekeeping.backUp());
    expect(made).toMatchObject({ isVerified: false, lackingActs: kept.locker.changes.length });
    expect(kept.safekeeping.read().backedUp).toBeNull();
  });

  test('that the person chose no folder for copies nothing and lets go of nothing', async () => {
    kept.backup.choose = () => Promise.resolve(fail('place-not-empty'));
    const release = vi.spyOn(kept.backup, 'release');
    expect(await kept.safekeeping.backUp()).toEqual(fail('place-not-empty'));
    expect(kept.backup.stored).toEqual([]);
    expect(release).not.toHaveBeenCalled();
    expect(kept.safekeeping.read().running).toBeNull();
  });

  test('lets go of its folder, and says whether all of it was done', async () => {
    const release = vi.spyOn(kept.backup, 'release');
    must(await kept.safekeeping.backUp());
    expect(release.mock.calls).toEqual([[true]]);
    kept.backup.list = () => Promise.resolve(fail('backup-absent'));
    expect(await kept.safekeeping.backUp()).toEqual(fail('backup-absent'));
    expect(release.mock.calls).toEqual([[true], [false]]);
  });

  test('whose folder cannot be let go of is told so', async () => {
    kept.backup.release = () => Promise.resolve(fail('folder-unreadable'));
    expect(await kept.safekeeping.copy()).toEqual(fail('folder-unreadable'));
  });

  test('that cannot be noted is told as failed', async () => {
    kept.folder.append = () => Promise.resolve(fail('disk-full'));
    expect(await kept.safekeeping.backUp()).toEqual(fail('disk-full'));
    expect(kept.safekeeping.read().backedUp).toBeNull();
  });

  test('that was stopped is cancelled, and noted nowhere', async () => {
    const backingUp = kept.safekeeping.backUp();
    kept.safekeeping.stop();
    expect(await backingUp).toEqual(fail('cancelled'));
    expect(kept.backup.stored).toEqual([]);
    expect(kept.safekeeping.read().backedUp).toBeNull();
  });

  test('as a locker of its own is told of and noted nowhere: the next backup does not go on with it', async () => {
    const acts = kept.locker.changes.length;
    expect(must(await kept.safekeeping.copy())).toMatchObject({ isVerified: true, sources: 3 });
    expect(new Set(kept.running.map((each) => each?.act))).toEqual(new Set(['copy', undefined]));
    expect(kept.locker.changes).toHaveLength(acts);
    expect(kept.safekeeping.read().backedUp).toBeNull();
  });
});

describe('a backup is due', () => {
  test('two weeks after the first source was imported, not a moment before', () => {
    const first = kept.sourceNamed('first').importedAt;
    kept.nowMs = first + 14 * dayMs;
    expect(kept.safekeeping.read().backupDue).toBe(false);
    kept.nowMs += 1;
    expect(kept.safekeeping.read().backupDue).toBe(true);
  });

  test('two weeks after the last one', async () => {
    const at = await kept.act({
      subject: 'library',
      kind: 'backed-up',
      payload: { files: 1, bytes: 2 },
    });
    await kept.act(noteAct(kept.sourceNamed('first').id, randomId(), 'later'));
    kept.nowMs = at + 14 * dayMs;
    expect(kept.safekeeping.read()).toMatchObject({ backedUp: { at }, backupDue: false });
    kept.nowMs += 1;
    expect(kept.safekeeping.read().backupDue).toBe(true);
  });

  test('at once when the keys were renewed, and the backups of before are another locker’s', async () => {
    await kept.act({ subject: 'library', kind: 'backed-up', payload: { files: 1, bytes: 2 } });
    const none = { segments: [], pools: [], files: [] };
    const from = '1'.repeat(32);
    await kept.act({
      subject: 'library',
      kind: 'keys-renewed',
      payload: { from, phrase: 'a', ...none },
    });
    expect(kept.safekeeping.read()).toMatchObject({ backedUp: null, backupDue: true });
    must(await kept.safekeeping.backUp());
    expect(kept.safekeeping.read()).toMatchObject({ backedUp: {}, backupDue: false });
  });

  test('never in a locker without a source', async () => {
    kept = await keepLocker();
    kept.nowMs += 1000 * dayMs;
    expect(kept.safekeeping.read()).toMatchObject({ backedUp: null, backupDue: false, harmed: 0 });
  });
});

describe('bringing back', () => {
  test('mends what is damaged and missing, tells how far it is, and what is whole again', async () => {
    must(await kept.safekeeping.backUp());
    flip(kept.folder.files.get(kept.textOf('first')));
    kept.folder.files.delete(kept.textOf('second'));
    must(await kept.safekeeping.check());
    expect(kept.harms()).toEqual(['damaged', 'missing', undefined]);
    kept.running.length = 0;
    const { brought, check } = must(await kept.safekeeping.bringBack());
    expect(brought).toBe(2);
    expect(check).toMatchObject({ sources: 3, files: 6, findings: [] });
    expect(kept.harms()).toEqual([undefined, undefined, undefined]);
    expect(kept.safekeeping.read()).toMatchObject({ running: null, check });
    expect(kept.running.at(-2)).toEqual({
      act: 'bring-back',
      stage: 'verifying',
      done: 6,
      total: 6,
    });
  });

  test('that was stopped brings nothing', async () => {
    must(await kept.safekeeping.backUp());
    kept.folder.files.delete(kept.textOf('second'));
    const bringing = kept.safekeeping.bringBack();
    kept.safekeeping.stop();
    expect(await bringing).toEqual(fail('cancelled'));
    expect(kept.backup.fetched).toEqual([]);
    expect(kept.safekeeping.read().check).toBeNull();
  });
});
