// `kill-app`: the built program, used as a person uses it, is killed (main, the browser or both) at random moments of every act. What
// main acknowledged is in the journal, the check is clean but for unclosed ends, and the program opens again, with or
// without its profile.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { addFiles, createLocker, exportQuotes, goTo, unlock } from '../../tools/demo/person.ts';
import { RunningApp, type Place } from '../support/running-app.ts';
import { count, newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import { randomOfStep, type Random } from './random.ts';

export const killApp: Campaign = {
  name: 'kill-app',
  promise: 'the program itself, killed at any moment, loses no acknowledged act (P1)',
  shortN: 3,
  fullN: 200,
  needs: 'build',
  run: runKillApp,
};

const stages = ['create', 'import', 'mark', 'passphrase', 'export'] as const;
type Stage = (typeof stages)[number];
/** From the beginning of a stage; the longest of them takes about as long. */
const mostDelayMs: Readonly<Record<Stage, number>> = {
  create: 4_000,
  import: 3_000,
  mark: 1_500,
  passphrase: 3_000,
  export: 2_000,
};

interface Locker {
  readonly place: Place;
  readonly acks: string;
  /** What may open it: two while it is being changed. */
  passphrases: string[];
}

async function runKillApp(context: FaultContext): Promise<Tally> {
  const tally = newTally();
  const ready = await makeReady(context.scratch);
  const steps = context.only === undefined ? Array(context.n).keys() : [context.only];
  for (const step of steps) {
    const random = randomOfStep(context.seed, step);
    const stage = stages[step % stages.length] ?? 'mark';
    const folder = path.join(context.scratch, `step-${String(step)}`);
    const locker = stage === 'create' ? emptyLocker(folder) : copyLocker(ready, folder);
    const wrong: string[] = [];
    try {
      const victim = await liveAndDie(locker, stage, random);
      count(tally.figures, `${stage}, ${victim} killed`);
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
    for (const what of wrong) tally.failures.push({ step, what: `${stage}: ${what}` });
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    tally.n++;
  }
  return tally;
}

function emptyLocker(folder: string): Locker {
  const place = {
    locker: path.join(folder, 'locker'),
    profile: path.join(folder, 'profile'),
    exports: path.join(folder, 'exports'),
  };
  mkdirSync(place.exports, { recursive: true });
  return { place, acks: path.join(folder, 'acks.txt'), passphrases: [] };
}

function copyLocker(from: Locker, folder: string): Locker {
  cpSync(path.dirname(from.acks), folder, { recursive: true });
  return { ...emptyLocker(folder), passphrases: [...from.passphrases] };
}

/** A locker with the sample in it and a mark in each source, to be copied. */
async function makeReady(scratch: string): Promise<Locker> {
  const locker = emptyLocker(path.join(scratch, 'ready'));
  const running = await start(locker);
  try {
    locker.passphrases = [await createLocker(running.page, () => undefined)];
    await addFiles(running.page, [sample('returnees.md'), sample('shelter-visits.txt')]);
    await markAll(running.page);
  } finally {
    await running.close();
  }
  return locker;
}

function sample(name: string): string {
  return path.resolve(import.meta.dirname, '../../assets/sample/sources', name);
}

function start({ place, acks }: Locker): Promise<RunningApp> {
  return RunningApp.start(place, ['--demo', `--acks=${acks}`]);
}

async function markAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { sources } = await window.lockerDemo.readLibrary();
    for (const { id } of sources) {
      const tag = await window.lockerDemo.makeTag(`a tag of ${String(performance.now())}`);
      await window.lockerDemo.markFirstSentence(id, 4, tag, 'a note');
    }
  });
}

async function liveAndDie(
  locker: Locker,
  stage: Stage,
  random: Random,
): Promise<'main' | 'browser' | 'both'> {
  const running = await start(locker);
  const victim = random.pick(['main', 'browser', 'both'] as const);
  if (stage !== 'create') await unlock(running.page, locker.passphrases[0] ?? '');
  let isKilled = false;
  let failed: unknown;
  const acting = act(running.page, locker, stage, random).catch((error: unknown) => {
    if (!isKilled) failed = error; // afterwards it is cut off, as it should be
  });
  await Promise.race([acting, wait(random.below(mostDelayMs[stage]))]);
  isKilled = true;
  const main = running.app.process().pid;
  const closed = running.app.waitForEvent('close');
  for (const pid of victim === 'main' ? [] : browsersOf(main)) killOne(pid);
  if (victim !== 'browser' && main !== undefined) killOne(main);
  // Without its browser main ends by itself; without main the browser's pipe breaks.
  await Promise.race([closed, wait(10_000)]);
  if (main !== undefined) killOne(main);
  await acting;
  if (failed !== undefined) throw new Error('the act itself failed', { cause: failed });
  return victim;
}

