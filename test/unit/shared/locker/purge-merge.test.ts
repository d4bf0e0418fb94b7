// Copies of a locker that go on apart, act, remove, purge and are copied over each other, wholly or in part: once everybody
// has everything, all fold alike, what was purged opens nowhere, and nothing else is lost.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomId, type DeviceId, type SourceId } from '../../../../shared/evidence/ids.ts';
import type { Change } from '../../../../shared/journal/change.ts';
import { sourceOf } from '../../../../shared/library/purged.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { openEverything } from '../../../support/open-everything.ts';
import { readLockerAgain } from '../../../support/second-reader.ts';
import {
  createSmallLocker,
  deviceA,
  deviceB,
  importSource,
  markAct,
  must,
  noteAct,
  reopen,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';

const deviceC = 'd0000000000000000000000000000003' as DeviceId;
const passphrase = 'correct horse battery staple';
const clean = { damage: [], missing: [], notArrived: [], stray: [], torn: [], unpurged: [] };

type Step = { readonly at: number } & (
  | { readonly kind: 'import' | 'close' }
  | { readonly kind: 'mark' | 'note' | 'remove' | 'restore' | 'purge'; readonly of: number }
  /** Copies files of another copy over this one's: all of them, or those of this seed. */
  | { readonly kind: 'merge'; readonly from: number; readonly some: number | null }
);

const which = fc.nat(30);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('import', 'close'), at: which }) },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constantFrom('mark', 'mark', 'note', 'remove', 'restore', 'purge', 'purge'),
        at: which,
        of: which,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('merge'),
        at: which,
        from: which,
        some: fc.option(fc.integer({ min: 1, max: 0x7fff_ffff })),
      }),
    },
  ),
  { minLength: 8, maxLength: 24 },
);

interface Copy {
  readonly folder: MemoryFolder;
  readonly device: DeviceId;
}

/** What all copies together were told is saved. */
interface Told {
  readonly changes: Map<string, Change>;
  /** A text that nothing else holds, for each source, in its file and in all that is said of it. */
  readonly canaries: Map<SourceId, string>;
  readonly purged: Set<SourceId>;
}

/** `cp -r` of a folder: segments are never written over by a shorter copy where everything is copied both ways. */
function copyOver(from: MemoryFolder, to: MemoryFolder, some: number | null = null): void {
  const names = Array.from(from.files.keys()).sort();
  for (const [index, name] of names.entries()) {
    if (some !== null && Math.imul(some, index + 1) % 3 === 0) continue;
    const bytes = from.files.get(name)?.slice();
    if (bytes !== undefined) to.files.set(name, bytes);
  }
}

/** An opening, one step, a closing: what a session is to the folder. */
async function take(step: Step, copies: readonly Copy[], told: Told): Promise<void> {
  const { folder, device } = there(copies[step.at % copies.length]);
  if (step.kind === 'merge') {
    const from = there(copies[step.from % copies.length]);
    if (from.folder !== folder) copyOver(from.folder, folder, step.some);
    return;
  }
  const locker = await reopen(folder, device);
  const say = (changes: readonly Change[]): void => {
    for (const change of changes) told.changes.set(change.id, change);
  };
  const act = async (...acts: Parameters<typeof locker.act>[0]): Promise<void> => {
    say(must(await locker.act(acts, testPerson.id)));
  };
  const sources = Array.from(locker.state.sources.keys()).sort();
  if (step.kind === 'import') {
    const canary = `canary ${randomId()}`;
    const before = locker.changes.length;
    const bytes = new TextEncoder().encode(`${canary} at length`);
    const { source } = await importSource(locker, bytes, `${canary}.txt`);
    told.canaries.set(source, canary);
    say(locker.changes.slice(before));
  } else if ('of' in step && sources.length > 0) {
    const source = there(sources[step.of % sources.length]);
    const canary = there(told.canaries.get(source));
    const subject = `source/${source}` as const;
    const marks = Array.from(locker.state.marks.values()).filter((mark) => mark.source === source);
    const mark = marks.map(({ id }) => id).sort()[0];
    if (step.kind === 'mark') await act(markAct(source, canary));
    else if (step.kind === 'note' && mark !== undefined)
      await act(noteAct(source, mark, `on ${canary}`));
    else if (step.kind === 'remove')
      await act({ subject, kind: 'source-removed', payload: { source } });
    else if (step.kind === 'restore')
      await act({ subject, kind: 'source-restored', payload: { source } });
    else if (step.kind === 'purge') {
      const left = must(await locker.purge(source, testPerson.id));
      expect(left).toEqual([]);
      told.purged.add(source);
    }
  }
  must(await locker.close());
}

