// `lock`: whatever makes the program lock, whatever it is doing: what was typed is kept, nothing stays readable, what was
// under way is whole or absent.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { diskFolder } from '../../electron/locker/folder.ts';
import { openLocker } from '../../shared/locker/locker.ts';
import * as person from '../../tools/demo/person.ts';
import type { RunningApp } from '../support/running-app.ts';
import { must, passphraseBytes, testHost } from '../support/small-locker.ts';
import { count, newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import { makeCanary } from './canary.ts';
import { layDesk, processesOf, startAt } from './desk.ts';
import { judgeLocked, judgeUnlocked, lostLines, type Unlocked } from './lock-judge.ts';
import { sentenceWith } from './leak-words.ts';
import { randomOfStep, type Random } from './random.ts';

export const lock: Campaign = {
  name: 'lock',
  promise:
    'locking at any moment keeps what was typed, leaves nothing readable and nothing half done',
  shortN: 4,
  fullN: 49,
  needs: 'build',
  run: runLock,
};

interface Scene {
  readonly running: RunningApp;
  readonly words: readonly string[];
  readonly input: string;
  readonly step: number;
  readonly random: Random;
}

/** What makes it lock. */
type Trigger = (running: RunningApp) => Promise<unknown>;
const says =
  (event: string): Trigger =>
  ({ app }) =>
    app.evaluate(({ powerMonitor }, name) => {
      (powerMonitor as NodeJS.EventEmitter).emit(name);
    }, event);
const press =
  (key: string): Trigger =>
  ({ page }) =>
    page.keyboard.press(key).catch(() => undefined); // the page may end before the key is up
const triggers: Readonly<Record<string, Trigger>> = {
  'Ctrl+L': press('Control+l'),
  suspend: says('suspend'),
  'screen lock': says('lock-screen'),
  'hiding key': press('F9'),
  'lock button': ({ page }) =>
    page.getByRole('button', { name: /^Lock/ }).first().dispatchEvent('click'),
  idle: ({ app }) =>
    app.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => 100_000;
    }),
  'window closed': ({ app }) =>
    app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.close();
    }),
};
const ending = 'window closed';

