// `kill`: processes that run the real core over a real folder are killed at random moments, at each operation of the folder and
// at every named step of every act; what they were told is saved is there, and the next life goes on from it.
import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { count, newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import { dyingFiles, environmentOf } from './dying-files.ts';
import { firstPassphrase, hear, lookAt } from './killed-judge.ts';
import type { Life } from './killed-life.ts';
import { namedStep, type NamedStep } from './named-steps.ts';
import type { Random } from './random.ts';
import { runSteps } from './steps.ts';

/** One locker is killed so many times before a fresh one is begun. */
const livesOfALocker = 5;
const mostMomentMs = 1_500;
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
export async function runKill(context: FaultContext, plant: Plant): Promise<Tally> {
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

type Plant = Pick<Life, 'answersEarly' | 'writesInPlace'>;

/** How a life dies; empty for one that is killed at a random moment. */
interface Fate {
  readonly dieAt?: number;
  readonly named?: NamedStep;
}

/** In turn, so that a long run has tried each operation and each named step. */
function fateOf(step: number, number: number, random: Random): Fate {
  if (number % 2 === 1) return {};
  if (number === 0 && step % 2 === 1) return { dieAt: ((step * 7) % mostOperations) + 1 };
  if (number === 0) return { named: namedStep(['create'], step / 2, random, false) };
  const acts = ['import', 'mark', 'passphrase', 'purge', 'renewal'] as const;
  return { named: namedStep(acts, step * 2 + number / 2 - 1, random, false) };
}

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
    armed: path.join(place, 'armed'),
  };
  const lost = new Set<string>();
  const subjects = new Map<string, string>();
  let passphrase = firstPassphrase;
  let saved = 0;
  for (let number = 0; number < livesOfALocker; number++) {
    const { dieAt, named } =
      plant.answersEarly === true ? ({} as Fate) : fateOf(step, number, random);
    const life: Life = {
      ...{ ...files, ...plant, passphrase, seed: random.bits() },
      mostAnswers: named === undefined ? 3_000 : 40,
      ...(dieAt === undefined ? {} : { dieAt }),
      ...(named === undefined ? {} : { first: { act: named.act, armed: files.armed } }),
    };
    const ended = await liveAndDie(life, named, random.below(mostMomentMs));
    count(tally.figures, ended.killed ? 'kills' : 'lives that ended by themselves');
    if (named !== undefined) count(tally.figures, `at a named step of ${named.act}`);
    const told = hear(life);
    const left = await lookAt(life, told, subjects);
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
  named: NamedStep | undefined,
  momentMs: number,
): Promise<{ readonly killed: boolean; readonly problem?: string }> {
  const program = path.join(import.meta.dirname, 'killed-life.ts');
  const { folder: locker, first } = life;
  const death =
    named === undefined || first === undefined
      ? {}
      : environmentOf({ ...named, ...{ locker, exports: '', armed: first.armed, victim: 'main' } });
  const preload = named === undefined ? [] : [`--import=${pathToFileURL(dyingFiles).href}`];
  const child = spawn(process.execPath, [...preload, program, JSON.stringify(life)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...death },
  });
  const complaints: Buffer[] = [];
  child.stderr.on('data', (data: Buffer) => complaints.push(data));
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_code, signal) => {
      resolve(signal);
    });
  });
  const diesByItself =
    life.dieAt !== undefined || named !== undefined || life.answersEarly === true;
  if (!diesByItself) {
    const acting = new Promise((resolve) => child.stdout.once('data', resolve));
    await Promise.race([acting, ended]);
    await Promise.race([wait(momentMs), ended]);
    child.kill('SIGKILL');
  }
  const killed = (await ended) === 'SIGKILL';
  if (killed) return { killed };
  const badly =
    child.exitCode === 0
      ? ''
      : `it ended badly: ${Buffer.concat(complaints).toString().slice(0, 2_000)}`;
  if (named !== undefined) {
    const { act, step, nth } = named;
    const never = `the ${String(nth)}. “${step}” of ${act} was never reached`;
    return { killed, problem: badly === '' ? never : `${never}; ${badly}` };
  }
  return badly === '' ? { killed } : { killed, problem: badly };
}
