// Checking, backing up and bringing back as the screens see it: what is told, what is noted, and what stops it.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { VaultEvent } from '../../../../renderer/vault/contract.ts';
import type { SafekeepingAct } from '../../../../renderer/vault/calls/safekeeping.ts';
import { Safekeeping } from '../../../../renderer/vault/safekeeping.ts';
import type { Source } from '../../../../shared/evidence/source.ts';
import type { Act } from '../../../../shared/journal/change.ts';
import { fileName, type FolderName } from '../../../../shared/locker/folder.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { buildPlainText } from '../../../../shared/text/plain.ts';
import { flip, memoryBackup, type MemoryBackup } from '../../../support/memory-backup.ts';
import { copyOf, memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  deviceB,
  importSource,
  must,
  noteAct,
  markAct,
  reopen,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';

const dayMs = 24 * 60 * 60 * 1000;
const changed: VaultEvent = { kind: 'changed', subjects: ['library'] };

/** Time that passes only when a test says so. */
class HandClock {
  ms = 0;
  #waiting: { readonly ms: number; readonly end: () => void } | undefined;
  #begun: () => void = () => undefined;

  readonly elapsed = () => this.ms;

  readonly wait = (ms: number) =>
    new Promise<void>((end) => {
      this.#waiting = { ms, end };
      this.#begun();
    });

  /** Ends the pause there is; done when the next one begins. */
  async pass(): Promise<void> {
    const next = new Promise<void>((resolve) => (this.#begun = resolve));
    this.passLast();
    await next;
  }

  passLast(): void {
    const { ms, end } = there(this.#waiting);
    this.ms += ms;
    end();
  }
}

let folder: MemoryFolder;
let backup: MemoryBackup;
let locker: OpenLocker;
let clock: HandClock;
let nowMs: number;
let events: VaultEvent[];
/** What was running whenever something was told. */
let running: (SafekeepingAct | null)[];
let safekeeping: Safekeeping;

beforeEach(async () => {
  folder = memoryFolder();
  ({ locker } = await createSmallLocker(await testHost(folder)));
  for (const name of ['first', 'second', 'third']) {
    const body = `${name}\n\nThe shelters were closed in autumn.\n`;
    await importSource(locker, new TextEncoder().encode(body), name, buildPlainText(body, 'plain'));
  }
  begin();
});

function begin(opened = locker, of = folder): void {
  locker = opened;
  backup = memoryBackup(of);
  clock = new HandClock();
  nowMs = 1_700_000_000_000;
  events = [];
  running = [];
  const { wait, elapsed } = clock;
  const host = { backup, wait, elapsed, now: () => nowMs };
  safekeeping = new Safekeeping(locker, host, testPerson.id, (event) => {
    events.push(event);
    running.push(safekeeping.read().running);
  });
}

function sourceNamed(title: string): Source {
  return there(
    Array.from(locker.state.sources.values()).find((each) => each.details.title === title),
  );
}

function textOf(title: string): FolderName {
  return fileName(there(sourceNamed(title).working).file);
}

function harms(): readonly unknown[] {
  return ['first', 'second', 'third'].map((title) => safekeeping.harmOf(sourceNamed(title)));
}

async function act(...acts: readonly Act[]): Promise<number> {
  return there(must(await locker.act(acts, testPerson.id)).at(-1)).at;
}

describe('what is not whole', () => {
  test('is known from the opening on: what is missing counts, what has not arrived yet does not', async () => {
    const text = textOf('second');
    must(await locker.close());
    folder.files.delete(text);
    const elsewhere = copyOf(folder);
    begin(await reopen(folder));
    expect(harms()).toEqual([undefined, 'missing', undefined]);
    expect(safekeeping.read().harmed).toBe(1);
    begin(await reopen(elsewhere, deviceB), elsewhere);
    expect(harms()).toEqual([undefined, 'not-arrived', undefined]);
    expect(safekeeping.read().harmed).toBe(0);
  });

  test.each(['locker-damaged', 'key-missing'] as const)(
    'is noted when a reading says %s, told once, and taken back when it can be read',
    (error) => {
      const { file } = sourceNamed('first').original;
      safekeeping.noteReading(file, ok(null));
      expect(events).toEqual([]);
      safekeeping.noteReading(file, fail(error));
      const harm = error === 'key-missing' ? error : 'damaged';
      expect(harms()).toEqual([harm, undefined, undefined]);
      expect(safekeeping.read().harmed).toBe(1);
      expect(events).toEqual([changed]);
      safekeeping.noteReading(file, fail(error));
      expect(events).toEqual([changed]);
      safekeeping.noteReading(file, ok(null));
      expect(harms()).toEqual([undefined, undefined, undefined]);
      expect(events).toEqual([changed, changed]);
    },
  );

  test('is no harm of the file where the reading failed for another reason', () => {
    safekeeping.noteReading(sourceNamed('first').original.file, fail('disk-failed'));
    expect(harms()).toEqual([undefined, undefined, undefined]);
    expect(events).toEqual([]);
  });
});

describe('looking at files while nobody does anything', () => {
  test('finds what is damaged and nothing else, and tells when it has seen all', async () => {
    flip(folder.files.get(textOf('second')));
    expect(safekeeping.read().idle).toEqual({ done: 0, total: 6 });
    for (let looked = 1; looked <= 6; looked++) {
      await clock.pass();
      expect(safekeeping.read().idle).toEqual({ done: looked, total: 6 });
    }
    expect(harms()).toEqual([undefined, 'damaged', undefined]);
    expect(events).toEqual([changed]);
    clock.passLast();
    await vi.waitFor(() => {
      expect(events).toEqual([changed, changed]);
    });
  });

  test('tells nothing new of whole files', async () => {
    for (let looked = 0; looked < 6; looked++) await clock.pass();
    expect(harms()).toEqual([undefined, undefined, undefined]);
    expect(events).toEqual([]);
  });

  test('waits while the person does something, and while something else reads every file', async () => {
    await clock.pass();
    safekeeping.touch();
    await clock.pass();
    expect(safekeeping.read().idle.done).toBe(1);
    await clock.pass();
    expect(safekeeping.read().idle.done).toBe(2);
    let finish = () => undefined as void;
    backup.choose = () =>
      new Promise((resolve) => {
        finish = () => {
          resolve(fail('cancelled'));
        };
      });
    const backingUp = safekeeping.backUp();
    await clock.pass();
    expect(safekeeping.read().idle.done).toBe(2);
    finish();
    await backingUp;
    await clock.pass();
    expect(safekeeping.read().idle.done).toBe(3);
  });

  test('has nothing left to do after a check', async () => {
    must(await safekeeping.check());
    expect(safekeeping.read().idle).toEqual({ done: 6, total: 6 });
  });

  test('ends when the locker is locked', async () => {
    await clock.pass();
    safekeeping.close();
    clock.passLast();
    await new Promise((resolve) => setImmediate(resolve));
    expect(safekeeping.read().idle).toEqual({ done: 1, total: 6 });
    expect(events).toEqual([]);
  });
});

describe('a check', () => {
  test('tells what it found, and how far it is from its beginning to its end', async () => {
    nowMs += 5;
    flip(folder.files.get(textOf('second')));
    const found = must(await safekeeping.check());
    expect(found).toMatchObject({ at: nowMs, sources: 3, files: 6 });
    expect(found.findings.map(({ what }) => what)).toEqual(['The text of “second” is damaged']);
    expect(safekeeping.read()).toMatchObject({ running: null, check: found, harmed: 1 });
    const steps = [0, 1, 2, 3, 4, 5, 6].map((done): SafekeepingAct => ({
      ...{ act: 'check', stage: 'verifying', done, total: 6 },
    }));
    const toldOf = steps.map((step): VaultEvent => ({ kind: 'progress', running: step }));
    expect(events).toEqual([changed, ...toldOf, changed]);
    const begun: SafekeepingAct = { act: 'check', stage: 'comparing', done: 0, total: 0 };
    expect(running).toEqual([begun, ...steps, null]);
  });

  test('forgets the harm that was mended since', async () => {
    const whole = there(folder.files.get(textOf('second'))).slice();
    flip(folder.files.get(textOf('second')));
    must(await safekeeping.check());
    expect(harms()).toEqual([undefined, 'damaged', undefined]);
    folder.files.set(textOf('second'), whole);
    expect(must(await safekeeping.check()).findings).toEqual([]);
    expect(harms()).toEqual([undefined, undefined, undefined]);
  });

  test('names what is missing', async () => {
    folder.files.delete(textOf('third'));
    must(await safekeeping.check());
    expect(harms()).toEqual([undefined, undefined, 'missing']);
  });

  test.each(['stop', 'close'] as const)('ends at its next file on “%s”', async (how) => {
    const checking = safekeeping.check();
    safekeeping[how]();
    expect(await checking).toEqual(fail('cancelled'));
    expect(safekeeping.read()).toMatchObject({ running: null, check: null });
    expect(events.at(-1)).toEqual(changed);
  });

  test('can be run again after one that was stopped', async () => {
    const checking = safekeeping.check();
    safekeeping.stop();
    await checking;
    expect(must(await safekeeping.check()).files).toBe(6);
  });

  test('tells the error where the folder cannot be read, and ends', async () => {
    folder.list = () => Promise.resolve(fail('disk-failed'));
    expect(await safekeeping.check()).toEqual(fail('disk-failed'));
    expect(safekeeping.read()).toMatchObject({ running: null, check: null });
  });

  test('does not begin while another act of safekeeping runs', async () => {
    const first = safekeeping.check();
    expect(await safekeeping.check()).toEqual(fail('cancelled'));
    expect(await safekeeping.backUp()).toEqual(fail('cancelled'));
    expect(must(await first).files).toBe(6);
    expect(backup.copy.files.size).toBe(0);
  });
});

describe('a backup', () => {
  test('that was verified is noted with what lies in it, and goes on being told after other acts', async () => {
    nowMs += 7;
    const made = must(await safekeeping.backUp());
    expect(made).toMatchObject({
      at: nowMs,
      sources: 3,
      lackingActs: 0,
      isVerified: true,
      findings: [],
    });
    expect(made.copied).toBe(folder.files.size);
    const [noted] = locker.changes.slice(-1);
    const bytes = Array.from(backup.copy.files.values()).reduce(
      (sum, each) => sum + each.length,
      0,
    );
    const lies = { files: backup.copy.files.size, bytes };
    expect(noted).toMatchObject({ kind: 'backed-up', payload: lies, person: testPerson.id });
    await act(markAct(sourceNamed('first').id, 'The shelters'));
    expect(safekeeping.read().backedUp).toEqual({ at: there(noted).at, ...lies });
  });

  test('tells how far it is, stage by stage', async () => {
    must(await safekeeping.backUp());
    const acts = new Set(running.map((each) => each?.act));
    expect(acts).toEqual(new Set(['backup', undefined]));
    const stages = running.flatMap((each) => each?.stage ?? []);
    expect([...new Set(stages)]).toEqual(['comparing', 'copying', 'verifying']);
    expect(running.at(-2)).toEqual({ act: 'backup', stage: 'verifying', done: 6, total: 6 });
  });

  test.each<readonly [string, () => void]>([
    ['damaged in it', () => backup.spoiling.set(textOf('second'), 9)],
    [
      'missing from it',
      () => {
        const { store } = backup;
        const left = textOf('second');
        backup.store = (name, rule) =>
          name === left ? Promise.resolve(fail('not-there')) : store(name, rule);
      },
    ],
  ])('of which a file is %s is told as it is, and noted nowhere', async (_, spoil) => {
    spoil();
    const made = must(await safekeeping.backUp());
    expect(made.isVerified).toBe(false);
    expect(made.findings.map(({ what }) => what)).toEqual([
      expect.stringMatching(/^The text of “second” (is damaged|is missing|has not arrived)$/),
    ]);
    expect(safekeeping.read().backedUp).toBeNull();
    expect(locker.changes.some(({ kind }) => kind === 'backed-up')).toBe(false);
  });

  test('that does not tell of every act is not verified', async () => {
    const { store } = backup;
    backup.store = (name, rule) =>
      name.startsWith('journal/') ? Promise.resolve(fail('not-there')) : store(name, rule);
    const made = must(await safekeeping.backUp());
    expect(made).toMatchObject({ isVerified: false, lackingActs: locker.changes.length });
    expect(safekeeping.read().backedUp).toBeNull();
  });

  test('that the person chose no folder for copies nothing and lets go of nothing', async () => {
    backup.choose = () => Promise.resolve(fail('place-not-empty'));
    const release = vi.spyOn(backup, 'release');
    expect(await safekeeping.backUp()).toEqual(fail('place-not-empty'));
    expect(backup.stored).toEqual([]);
    expect(release).not.toHaveBeenCalled();
    expect(safekeeping.read().running).toBeNull();
  });

  test('lets go of its folder, and says whether all of it was done', async () => {
    const release = vi.spyOn(backup, 'release');
    must(await safekeeping.backUp());
    expect(release.mock.calls).toEqual([[true]]);
    backup.list = () => Promise.resolve(fail('backup-absent'));
    expect(await safekeeping.backUp()).toEqual(fail('backup-absent'));
    expect(release.mock.calls).toEqual([[true], [false]]);
  });

  test('whose folder cannot be let go of is told so', async () => {
    backup.release = () => Promise.resolve(fail('disk-failed'));
    expect(await safekeeping.copy()).toEqual(fail('disk-failed'));
  });

  test('that cannot be noted is told as failed', async () => {
    folder.append = () => Promise.resolve(fail('disk-full'));
    expect(await safekeeping.backUp()).toEqual(fail('disk-full'));
    expect(safekeeping.read().backedUp).toBeNull();
  });

  test('that was stopped is cancelled, and noted nowhere', async () => {
    const backingUp = safekeeping.backUp();
    safekeeping.stop();
    expect(await backingUp).toEqual(fail('cancelled'));
    expect(backup.stored).toEqual([]);
    expect(safekeeping.read().backedUp).toBeNull();
  });

  test('as a locker of its own is told of and noted nowhere: the next backup does not go on with it', async () => {
    const acts = locker.changes.length;
    expect(must(await safekeeping.copy())).toMatchObject({ isVerified: true, sources: 3 });
    expect(new Set(running.map((each) => each?.act))).toEqual(new Set(['copy', undefined]));
    expect(locker.changes).toHaveLength(acts);
    expect(safekeeping.read().backedUp).toBeNull();
  });
});

describe('a backup is due', () => {
  test('two weeks after the first source was imported, not a moment before', () => {
    const first = sourceNamed('first').importedAt;
    nowMs = first + 14 * dayMs;
    expect(safekeeping.read().backupDue).toBe(false);
    nowMs += 1;
    expect(safekeeping.read().backupDue).toBe(true);
  });

  test('two weeks after the last one', async () => {
    const at = await act({
      subject: 'library',
      kind: 'backed-up',
      payload: { files: 1, bytes: 2 },
    });
    await act(noteAct(sourceNamed('first').id, '0'.repeat(32) as never, 'later'));
    nowMs = at + 14 * dayMs;
    expect(safekeeping.read()).toMatchObject({ backedUp: { at }, backupDue: false });
    nowMs += 1;
    expect(safekeeping.read().backupDue).toBe(true);
  });

  test('at once when the keys were renewed, and the backups of before are another locker’s', async () => {
    await act({ subject: 'library', kind: 'backed-up', payload: { files: 1, bytes: 2 } });
    const none = { segments: [], pools: [], files: [] };
    const from = '1'.repeat(32);
    await act({
      subject: 'library',
      kind: 'keys-renewed',
      payload: { from, phrase: 'a', ...none },
    });
    expect(safekeeping.read()).toMatchObject({ backedUp: null, backupDue: true });
    must(await safekeeping.backUp());
    expect(safekeeping.read()).toMatchObject({ backedUp: {}, backupDue: false });
  });

  test('never in a locker without a source', async () => {
    const empty = memoryFolder();
    begin((await createSmallLocker(await testHost(empty))).locker, empty);
    nowMs += 1000 * dayMs;
    expect(safekeeping.read()).toMatchObject({ backedUp: null, backupDue: false, harmed: 0 });
  });
});

describe('bringing back', () => {
  test('mends what is damaged and missing, tells how far it is, and what is whole again', async () => {
    must(await safekeeping.backUp());
    flip(folder.files.get(textOf('first')));
    folder.files.delete(textOf('second'));
    must(await safekeeping.check());
    expect(harms()).toEqual(['damaged', 'missing', undefined]);
    running.length = 0;
    const { brought, check } = must(await safekeeping.bringBack());
    expect(brought).toBe(2);
    expect(check).toMatchObject({ sources: 3, files: 6, findings: [] });
    expect(harms()).toEqual([undefined, undefined, undefined]);
    expect(safekeeping.read()).toMatchObject({ running: null, check });
    expect(running.at(-2)).toEqual({ act: 'bring-back', stage: 'verifying', done: 6, total: 6 });
  });

  test('that was stopped brings nothing', async () => {
    must(await safekeeping.backUp());
    folder.files.delete(textOf('second'));
    const bringing = safekeeping.bringBack();
    safekeeping.stop();
    expect(await bringing).toEqual(fail('cancelled'));
    expect(backup.fetched).toEqual([]);
    expect(safekeeping.read().check).toBeNull();
  });
});
