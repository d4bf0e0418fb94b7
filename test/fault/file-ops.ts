// `file-ops`: the folder's operations fail, tear and reorder, at every one of them, over a script of all acts and over several
// lives. What was told to be saved is there afterwards, and the next life goes on.
import { isDeepStrictEqual } from 'node:util';
import type { Disk } from '../../electron/locker/disk.ts';
import { diskFolder } from '../../electron/locker/folder.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { randomId, type FileId } from '../../shared/evidence/ids.ts';
import type { Change } from '../../shared/journal/change.ts';
import { fileName } from '../../shared/locker/folder.ts';
import { openLocker } from '../../shared/locker/locker.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { FaultyDisk, type Fault } from '../support/faulty-disk.ts';
import { markAct, must, passphraseBytes, testHost, testPerson } from '../support/small-locker.ts';
import { count, newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import { live, newStory, root, type Story } from './file-ops-life.ts';
import type { Random } from './random.ts';
import { isSameChange } from './same-change.ts';
import { noViews } from './snapshot.ts';
import { runSteps } from './steps.ts';

const mostLives = 3;

export const fileOps: Campaign = {
  name: 'file-ops',
  promise: 'the folder recovers in full from a failure or a power loss at any file operation (P3)',
  shortN: 1_450,
  fullN: 8_000,
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

/** The same contents, with a fault ahead. */
function reborn(disk: FaultyDisk, fault: Fault): FaultyDisk {
  return disk.survivor('kill', fault);
}

function endingOf(disk: FaultyDisk, ending: Ending, random: Random): FaultyDisk {
  return ending === 'scattered'
    ? disk.scattered((end) => random.below(end))
    : disk.survivor(ending);
}

/** What the next program finds, on a disk that works. */
async function examine(
  story: Story,
  disk: FaultyDisk,
): Promise<{ readonly lost: number; readonly wrong: readonly string[] }> {
  // Before anything opens it: the next opening finishes what was told to be done.
  const names = new Set(disk.paths());
  const wrong = Array.from(story.purged.values())
    .map((file) => `${root}/${fileName(file)}`)
    .filter((name) => names.has(name))
    .map((name) => `${name} was purged and is there`);
  const refusals = new Set<ErrorCode>();
  let locker: OpenLocker | undefined;
  for (const passphrase of story.passphrases) {
    const host = { ...(await testHost(diskFolder(root, { disk }))), views: noViews };
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
  const lost = story.saved.filter(
    (change) => !isDoomed(story, change) && !isSameChange(kept.get(change.id), change),
  );
  if (lost.length > 0)
    wrong.push(`lost: ${lost.map(({ kind, seq }) => `${kind} ${String(seq)}`).join(', ')}`);
  for (const [source, bytes] of story.sealed) {
    const file = locker.state.sources.get(source)?.original.file ?? ('' as FileId);
    const read = await locker.openFile(file);
    if (!read.ok) wrong.push(`file of ${source}: ${read.error}`);
    else if (!isDeepStrictEqual(read.value.bytes, bytes))
      wrong.push(`file of ${source} reads otherwise`);
  }
  wrong.push(...(await whatIsOld(story, locker)));
  const report = must(await locker.check());
  for (const each of [...report.damage, ...report.missing, ...report.notArrived]) {
    wrong.push(`check finds ${JSON.stringify(each)}`);
  }
  const done = await locker.act([markAct(randomId(), 'going on')], testPerson.id);
  if (!done.ok) wrong.push(`it does not go on: ${done.error}`);
  if (!(await locker.close()).ok) wrong.push('it does not close');
  return { lost: lost.length, wrong };
}

function isDoomed({ doomed }: Story, { subject }: Change): boolean {
  return Array.from(doomed).some((source) => subject.includes(source));
}

/** What was told to be gone and can be read all the same. */
async function whatIsOld(
  { purged, obsolete }: Story,
  locker: OpenLocker,
): Promise<readonly string[]> {
  const again = Array.from(purged.keys()).filter((source) =>
    locker.changes.some(({ subject }) => subject.includes(source)),
  );
  const { unpurged } = must(await locker.check());
  return [
    ...again.map((source) => `${source} is read, and was purged`),
    ...unpurged.map((name) => `${name} is not purged`),
    ...(obsolete.has(locker.lockerId) ? ['the keys of before count'] : []),
  ];
}
