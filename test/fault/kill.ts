// `kill`: processes that run the real core over a real folder are killed at random moments and at each operation of the
// folder; what they were told is saved is there, and the next life goes on from it.
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { diskFolder } from '../../electron/locker/folder.ts';
import type { Change } from '../../shared/journal/change.ts';
import { openLocker } from '../../shared/locker/locker.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { must, passphraseBytes, testHost } from '../support/small-locker.ts';
import { count, newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import type { Life, Saying } from './killed-life.ts';
import type { Random } from './random.ts';
import { runSteps } from './steps.ts';

/** One locker is killed so many times before a fresh one is begun. */
const livesOfALocker = 5;
const mostMomentMs = 1_500;
const firstPassphrase = 'the first passphrase of all';
/** Operations of a life that creates a locker and imports one file: about 100. */
const mostOperations = 400;

export const kill: Campaign = {
  name: 'kill',
  promise: 'no acknowledged act is lost when the process is killed (P1, P12)',
  shortN: 20,
  fullN: 400,
  run: (context) => runKill(context, {}),
};

/** `plant` is for the campaign's own test. */
export async function runKill(
  context: FaultContext,
  plant: Pick<Life, 'answersEarly'>,
): Promise<Tally> {
  const tally = newTally();
  const lockers = Math.ceil(context.n / livesOfALocker);
  await runSteps(
    context,
    tally,
    (step, random) => killLives(context, { step, random }, tally, plant),
    lockers,
  );
  tally.n = tally.figures['kills'] ?? 0;
  return tally;
}

type Plant = Pick<Life, 'answersEarly'>;

async function killLives(
  { scratch }: FaultContext,
  { step, random }: { readonly step: number; readonly random: Random },
  tally: Tally,
  plant: Plant,
): Promise<void> {
  const place = path.join(scratch, `locker-${String(step)}`);
  mkdirSync(place);
  const files = {
    folder: path.join(place, 'locker'),
    said: path.join(place, 'said.jsonl'),
    acks: path.join(place, 'acks.txt'),
  };
  const lost = new Set<string>();
  let passphrase = firstPassphrase;
  let saved = 0;
  for (let number = 0; number < livesOfALocker; number++) {
    // Every other life dies at an operation, in turn, so that a long run has tried each.
    const operation = ((step * livesOfALocker + number) * 7) % mostOperations;
    const life: Life = {
      ...{ ...files, ...plant, passphrase, seed: random.bits(), mostAnswers: 3_000 },
      ...(number % 2 === 0 && plant.answersEarly !== true ? { dieAt: operation + 1 } : {}),
    };
    const ended = await liveAndDie(life, random.below(mostMomentMs));
    count(tally.figures, ended.killed ? 'kills' : 'lives that ended by themselves');
    const told = hear(life);
    const left = await lookAt(life, told);
    for (const id of left.lost) lost.add(id);
    const wrong = ended.problem === undefined ? left.wrong : [ended.problem, ...left.wrong];
    for (const what of wrong) {
      tally.failures.push({
        step,
        what: `life ${String(number)} (${JSON.stringify(life)}): ${what}`,
      });
    }
    if (left.passphrase !== undefined) {
      passphrase = left.passphrase;
      appendFileSync(files.said, `${JSON.stringify({ settled: passphrase })}\n`);
    }
    saved = told.saved.length;
  }
  tally.acks += saved;
  tally.lost += lost.size;
  rmSync(place, { recursive: true, force: true });
}

/** Until it kills itself, or else is killed so many milliseconds after it began to act. */
async function liveAndDie(
  life: Life,
  momentMs: number,
): Promise<{ readonly killed: boolean; readonly problem?: string }> {
  const program = path.join(import.meta.dirname, 'killed-life.ts');
  const child = spawn(process.execPath, [program, JSON.stringify(life)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaints: Buffer[] = [];
  child.stderr.on('data', (data: Buffer) => complaints.push(data));
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_code, signal) => {
      resolve(signal);
    });
  });
  const diesByItself = life.dieAt !== undefined || life.answersEarly === true;
  if (!diesByItself) {
    const acting = new Promise((resolve) => child.stdout.once('data', resolve));
    await Promise.race([acting, ended]);
    await Promise.race([wait(momentMs), ended]);
    child.kill('SIGKILL');
  }
  const killed = (await ended) === 'SIGKILL';
  if (killed || child.exitCode === 0) return { killed };
  return {
    killed,
    problem: `it ended badly: ${Buffer.concat(complaints).toString().slice(0, 2_000)}`,
  };
}