async function act(page: Page, locker: Locker, stage: Stage, random: Random): Promise<void> {
  switch (stage) {
    case 'create':
      await createLocker(page, (offered) => {
        locker.passphrases = [offered];
      });
      await markAll(page);
      return;
    case 'import':
      await addFiles(page, [sample('exploitation-monitor-2025.pdf'), writeFresh(locker, random)]);
      return;
    case 'mark':
      for (;;) await markAll(page);
    case 'passphrase':
      await changePassphrase(
        page,
        locker,
        `${String(random.bits())} quite another passphrase of eight words zx`,
      );
      return;
    case 'export':
      await goTo(page, 'Quotes');
      await exportQuotes(page);
      await markAll(page);
  }
}

function writeFresh({ place }: Locker, random: Random): string {
  const file = path.join(path.dirname(place.locker), 'fresh.txt');
  writeFileSync(
    file,
    `The ministry counted ${String(random.bits())} shelter visits in the spring.\n`.repeat(500),
  );
  return file;
}

async function changePassphrase(page: Page, locker: Locker, next: string): Promise<void> {
  const [current = ''] = locker.passphrases;
  const rooms = page.getByRole('navigation', { name: 'Rooms' });
  await rooms.getByRole('button', { name: 'Keys and people' }).click();
  await page.getByRole('button', { name: 'Change your passphrase' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Your passphrase now').focus();
  await page.keyboard.type(current);
  await dialog.getByLabel('New passphrase').first().focus();
  await page.keyboard.type(next);
  await dialog.getByLabel('The same again').focus();
  await page.keyboard.type(next);
  locker.passphrases = [current, next];
  await dialog.getByRole('button', { name: 'Change', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  locker.passphrases = [next];
}

/** Main's own children and theirs: the browser and its processes, on Linux. */
function browsersOf(main: number | undefined): readonly number[] {
  if (main === undefined) return [];
  const listed = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = listed
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): readonly number[] =>
    pairs.flatMap(([pid = 0, ppid]) => (ppid === parent ? [pid, ...below(pid)] : []));
  return below(main);
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it had ended
  }
}

/** Through the headless command, as an outsider would look. */
export function lookAt({ place, acks, passphrases }: Locker): {
  readonly lost: number;
  readonly acks: number;
  readonly found: readonly string[];
} {
  const lines = existsSync(acks) ? readFileSync(acks, 'utf8').split('\n').slice(0, -1) : [];
  const json = path.join(path.dirname(acks), 'journal.json');
  for (const passphrase of passphrases) {
    const journal = command('journal', place, passphrase, json);
    if (journal.status !== 0) continue;
    const { changes } = JSON.parse(readFileSync(json, 'utf8')) as {
      changes: readonly { device: string; seq: number; kind: string }[];
    };
    const kept = new Set(
      changes.map(({ device, seq, kind }) => `${device} ${String(seq)} ${kind}`),
    );
    const lost = lines.filter((line) => !kept.has(line));
    const check = command('check', place, passphrase, path.join(path.dirname(acks), 'check.json'));
    const found = check.status === 0 ? [] : [`check: ${check.printed}`];
    if (lost.length > 0) found.push(`lost: ${lost.join(', ')}`);
    return { lost: lost.length, acks: lines.length, found };
  }
  const found = lines.length === 0 ? [] : [`${String(lines.length)} acks, and it does not open`];
  return { lost: lines.length, acks: lines.length, found };
}

function command(
  name: 'journal' | 'check',
  { locker }: Place,
  passphrase: string,
  json: string,
): { readonly status: number; readonly printed: string } {
  const tool = path.resolve(import.meta.dirname, '../../tools/run.mjs');
  const args = [tool, 'locker', name, '--locker', locker, '--passphrase-stdin', '--json', json];
  try {
    const printed = execFileSync(process.execPath, args, {
      input: `${passphrase}\n`,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return { status: 0, printed };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { status, printed: `${stdout}${stderr}` };
  }
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

function opens({ place, acks }: Locker, passphrase: string): boolean {
  return (
    command('journal', place, passphrase, path.join(path.dirname(acks), 'opens.json')).status === 0
  );
}
