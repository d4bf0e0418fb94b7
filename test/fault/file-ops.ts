// `file-ops`: the folder's operations fail, tear and reorder, at every one of them, over a script of all acts and over several
// lives. What was told to be saved is there afterwards, and the next life goes on.
import { isDeepStrictEqual } from 'node:util';
import type { Disk } from '../../electron/locker/disk.ts';
import { diskFolder } from '../../electron/locker/folder.ts';
import type { Bytes } from '../../shared/bytes.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { randomId, type FileId, type SourceId } from '../../shared/evidence/ids.ts';
import type { Change } from '../../shared/journal/change.ts';
import { lookAtLocker, openLocker, prepareLocker } from '../../shared/locker/locker.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import type { Result } from '../../shared/result.ts';
import { FaultyDisk, type Fault } from '../support/faulty-disk.ts';
import {
  cheapCost,
  importedAct,
  markAct,
  must,
  passphraseBytes,
  streamOf,
  testHost,
  testPerson,
} from '../support/small-locker.ts';
import { count, newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import type { Random } from './random.ts';
import { runSteps } from './steps.ts';

const root = '/locker';
const original = Uint8Array.from({ length: 20_000 }, (_, index) => index & 255);
const mostLives = 3;

export const fileOps: Campaign = {
  name: 'file-ops',
  promise: 'the folder recovers in full from a failure or a power loss at any file operation (P3)',
  shortN: 900,
  fullN: 6_000,
  run: (context) => runFileOps(context, (disk) => disk),
};

type Ending = 'kill' | 'power-loss' | 'scattered';

interface Trial {
  readonly fault: Omit<Fault, 'at'>;
  readonly ending: Ending;
}

const trials: readonly Trial[] = [
  ...(['kill', 'power-loss', 'scattered', 'scattered', 'scattered'] as const).map(
    (ending): Trial => ({ fault: { kind: 'die', code: 'EIO' }, ending }),
  ),
  ...['EIO', 'ENOSPC', 'EACCES', 'EBUSY'].flatMap((code): Trial[] => [
    { fault: { kind: 'refuse', code }, ending: 'scattered' },
    { fault: { kind: 'stay-broken', code }, ending: 'kill' },
  ]),
];

/** What the person was told over all lives, and what may be true beside it. */
interface Story {
  created: boolean;
  readonly saved: Change[];
  readonly sealed: Map<FileId, Bytes>;
  /** The passphrase; more while one is being changed, in the order they were typed. */
  passphrases: string[];
  number: number;
}

/** `over`: what the folder sees of the disk; a test plants a fault there. */
export async function runFileOps(
  context: FaultContext,
  over: (disk: Disk) => Disk,
): Promise<Tally> {
  const tally = newTally();
  const whole = new FaultyDisk();
  await live(newStory(), over(whole));
  const operations = whole.count;
  tally.figures['operations of the script'] = operations;
  await runSteps(context, tally, async (step, random) => {
    const story = newStory();
    const lives = random.between(1, mostLives);
    let disk: FaultyDisk | undefined;
    const history: string[] = [];
    for (let life = 0; life < lives; life++) {
      const { fault, ending } = random.pick(trials);
      const at = life === 0 ? (step % operations) + 1 : random.between(1, operations);
      const faulty =
        disk === undefined ? new FaultyDisk({ ...fault, at }) : reborn(disk, { ...fault, at });
      await live(story, over(faulty));
      history.push(`${fault.kind} ${fault.code} at ${String(at)}, ${ending}`);
      disk = endingOf(faulty, ending, random);
      count(tally.figures, `${fault.kind}, ${ending}`);
    }
    tally.acks += story.saved.length;
    const { lost, wrong } = await examine(story, disk ?? whole);
    tally.lost += lost;
    for (const what of wrong) tally.failures.push({ step, what: `${history.join('; ')}: ${what}` });
  });
  return tally;
}

function newStory(): Story {
  return { created: false, saved: [], sealed: new Map(), passphrases: ['passphrase 0'], number: 0 };
}

/** The same contents, with a fault ahead. */
function reborn(disk: FaultyDisk, fault: Fault): FaultyDisk {
  return disk.survivor('kill', fault);
}

function endingOf(disk: FaultyDisk, ending: Ending, random: Random): FaultyDisk {
  return ending === 'scattered'
    ? disk.scattered((end) => random.below(end))
    : disk.survivor(ending);
}

/** A script of all acts, as far as it goes. What fails is left out; the session goes on, as the program's would. */
async function live(story: Story, disk: Disk): Promise<void> {
  const folder = diskFolder(root, { disk });
  for (let session = 0; session < 2; session++) {
    const locker = await enter(story, folder);
    if (locker === undefined) return;
    const note = (result: Result<readonly Change[]>): boolean => {
      if (result.ok) story.saved.push(...result.value);
      return result.ok;
    };
    if (locker.state.people.size === 0) {
      const person = testPerson;
      note(
        await locker.act(
          [{ subject: 'library', kind: 'person-named', payload: { person } }],
          person.id,
        ),
      );
    }
    const source: SourceId = randomId();
    const named = { name: 'report.txt', mediaType: 'text/plain' };
    const sealed = await locker.sealFile(`source/${source}`, named, streamOf(original));
    if (sealed.ok) {
      const act = importedAct(source, sealed.value, 'report.txt');
      if (note(await locker.act([act], testPerson.id)))
        story.sealed.set(sealed.value.file, original);
    }
    const unwanted = await locker.sealFile(`source/${source}`, named, streamOf(original));
    if (unwanted.ok) await locker.discardFile(unwanted.value.file);
    const burst = ['one', 'two', 'three'].map((words) =>
      locker.act([markAct(source, words)], testPerson.id),
    );
    for (const result of await Promise.all(burst)) note(result);
    await changePassphrase(story, locker);
    note(await locker.act([markAct(source, 'after the change')], testPerson.id));
    await locker.close();
    await folder.release();
  }
}

async function enter(
  story: Story,
  folder: ReturnType<typeof diskFolder>,
): Promise<OpenLocker | undefined> {
  const host = await testHost(folder);
  const looked = await lookAtLocker(folder);
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

/** What the next program finds, on a disk that works. */
async function examine(
  story: Story,
  disk: FaultyDisk,
): Promise<{ readonly lost: number; readonly wrong: readonly string[] }> {
  const wrong: string[] = [];
  const refusals = new Set<ErrorCode>();
  let locker: OpenLocker | undefined;
  for (const passphrase of story.passphrases) {
    const host = await testHost(diskFolder(root, { disk }));
    const opened = await openLocker(host, { passphrase: passphraseBytes(passphrase) });
    if (opened.ok) locker ??= opened.value;
    else refusals.add(opened.error);
  }
  if (locker === undefined) {
    if (story.created) wrong.push(`it does not open: ${Array.from(refusals).join(', ')}`);
    const isUnborn = Array.from(refusals).every(
      (code) => code === 'locker-absent' || code === 'secret-wrong',
    );
    if (!isUnborn)
      wrong.push(`a creation that was cut off is called ${Array.from(refusals).join(', ')}`);
    return { lost: story.saved.length, wrong };
  }
  const kept = new Map(locker.changes.map((change) => [change.id, change]));
  const lost = story.saved.filter((change) => !isDeepStrictEqual(kept.get(change.id), change));
  if (lost.length > 0)
    wrong.push(`lost: ${lost.map(({ kind, seq }) => `${kind} ${String(seq)}`).join(', ')}`);
  for (const [file, bytes] of story.sealed) {
    const read = await locker.openFile(file);
    if (!read.ok) wrong.push(`file ${file}: ${read.error}`);
    else if (!isDeepStrictEqual(read.value.bytes, bytes))
      wrong.push(`file ${file} reads otherwise`);
  }
  const report = must(await locker.check());
  for (const each of [...report.damage, ...report.missing, ...report.notArrived]) {
    wrong.push(`check finds ${JSON.stringify(each)}`);
  }
  const done = await locker.act([markAct(randomId(), 'going on')], testPerson.id);
  if (!done.ok) wrong.push(`it does not go on: ${done.error}`);
  if (!(await locker.close()).ok) wrong.push('it does not close');
  return { lost: lost.length, wrong };
}