async function live(count: number, taken: readonly Step[]): Promise<void> {
  const first = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(first));
  const told: Told = { changes: new Map(), canaries: new Map(), purged: new Set() };
  for (const change of locker.changes) told.changes.set(change.id, change);
  must(await locker.close());
  // Known to all: what one copy purges, another one still works on, under keys of its own.
  for (const at of [0, 0])
    await take({ kind: 'import', at }, [{ folder: first, device: deviceA }], told);
  const copies = [deviceA, deviceB, deviceC].slice(0, count).map((device): Copy => {
    const folder = memoryFolder();
    copyOver(first, folder);
    return { folder, device };
  });
  for (const step of taken) await take(step, copies, told);
  exchange(copies);
  await judgeFirst(copies, told);
  exchange(copies);
  await judgeLast(copies, told);
}

/** Everything to everybody. */
function exchange(copies: readonly Copy[]): void {
  for (const { folder } of copies) for (const from of copies) copyOver(from.folder, folder);
}

/** One opening after a full exchange: it is all done by then, though not every copy has heard what another one named. */
async function judgeFirst(copies: readonly Copy[], { canaries, purged }: Told): Promise<void> {
  const states: unknown[] = [];
  for (const { folder, device } of copies) {
    const locker = await reopen(folder, device);
    states.push(locker.state);
    must(await locker.close());
    const everything = openEverything(folder.files);
    for (const [source, canary] of canaries) {
      expect(everything.includes(canary)).toBe(!purged.has(source));
    }
  }
  for (const state of states) expect(state).toEqual(states[0]);
}

/** After a further exchange nothing is left to do, and nobody lacks anything. */
async function judgeLast(copies: readonly Copy[], told: Told): Promise<void> {
  const { changes, canaries, purged } = told;
  const kept = Array.from(changes.values()).filter(({ subject }) => {
    const source = sourceOf(subject);
    return source === undefined || !purged.has(source);
  });
  const standing = Array.from(canaries).filter(([source]) => !purged.has(source));
  const histories: (readonly Change[])[] = [];
  for (const { folder, device } of copies) {
    const before = new Map(folder.files);
    const locker = await reopen(folder, device);
    expect(must(await locker.check())).toMatchObject(clean);
    const byId = new Map(locker.changes.map((change) => [change.id, change]));
    for (const change of kept) expect(byId.get(change.id)).toEqual(change);
    const sources = Array.from(locker.state.sources.keys());
    expect(sources.sort()).toEqual(standing.map(([source]) => source).sort());
    const again = readLockerAgain(folder.files, passphrase);
    expect(again.changes.map(({ id }) => String(id)).sort()).toEqual(
      Array.from(byId.keys()).sort(),
    );
    for (const [source, canary] of standing) {
      const { original } = there(locker.state.sources.get(source));
      const whole = new TextEncoder().encode(`${canary} at length`);
      expect(must(await locker.openFile(original.file)).bytes).toEqual(whole);
      expect(Uint8Array.from(again.openFile(original.file).bytes)).toEqual(whole);
    }
    histories.push(locker.changes);
    must(await locker.close());
    expect(folder.files).toEqual(before);
  }
  for (const history of histories) expect(history).toEqual(histories[0]);
}

test('copies that act, purge and merge in any order end alike, without what was purged and with all else', async () => {
  await fc.assert(fc.asyncProperty(fc.integer({ min: 2, max: 3 }), steps, live), {
    numRuns: 6,
    endOnFailure: true, // shrinking such a story takes longer than reading it
  });
}, 300_000);
