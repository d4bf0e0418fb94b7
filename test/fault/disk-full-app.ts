// `disk-full-app`: the built program over a disk so small that it is full in the middle of a day's work. Whatever act meets the full disk
// says so in its sentence; what was acknowledged is kept, reading and locking go on, and with room again every act works.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { explain, type ErrorCode } from '../../shared/errors.ts';
import { addFiles, goTo, lock, openSource, unlock } from '../../tools/demo/person.ts';
import type { RunningApp } from '../support/running-app.ts';
import { count, newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import { layDesk, startAt, type Desk } from './desk.ts';
import { act, markAll, sample, type Locker } from './kill-app-acts.ts';
import { lookAt } from './kill-app-judge.ts';
import { randomOfStep, type Random } from './random.ts';

export const diskFullApp: Campaign = {
  name: 'disk-full-app',
  promise: 'the program over a disk that is full says so, loses nothing and goes on (P14)',
  shortN: 2,
  fullN: 20,
  needs: 'build',
  run: (context) => runDiskFullApp(context),
};

const diskBytes = 12 * 1024 * 1024;
const read = 'returnees.md';
const full = explain('disk-full').sentence;
const doings = ['mark', 'import', 'passphrase', 'export'] as const;
type Doing = (typeof doings)[number];
/** Enough for some of an act, or for some of the acts. */
const mostRoomBytes: Readonly<Record<Doing, number>> = {
  ...{ mark: 32 * 1024, import: 128 * 1024, passphrase: 16 * 1024, export: 256 * 1024 },
};
const mostTimes = 40;
const patientMs = 120_000;

/** A step is a locker on a disk of its own, and each act over it once it is full. */
async function runDiskFullApp(context: FaultContext): Promise<Tally> {
  const tally = newTally();
  const steps = context.only === undefined ? Array(context.n).keys() : [context.only];
  for (const step of steps) {
    const desk = layDesk(path.join(context.scratch, `step-${String(step)}`));
    const disk = path.join(desk.folder, 'disk');
    mkdirSync(disk);
    const mounting = ['-t', 'tmpfs', '-o', `size=${String(diskBytes)}`, 'tmpfs', disk];
    if (spawnSync('mount', mounting, { stdio: 'ignore' }).status !== 0) {
      tally.skipped = 'This machine lets nobody mount a small disk in memory.';
      return tally;
    }
    try {
      const place = {
        ...desk.place,
        locker: path.join(disk, 'locker'),
        exports: path.join(disk, 'exports'),
      };
      mkdirSync(place.exports);
      await live({ ...desk, place }, disk, {
        step,
        random: randomOfStep(context.seed, step),
        tally,
      });
    } catch (error) {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      tally.failures.push({ step, what });
    } finally {
      spawnSync('umount', ['--lazy', disk], { stdio: 'ignore' });
      rmSync(desk.folder, { recursive: true, force: true, maxRetries: 5 });
    }
    tally.n++;
  }
  return tally;
}

interface Scene {
  readonly step: number;
  readonly random: Random;
  readonly tally: Tally;
}

async function live(desk: Desk, disk: string, { step, random, tally }: Scene): Promise<void> {
  const fail = (what: string): void => {
    tally.failures.push({ step, what });
  };
  const acks = path.join(desk.folder, 'acks.txt');
  const running = await startAt(desk, ['--demo', `--acks=${acks}`]);
  const locker: Locker = { place: desk.place, acks, passphrases: [], subjects: new Map() };
  try {
    await act(running.page, locker, 'create', random);
    await addFiles(running.page, [sample(read)]);
    await markAll(running.page);
    for (const doing of random.shuffled(doings)) {
      const ballast = fillDisk(disk, random.oneIn(2) ? 0 : random.below(mostRoomBytes[doing]));
      const told = await doUntilRefused(running.page, locker, doing, random);
      count(tally.figures, told === undefined ? `${doing}: there was room` : `${doing}: refused`);
      if (told?.includes(full) === false) fail(`${doing} on a full disk says: ${told}`);
      await readAndLock(running, locker);
      rmSync(ballast);
      const again = await doUntilRefused(running.page, locker, doing, random, 1);
      if (again !== undefined) fail(`${doing} with room again says: ${again}`);
    }
  } finally {
    await running.close();
  }
  const { lost, acks: told, found } = lookAt(locker);
  tally.acks += told;
  tally.lost += lost;
  for (const what of found) fail(what);
}

/** Leaves so much room. Answers the file that fills the rest. */
function fillDisk(disk: string, roomBytes: number): string {
  const { bavail, bsize } = statfsSync(disk);
  const ballast = path.join(disk, 'ballast');
  writeFileSync(ballast, new Uint8Array(Math.max(0, bavail * bsize - roomBytes)));
  return ballast;
}

/** A full disk stops nobody from reading, nor from locking and unlocking. */
async function readAndLock(running: RunningApp, { passphrases }: Locker): Promise<void> {
  await openSource(running.page, read);
  await running.lockBy(() => lock(running.page));
  await unlock(running.page, passphrases[0] ?? '');
}

/** Does it up to so many times, until the program says that it could not; what it said, or undefined. */
async function doUntilRefused(
  ...[page, locker, doing, random, times = mostTimes]: [Page, Locker, Doing, Random, number?]
): Promise<string | undefined> {
  for (let n = 0; n < (doing === 'passphrase' ? 1 : times); n++) {
    const told = await tries[doing](page, locker, random);
    if (told !== undefined) return told;
  }
  return undefined;
}

type Try = (page: Page, locker: Locker, random: Random) => Promise<string | undefined>;
const tries: Readonly<Record<Doing, Try>> = {
  mark: async (page) => {
    try {
      await markAll(page);
      return undefined;
    } catch (error) {
      const [, code] = /the demo met ([a-z-]+)/.exec(String(error)) ?? [];
      return code === undefined ? String(error) : explain(code as ErrorCode).sentence;
    }
  },
  import: async (page, { place }, random) => {
    const file = path.join(path.dirname(place.profile), `${String(random.bits())}.txt`);
    writeFileSync(file, `The ministry counted ${String(random.bits())} visits.\n`.repeat(500));
    await goTo(page, 'Library');
    await page.getByLabel('Files to add').setInputFiles([file]);
    const adding = page.getByRole('region', { name: 'Adding sources' });
    await adding.getByRole('button', { name: 'Put away' }).waitFor({ timeout: patientMs });
    const told = await adding.innerText();
    await adding.getByRole('button', { name: 'Put away' }).click();
    return told.includes('1 added') ? undefined : told;
  },
  passphrase: async (page, locker, random) => {
    const { passphrases } = locker;
    const changed = act(page, locker, 'passphrase', random).then(() => undefined);
    const alert = page.getByRole('dialog').getByRole('alert');
    const refused = alert.waitFor({ timeout: patientMs }).then(() => alert.innerText());
    const told = await Promise.race([changed, refused.catch(() => undefined)]);
    if (told === undefined) return undefined;
    await page.keyboard.press('Escape');
    await changed; // the dialog is gone
    locker.passphrases = [...passphrases];
    return told;
  },
  export: async (page) => {
    await goTo(page, 'Quotes');
    await page.getByRole('button', { name: /^Export \d+ quote/ }).click();
    const done = page.getByRole('list', { name: 'Exported files' });
    const refused = page.getByText(new RegExp(`${full}|${explain('export-failed').sentence}`));
    await done.or(refused).first().waitFor({ timeout: patientMs });
    return (await refused.isVisible()) ? refused.innerText() : undefined;
  },
};