interface Told {
  readonly saved: readonly Change[];
  /** Sources whose purge was asked for. */
  readonly purged: readonly string[];
  /** Lines \`device seq kind\` of the program itself. */
  readonly acks: readonly string[];
  /** The passphrase, and while it was being changed the next one. */
  readonly passphrases: readonly string[];
  /** Those that were replaced before the end. */
  readonly replaced: readonly string[];
}

/** What all lives of this locker were told. A line without its end was never heard by anybody. */
function hear({ said, acks }: Life): Told {
  const saved: Change[] = [];
  const purged: string[] = [];
  const replaced: string[] = [];
  let passphrases = [firstPassphrase];
  for (const line of linesOf(said)) {
    const saying = JSON.parse(line) as Saying;
    if ('saved' in saying) saved.push(...saying.saved);
    else if ('purging' in saying) purged.push(saying.purging);
    else if ('changing' in saying) passphrases = [...passphrases, saying.changing];
    else if ('settled' in saying) passphrases = [saying.settled];
    else {
      replaced.push(...passphrases.filter((each) => each !== saying.changed));
      passphrases = [saying.changed];
    }
  }
  return { saved, purged, acks: linesOf(acks), passphrases, replaced };
}

function linesOf(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
}

interface Left {
  /** Ids or ack lines of what is gone. */
  readonly lost: readonly string[];
  readonly wrong: readonly string[];
  readonly passphrase?: string;
}

/** Opens what is left as a program that only reads, and compares it with what was told. */
async function lookAt(
  { folder }: Life,
  { saved, purged, acks, passphrases, replaced }: Told,
): Promise<Left> {
  const open = async (passphrase: string) => {
    const host = await testHost(diskFolder(folder, { readOnly: true }));
    return openLocker(host, { passphrase: passphraseBytes(passphrase) });
  };
  let opened: { readonly locker: OpenLocker; readonly passphrase: string } | undefined;
  for (const passphrase of passphrases) {
    const tried = await open(passphrase);
    if (tried.ok) opened ??= { locker: tried.value, passphrase };
  }
  if (opened === undefined) {
    const lost = [...saved.map(({ id }) => id), ...acks];
    return { lost, wrong: lost.length > 0 ? ['the locker does not open'] : [] };
  }
  const { locker, passphrase } = opened;
  const kept = new Map(locker.changes.map((change) => [change.id, change]));
  const lines = new Set(
    locker.changes.map(({ device, seq, kind }) => `${device} ${String(seq)} ${kind}`),
  );
  const mayBeGone = ({ subject }: Change) => purged.some((source) => subject.includes(source));
  const gone = new Set(saved.filter(mayBeGone).map(({ seq }) => String(seq)));
  const lost = [
    ...saved
      .filter((change) => !mayBeGone(change) && !isDeepStrictEqual(kept.get(change.id), change))
      .map(({ id }) => id),
    ...acks.filter((line) => !lines.has(line) && !gone.has(line.split(' ')[1] ?? '')),
  ];
  const report = must(await locker.check());
  const found = [...report.damage, ...report.missing, ...report.notArrived];
  const wrong = found.map((each) => `check finds ${JSON.stringify(each)}`);
  if (lost.length > 0)
    wrong.push(`lost: ${lost.slice(0, 3).join(', ')} and ${String(lost.length - 1)} more`);
  const last = replaced.at(-1);
  if (last !== undefined && (await open(last)).ok)
    wrong.push('a replaced passphrase still opens it');
  return { lost, wrong, passphrase };
}
