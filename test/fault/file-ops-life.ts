// The script of `file-ops`: a program that does every act there is, as far as its disk lets it, and notes what it was told.
import type { Disk } from '../../electron/locker/disk.ts';
import { diskFolder } from '../../electron/locker/folder.ts';
import { randomBytes, type Bytes } from '../../shared/bytes.ts';
import { recoveryKeyBytes } from '../../shared/crypto/recovery-key.ts';
import { randomId, type FileId, type SourceId } from '../../shared/evidence/ids.ts';
import type { Act, Change } from '../../shared/journal/change.ts';
import {
  lookAtLocker,
  openLocker,
  prepareLocker,
  type LockerHost,
} from '../../shared/locker/locker.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { lookAtRenewal, renewKeys } from '../../shared/locker/renew-keys.ts';
import type { Result } from '../../shared/result.ts';
import {
  cheapCost,
  importedAct,
  markAct,
  passphraseBytes,
  streamOf,
  testHost,
  testPerson,
} from '../support/small-locker.ts';

export const root = '/locker';
const original = Uint8Array.from({ length: 20_000 }, (_, index) => index & 255);
const named = { name: 'report.txt', mediaType: 'text/plain' };

/** What the person was told over all lives, and what may be true beside it. */
export interface Story {
  created: boolean;
  readonly saved: Change[];
  readonly sealed: Map<SourceId, Bytes>;
  /** Sources whose purge was asked for: from then on what is of them may be gone. */
  readonly doomed: Set<SourceId>;
  /** Told to be gone for good, with the file that was of it. */
  readonly purged: Map<SourceId, FileId>;
  /** Lockers whose keys were told to be renewed. */
  readonly obsolete: Set<string>;
  /** The passphrase; more while one is being changed, in the order they were typed. */
  passphrases: string[];
  number: number;
}

export function newStory(): Story {
  return {
    ...{ created: false, saved: [], sealed: new Map(), passphrases: ['passphrase 0'], number: 0 },
    ...{ doomed: new Set(), purged: new Map(), obsolete: new Set() },
  };
}

/** Two sessions, as far as they go. What fails is left out; the session goes on, as the program's would. */
export async function live(story: Story, disk: Disk): Promise<void> {
  const folder = diskFolder(root, { disk });
  const host = await testHost(folder);
  for (const isLast of [false, true]) {
    const locker = await enter(story, host);
    if (locker === undefined) return;
    await work(story, locker);
    if (isLast) await renew(story, locker, host);
    await locker.close();
    await folder.release();
  }
}

async function work(story: Story, locker: OpenLocker): Promise<void> {
  const act = async (acts: readonly Act[]): Promise<boolean> =>
    note(story, await locker.act(acts, testPerson.id));
  if (locker.state.people.size === 0) {
    await act([{ subject: 'library', kind: 'person-named', payload: { person: testPerson } }]);
  }
  const { source } = await importOne(story, locker);
  const unwanted = await locker.sealFile(`source/${source}`, named, streamOf(original));
  if (unwanted.ok) await locker.discardFile(unwanted.value.file);
  await Promise.all(['one', 'two', 'three'].map((words) => act([markAct(source, words)])));
  await changePassphrase(story, locker);
  await act([markAct(source, 'after the change')]);
  await purgeOne(story, locker);
  await act([markAct(source, 'after the purge')]);
}

async function importOne(
  story: Story,
  locker: OpenLocker,
): Promise<{ readonly source: SourceId; readonly file: FileId | undefined }> {
  const source: SourceId = randomId();
  const sealed = await locker.sealFile(`source/${source}`, named, streamOf(original));
  if (!sealed.ok) return { source, file: undefined };
  const acted = await locker.act([importedAct(source, sealed.value, named.name)], testPerson.id);
  if (note(story, acted)) story.sealed.set(source, original);
  return { source, file: sealed.value.file };
}

async function purgeOne(story: Story, locker: OpenLocker): Promise<void> {
  const { source, file } = await importOne(story, locker);
  note(story, await locker.act([markAct(source, 'to be deleted for good')], testPerson.id));
  if (file === undefined || !locker.state.sources.has(source)) return;
  story.doomed.add(source);
  story.sealed.delete(source);
  const purged = await locker.purge(source, testPerson.id);
  if (!purged.ok) return;
  if (purged.value.length === 0) story.purged.set(source, file);
  story.saved.push(...locker.changes.filter((change) => isPurgeOf(change, source)));
}

function isPurgeOf({ kind, payload }: Change, source: SourceId): boolean {
  return kind === 'purged' && payload.source === source;
}

async function renew(story: Story, locker: OpenLocker, host: LockerHost): Promise<void> {
  const [current = ''] = story.passphrases;
  const passphrase = passphraseBytes(current);
  const stretching = { argon2: host.argon2, least: cheapCost };
  const looked = await lookAtRenewal(locker.eyes, passphrase, stretching);
  if (!looked.ok) return;
  const recovery = looked.value === 'fresh' ? randomBytes(recoveryKeyBytes) : undefined;
  const renewable = {
    eyes: locker.eyes,
    get phrase() {
      return locker.phrase;
    },
    act: async (acts: readonly Act[]) => {
      const acted = await locker.act(acts, testPerson.id);
      note(story, acted);
      return acted;
    },
    close: () => locker.close(),
  };
  const renewal = { passphrase, cost: cheapCost, recovery, person: testPerson.id, stretching };
  const done = await renewKeys(renewable, { ...renewal, now: host.now });
  if (!done.ok) return;
  story.obsolete.add(locker.lockerId);
  story.passphrases = [current];
}

function note(story: Story, result: Result<readonly Change[]>): boolean {
  if (result.ok) story.saved.push(...result.value);
  return result.ok;
}

async function enter(story: Story, host: LockerHost): Promise<OpenLocker | undefined> {
  const looked = await lookAtLocker(host.folder);
  if (!looked.ok) return undefined;
  if (looked.value === 'absent' && !story.created) {
    const [first = ''] = story.passphrases;
    const given = {
      passphrase: passphraseBytes(first),
      cost: cheapCost,
      person: testPerson,
      name: 'x',
    };
    const made = await (await prepareLocker(host, given)).write();
    if (!made.ok) return undefined;
    story.created = true;
    story.saved.push(...made.value.changes);
    return made.value;
  }
  for (const passphrase of story.passphrases) {
    const opened = await openLocker(host, { passphrase: passphraseBytes(passphrase) });
    if (!opened.ok) continue;
    story.passphrases = [passphrase, ...story.passphrases.filter((each) => each !== passphrase)];
    return opened.value;
  }
  return undefined;
}

async function changePassphrase(story: Story, locker: OpenLocker): Promise<void> {
  const [current = ''] = story.passphrases;
  const next = `passphrase ${String(++story.number)}`;
  story.passphrases.push(next);
  const secret = { kind: 'passphrase', passphrase: passphraseBytes(current) } as const;
  const asked = { passphrase: passphraseBytes(next), cost: cheapCost };
  const changed = await locker.slots.changePassphrase(secret, asked, testPerson.id);
  if (changed.ok) story.passphrases = [next];
}