/** What it is doing; answers what must be there afterwards. */
type Doing = (scene: Scene) => Promise<Partial<Expected>>;
interface Expected {
  /** A note that was typed and neither saved nor left. */
  readonly note: string;
}
const doings: Readonly<Record<string, Doing>> = {
  'a note half written': async ({ running: { page }, random }) => {
    await person.openSource(page, 'source.txt');
    await page
      .getByRole('complementary', { name: 'Marks' })
      .getByRole('listitem')
      .first()
      .getByRole('button')
      .first()
      .click();
    await page.getByRole('button', { name: 'Write a note' }).first().click();
    const note = makeCanary(random);
    await page.getByRole('textbox', { name: 'Note' }).fill(note);
    return { note };
  },
  'an import': async ({ running: { page }, input, step, random }) => {
    const files = Array.from({ length: 6 }, (_, index) => {
      const file = path.join(input, `import-${String(step)}-${String(index)}.txt`);
      writeFileSync(file, `${sentenceWith(makeCanary(random))}\n`.repeat(20_000));
      return file;
    });
    await person.goTo(page, 'Library');
    await page.getByLabel('Files to add').setInputFiles(files);
    await page.getByRole('region', { name: 'Adding sources' }).waitFor();
    return {};
  },
  'an export': async ({ running: { page } }) => {
    await person.goTo(page, 'Quotes');
    await page.getByRole('button', { name: /^Export \d+ quote/ }).click();
    return {};
  },
  'the library': async ({ running: { page } }) => {
    await person.goTo(page, 'Library');
    return {};
  },
  'the settings': async ({ running: { page } }) => {
    await person.goTo(page, 'Settings');
    return {};
  },
  'a dialog about keys': async ({ running: { page } }) => {
    await page
      .getByRole('navigation', { name: 'Rooms' })
      .getByRole('button', { name: 'Keys and people' })
      .click();
    await page.getByRole('main').getByRole('button').first().click();
    await page.getByRole('dialog').waitFor();
    return {};
  },
  'the dialog of deleting for good': async ({ running: { page } }) => {
    await page
      .getByRole('navigation', { name: 'Rooms' })
      .getByRole('button', { name: 'Trash' })
      .click();
    await page
      .getByRole('main')
      .getByRole('button', { name: /for good/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    return {};
  },
};

/** In turn, so that a short run has every trigger and every doing once, and a full one every pair. */
function pairOf(step: number): readonly [string, string] {
  const [by, doing] = [Object.keys(triggers), Object.keys(doings)];
  const round = Math.floor(step / doing.length);
  return [by[(step + round) % by.length] ?? '', doing[step % doing.length] ?? ''];
}

async function runLock(context: FaultContext): Promise<Tally> {
  const tally = newTally();
  const desk = layDesk(path.join(context.scratch, 'desk'));
  const input = path.join(context.scratch, 'input');
  mkdirSync(input);
  const acks = path.join(context.scratch, 'acks.txt');
  const running = await startAt(desk, ['--demo', `--acks=${acks}`]);
  const passphrase = await person.createLocker(running.page, () => undefined);
  try {
    const words = await furnish(running, input, randomOfStep(context.seed, 0));
    const steps = context.only === undefined ? Array(context.n).keys() : [context.only];
    for (const step of steps) {
      const scene: Scene = {
        running,
        words,
        input,
        step,
        random: randomOfStep(context.seed, step + 1),
      };
      const [trigger, doing] = pairOf(step);
      const wrong = await lockOnce(scene, trigger, doing, passphrase).catch((error: unknown) => {
        const what = error instanceof Error ? error.message : String(error);
        return [`it did not go through: ${what}`];
      });
      for (const what of wrong)
        tally.failures.push({ step, what: `${trigger} during ${doing}: ${what}` });
      count(tally.figures, `by ${trigger}`);
      tally.n++;
      if (wrong.some((what) => what.startsWith('it did not go')))
        await beginAgain(running, passphrase);
    }
  } finally {
    await running.close();
  }
  await compareAcks(desk.place.locker, passphrase, acks, tally);
  return tally;
}

/** One source with one mark on it, and one in the trash. */
async function furnish(
  { page }: RunningApp,
  input: string,
  random: Random,
): Promise<readonly string[]> {
  const words = Array.from({ length: 5 }, () => makeCanary(random));
  const [file, removed] = ['source.txt', 'removed.txt'].map((name) => path.join(input, name));
  writeFileSync(file ?? '', words.map(sentenceWith).join('\n\n'));
  writeFileSync(removed ?? '', sentenceWith('Nowhere'));
  await person.addFiles(page, [file ?? '', removed ?? '']);
  await page.evaluate(async () => {
    const tag = await window.lockerDemo.makeTag('seen');
    const { sources } = await window.lockerDemo.readLibrary();
    for (const { id, original } of sources) {
      if (original.name === 'source.txt') {
        await window.lockerDemo.markFirstSentence(id, 8, tag, 'noted');
        continue;
      }
      const act = {
        subject: `source/${id}`,
        kind: 'source-removed',
        payload: { source: id },
      } as const;
      await window.lockerDemo.timeActs([[act]], false);
    }
  });
  return words;
}

async function lockOnce(
  scene: Scene,
  trigger: string,
  doing: string,
  passphrase: string,
): Promise<readonly string[]> {
  const { running, words } = scene;
  const pages = renderersOf(running);
  const expected = await doings[doing]?.(scene);
  const act = triggers[trigger];
  if (act === undefined) return ['nothing to lock it by'];
  if (trigger === ending) {
    const closed = running.app.waitForEvent('close');
    await act(running);
    await closed;
    await running.startAgain();
  } else await running.lockBy(() => act(running));
  // Whoever unlocks is there: idleness that went on would lock again at the next look.
  await running.app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 0;
  });

  const { page } = running;
  await page.getByText('The locker is locked.').waitFor();
  const seen = await page.evaluate(() => document.documentElement.outerHTML);
  const wrong = judgeLocked({
    words,
    page: seen,
    processesBefore: pages,
    processesNow: renderersOf(running),
    exports: readdirSync(running.place.exports),
  });
  await person.unlock(page, passphrase);
  return [...wrong, ...judgeUnlocked({ ...(await readBack(page)), typed: expected?.note })];
}

async function readBack(page: Page): Promise<Pick<Unlocked, 'statuses' | 'notes'>> {
  return page.evaluate(async () => {
    const { sources } = await window.lockerDemo.readLibrary();
    const marks = await Promise.all(sources.map(({ id }) => window.lockerDemo.readMarks(id)));
    return {
      statuses: sources.map(({ status }) => status),
      notes: marks.flat().map(({ note }) => note),
    };
  });
}

async function beginAgain(running: RunningApp, passphrase: string): Promise<void> {
  await running.kill().catch(() => undefined);
  await running.startAgain();
  await person.unlock(running.page, passphrase);
}

/** Pages’ processes, where the system tells. */
function renderersOf({ app }: RunningApp): readonly number[] {
  if (process.platform !== 'linux') return [];
  return processesOf(app.process().pid ?? 0)
    .filter(({ kind }) => kind === 'renderer')
    .map(({ pid }) => pid);
}

/** Every line main wrote for an act is an act of the journal, and nothing lies about that no act names. */
async function compareAcks(
  folder: string,
  passphrase: string,
  acks: string,
  tally: Tally,
): Promise<void> {
  const host = await testHost(diskFolder(folder, { readOnly: true }));
  const locker = must(await openLocker(host, { passphrase: passphraseBytes(passphrase) }));
  const told = readFileSync(acks, 'utf8');
  const lost = lostLines(told, locker.changes);
  tally.acks += told.split('\n').length - 1;
  tally.lost += lost.length;
  for (const line of lost) tally.failures.push({ step: 0, what: `lost: ${line}` });
  const { damage, missing, stray } = must(await locker.check());
  tally.figures['strays at the end'] = stray.length;
  for (const found of [...damage, ...missing, ...stray])
    tally.failures.push({ step: 0, what: `check finds ${JSON.stringify(found)}` });
}
