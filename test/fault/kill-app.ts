// `kill-app`: the built program, used as a person uses it, is killed (main, the browser or both) at random moments of every act and at
// its named steps. What main acknowledged is in the journal, the check is clean but for unclosed ends, and the program opens
// again, with or without its profile.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { addFiles, createLocker, unlock } from '../../tools/demo/person.ts';
import { findElectron } from '../../tools/electron-binary.ts';
import { RunningApp } from '../support/running-app.ts';
import { count, newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import { dyingFiles, environmentOf, type Victim } from './dying-files.ts';
import { act, markAll, sample, type Locker } from './kill-app-acts.ts';
import { lookAt, opens, subjectsOf } from './kill-app-judge.ts';
import { namedStep, type NamedAct, type NamedStep } from './named-steps.ts';
import { environmentOfFault, plantedFaults, type PlantedFault } from './planted-faults.ts';
import { killOne, processesBelow } from './processes.ts';
import { randomOfStep, type Random } from './random.ts';

export const killApp: Campaign = {
  name: 'kill-app',
  promise: 'the program itself, killed at any moment, loses no acknowledged act (P1)',
  shortN: 4,
  fullN: 300,
  needs: 'build',
  run: (context) => runKillApp(context),
};

/** From the beginning of an act; the longest of them takes about as long. */
const mostDelayMs: Readonly<Record<NamedAct, number>> = {
  ...{ create: 4_000, import: 3_000, mark: 1_500, passphrase: 3_000 },
  ...{ purge: 2_500, renewal: 6_000, export: 2_000 },
};
const acts = Object.keys(mostDelayMs) as NamedAct[];
const mostSecondsToAStep = 90;

/** How a life dies: at a named step of an act, or at a random moment of it. */
interface Fate {
  readonly act: NamedAct;
  readonly victim: Victim;
  readonly named?: NamedStep;
}

interface Planted {
  /** Absent to see that the death alone does no harm. */
  readonly fault?: PlantedFault;
  readonly fate: Fate;
  readonly ready: Locker;
}

/** `planted`: a fault the program gets, and the death that shows it; for the proof that the campaign can fail. */
export async function runKillApp(context: FaultContext, planted?: Planted): Promise<Tally> {
  const tally = newTally();
  const ready = planted?.ready ?? (await makeReady(context.scratch));
  const steps = context.only === undefined ? Array(context.n).keys() : [context.only];
  for (const step of steps) {
    if (context.stop?.aborted === true) {
      tally.failures.push({ step, what: 'stopped before this step' });
      break;
    }
    const random = randomOfStep(context.seed, step);
    const fate = planted?.fate ?? fateOf(step, random);
    const folder = path.join(context.scratch, `step-${String(step)}`);
    const locker = fate.act === 'create' ? emptyLocker(folder) : copyLocker(ready, folder);
    const wrong: string[] = [];
    try {
      await liveAndDie(locker, fate, random, planted?.fault);
      const when = fate.named === undefined ? '' : ' at a named step';
      count(tally.figures, `${fate.act}, ${fate.victim} killed${when}`);
      const { lost, acks, found } = lookAt(locker);
      tally.acks += acks;
      tally.lost += lost;
      wrong.push(...found);
      if (random.oneIn(3)) {
        const isFresh = random.oneIn(2);
        if (isFresh) rmSync(locker.place.profile, { recursive: true, force: true });
        wrong.push(...(await reopen(locker)));
        count(tally.figures, isFresh ? 'opened again without its profile' : 'opened again');
      }
    } catch (error) {
      wrong.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    for (const what of wrong) {
      tally.failures.push({ step, what: `${JSON.stringify(fate)}: ${what}` });
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    tally.n++;
  }
  return tally;
}

/** In turn. Electron loads nothing before its main: there every death is at a random moment. */
function fateOf(step: number, random: Random): Fate {
  const victim = random.pick(['main', 'browser', 'both'] as const);
  const number = Math.floor(step / 2);
  const mayBeNamed = findElectron() === undefined || process.env['E2E_SHELL'] === 'stand-in';
  if (step % 2 === 0 || !mayBeNamed) {
    return { act: acts[number % acts.length] ?? 'mark', victim };
  }
  // From the other end, so that a short run has other acts at named steps than at random moments.
  const named = namedStep(acts.toReversed(), number, random, true);
  return { act: named.act, victim, named };
}

function emptyLocker(folder: string): Locker {
  const place = {
    locker: path.join(folder, 'locker'),
    profile: path.join(folder, 'profile'),
    exports: path.join(folder, 'exports'),
  };
  mkdirSync(place.exports, { recursive: true });
  return { place, acks: path.join(folder, 'acks.txt'), passphrases: [], subjects: new Map() };
}

function copyLocker(from: Locker, folder: string): Locker {
  cpSync(path.dirname(from.acks), folder, { recursive: true });
  const { passphrases, subjects } = from;
  return { ...emptyLocker(folder), passphrases: [...passphrases], subjects };
}

/** A locker with the sample in it and a mark in each source, to be copied. */
export async function makeReady(scratch: string): Promise<Locker> {
  const locker = emptyLocker(path.join(scratch, 'ready'));
  const running = await start(locker);
  try {
    locker.passphrases = [await createLocker(running.page, () => undefined)];
    await addFiles(running.page, [sample('returnees.md'), sample('shelter-visits.txt')]);
    await markAll(running.page);
  } finally {
    await running.close();
  }
  return { ...locker, subjects: subjectsOf(locker, locker.passphrases[0] ?? '') };
}

function start(
  { place, acks }: Locker,
  switches: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningApp> {
  const own = ['--demo', `--acks=${acks}`, ...switches];
  return RunningApp.start(place, own, { environment, cwd: path.dirname(acks) });
}

async function liveAndDie(
  locker: Locker,
  fate: Fate,
  random: Random,
  fault?: PlantedFault,
): Promise<void> {
  const { act: doing, victim, named } = fate;
  const { locker: folder, exports } = locker.place;
  const armed = path.join(path.dirname(locker.acks), 'armed');
  const running =
    named === undefined
      ? await start(locker)
      : await start(
          locker,
          [`--standin-first=${fault === undefined ? dyingFiles : plantedFaults}`],
          {
            ...environmentOf({ ...named, ...{ victim, locker: folder, exports, armed } }),
            ...(fault === undefined ? {} : environmentOfFault(fault)),
          },
        );
  if (doing !== 'create') await unlock(running.page, locker.passphrases[0] ?? '');
  let isKilled = false;
  let failed: unknown;
  const main = running.app.process().pid;
  const closed = running.app.waitForEvent('close', { timeout: 0 }).then(() => {
    isKilled = true;
  });
  writeFileSync(armed, '');
  const acting = act(running.page, locker, doing, random).catch(async (error: unknown) => {
    await wait(500); // of a program that dies, the page goes before its end is known
    if (!isKilled) failed = error; // afterwards it is cut off, as it should be
  });
  if (named !== undefined) {
    await Promise.race([closed, wait(mostSecondsToAStep * 1_000), acting]);
    const wasReached = await Promise.race([closed.then(() => true), wait(5_000).then(() => false)]);
    if (main !== undefined) killOne(main);
    await acting;
    if (!wasReached) throw new Error(`the named step was never reached: ${textOf(failed)}`);
    return;
  }
  await Promise.race([acting, wait(random.below(mostDelayMs[doing]))]);
  isKilled = true;
  for (const pid of victim === 'main' || main === undefined ? [] : processesBelow(main)) {
    killOne(pid);
  }
  if (victim !== 'browser' && main !== undefined) killOne(main);
  // Without its browser main ends by itself; without main the browser's pipe breaks.
  await Promise.race([closed, wait(10_000)]);
  if (main !== undefined) killOne(main);
  await acting;
  if (failed !== undefined) throw new Error(`the act itself failed: ${textOf(failed)}`);
}

async function reopen(locker: Locker): Promise<readonly string[]> {
  const running = await start(locker);
  try {
    const isLocked = await running.page
      .getByRole('button', { name: 'Unlock' })
      .or(running.page.getByRole('button', { name: 'Go on' }))
      .first()
      .innerText();
    if (!isLocked.includes('Unlock'))
      return existsSync(locker.acks) && readFileSync(locker.acks, 'utf8') !== ''
        ? ['it asks for a new locker']
        : [];
    for (const passphrase of locker.passphrases) {
      if (!opens(locker, passphrase)) continue;
      await unlock(running.page, passphrase);
      await markAll(running.page);
      return [];
    }
    return ['no passphrase opens it'];
  } finally {
    await running.close();
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : JSON.stringify(error);
}
