// `memory`: while a locker is open, only its page holds keys and words of documents; five seconds after locking, no process
// of the program does.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import * as person from '../../tools/demo/person.ts';
import type { RunningApp } from '../support/running-app.ts';
import { smallPdf } from '../support/small-pdf.ts';
import { count, newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import { formsOf, makeCanary } from './canary.ts';
import { layDesk, processesOf, startAt, type Process } from './desk.ts';
import { sentenceWith } from './leak-words.ts';
import { secretsOf } from './locker-secrets.ts';
import { scanMemory } from './process-memory.ts';
import { randomOfStep, type Random } from './random.ts';
import { Scanner } from './scanner.ts';

const afterLockMs = 5_000;
const wordsInEach = 6;
/** Pixels: enough of a line to hold its word, and not the next line. */
const passageWidth = 480;

export const memory: Campaign = {
  name: 'memory',
  promise: 'after locking, no key and no word is in the memory of any process (P7)',
  shortN: 1,
  fullN: 5,
  needs: 'build',
  run: runMemory,
};

/** A step is one life: work, lock, look; then again with the program set to end when it locks. */
async function runMemory(context: FaultContext): Promise<Tally> {
  const tally = newTally();
  if (process.platform !== 'linux') {
    tally.skipped = 'Memory of other processes can be looked into on Linux only.';
    return tally;
  }
  for (let step = 0; step < context.n; step++) {
    await liveAndLook(context, step, tally);
    if (tally.skipped !== undefined) break;
    tally.n++;
  }
  return tally;
}

async function liveAndLook(
  { scratch, seed }: FaultContext,
  step: number,
  tally: Tally,
): Promise<void> {
  const random = randomOfStep(seed, step);
  const passphrase = `${makeCanary(random)} ${makeCanary(random)}`;
  const desk = layDesk(path.join(scratch, String(step)));
  const running = await startAt(desk, ['--demo']);
  try {
    const input = path.join(scratch, `input-${String(step)}`);
    const canaries = await work(running, input, passphrase, random);
    const secrets = await secretsOf(desk.place.locker, passphrase);
    const scanner = new Scanner();
    for (const [what, key] of secrets)
      scanner.add(
        what,
        new Map([
          ['raw', key],
          ['hex', Buffer.from(Buffer.from(key).toString('hex'))],
        ]),
      );
    const [selected, ...others] = canaries;
    scanner.add(selectedPassage, formsOf(selected ?? ''));
    for (const word of others) scanner.add(`word ${word}`, formsOf(word));
    scanner.add('passphrase', formsOf(passphrase));
    tally.figures['keys looked for'] = secrets.size;
    const look = () => lookInto(running, scanner);

    const before = look();
    if (before.some(({ found, kind }) => kind === 'renderer' && found === undefined)) {
      tally.skipped = 'The system does not let this user look into the memory of the pages.';
      return;
    }
    expectFound(before, step, tally);
    judge(
      before.filter(({ kind }) => kind !== 'renderer'),
      step,
      tally,
      'while open',
    );

    await running.lockBy(() => person.lock(running.page));
    await wait(afterLockMs);
    judge(look(), step, tally, 'after locking');
    await endWhenLocking(running, passphrase, step, tally);
  } finally {
    await running.close();
  }
}

/**
 * Nothing is exported or copied: what that leaves in main is the person's wish. Answers the words planted; the first stands
 * in the passage that was selected with the mouse. No word may pass through the test driver, which speaks through the
 * browser process: nothing here asks the page for a text, or points at an element by one.
 */
async function work(
  { page }: RunningApp,
  input: string,
  passphrase: string,
  random: Random,
): Promise<readonly string[]> {
  mkdirSync(input);
  const shares = ['0.txt', '1.txt', '2.pdf'].map((name) => ({
    file: path.join(input, name),
    words: Array.from({ length: wordsInEach }, () => makeCanary(random)),
  }));
  for (const { file, words } of shares) {
    const sentences = words.map(sentenceWith);
    const pdf = () => smallPdf({ pages: [sentences], title: sentences[0] ?? '' });
    writeFileSync(file, file.endsWith('.pdf') ? new Uint8Array(pdf()) : sentences.join('\n\n'));
  }
  await person.createLocker(page, () => undefined, { passphrase });
  await person.addFiles(
    page,
    shares.map(({ file }) => file),
  );
  await page.evaluate(async () => {
    const tag = await window.lockerDemo.makeTag('seen');
    const { sources } = await window.lockerDemo.readLibrary();
    for (const { id } of sources) await window.lockerDemo.markFirstSentence(id, 8, tag, 'noted');
  });
  await person.openSource(page, '2.pdf');
  await page.locator('canvas').first().waitFor();
  await person.openSource(page, '0.txt');
  await selectFirstLine(page);
  return shares.flatMap(({ words }) => words);
}

async function selectFirstLine(page: Page): Promise<void> {
  const place = await page.evaluate(() => {
    const { x, y } = document.querySelector('article [data-at]')?.getBoundingClientRect() ?? {};
    return { x: x ?? 0, y: y ?? 0 };
  });
  const middleOfLine = place.y + 8;
  await page.mouse.move(place.x + 1, middleOfLine);
  await page.mouse.down();
  await page.mouse.move(place.x + passageWidth, middleOfLine, { steps: 5 });
  await page.mouse.up();
  const least = sentenceWith('').length / 2;
  await page.waitForFunction((length) => String(getSelection()).length > length, least);
}

interface Looked extends Process {
  /** What was found, each once; undefined where nobody may look. */
  readonly found: readonly string[] | undefined;
}

function lookInto({ app }: RunningApp, scanner: Scanner): readonly Looked[] {
  return processesOf(app.process().pid ?? 0).map((process) => {
    const hits = scanMemory(process.pid, scanner);
    return { ...process, found: hits && [...new Set(hits.map(({ what }) => what))] };
  });
}

const selectedPassage = 'the passage selected with the mouse';
const isKey = (what: string): boolean => what.includes('key');
const isWord = (what: string): boolean => what.startsWith('word') || what === selectedPassage;

/** While it is open the page holds keys and words; where they are not found, none will be found later. */
function expectFound(looked: readonly Looked[], step: number, tally: Tally): void {
  const inPages = looked.flatMap(({ kind, found }) => (kind === 'renderer' ? (found ?? []) : []));
  for (const [name, is] of [
    ['keys', isKey],
    ['words', isWord],
  ] as const) {
    tally.figures[`${name} in pages while open`] = inPages.filter(is).length;
    if (!inPages.some(is))
      tally.failures.push({
        step,
        what: `no ${name} found while it was open: this run proves nothing`,
      });
  }
}

/**
 * What is where it must not be. Named in SECURITY.md and counted are a passphrase that was typed, and the passage that was
 * selected with the mouse in the browser process: Chromium tells it which that is, and Linux keeps it as a clipboard.
 */
export function judge(
  looked: readonly Pick<Looked, 'kind' | 'found'>[],
  step: number,
  tally: Tally,
  when: 'while open' | 'after locking',
): void {
  const fail = (what: string): void => void tally.failures.push({ step, what: `${when}, ${what}` });
  for (const { kind, found } of looked) {
    count(
      tally.figures,
      found === undefined ? `processes not looked into: ${kind}` : `processes looked into ${when}`,
    );
    const isTold = (what: string): boolean => kind === 'browser' && what === selectedPassage;
    const keys = found?.filter(isKey) ?? [];
    const left = found?.filter((what) => isWord(what) && !isTold(what)) ?? [];
    if (keys.length > 0)
      fail(`${kind} holds ${String(keys.length)} keys: ${keys.slice(0, 3).join(', ')}`);
    if (left.length > 0) fail(`${kind} holds ${String(left.length)} words of documents`);
    if (found?.includes('passphrase') === true)
      count(tally.limits, `the typed passphrase ${when}, in ${kind}`);
    if (found?.some(isTold) === true) count(tally.limits, `${selectedPassage} ${when}, in ${kind}`);
  }
}

async function endWhenLocking(
  running: RunningApp,
  passphrase: string,
  step: number,
  tally: Tally,
): Promise<void> {
  await person.unlock(running.page, passphrase);
  await person.goTo(running.page, 'Settings');
  const strict = running.page.getByLabel('Close the whole program when locking');
  await strict.click();
  await running.page
    .getByLabel('Close the whole program when locking')
    .and(running.page.locator(':checked, [aria-checked="true"]'))
    .waitFor();
  const own = processesOf(running.app.process().pid ?? 0).map(({ pid }) => pid);
  const closed = running.app.waitForEvent('close');
  await person.lock(running.page);
  await closed;
  const isLeft = (pid: number): boolean => processesOf(pid).length > 0;
  const until = performance.now() + afterLockMs;
  while (own.some(isLeft) && performance.now() < until) await wait(50);
  const left = own.filter(isLeft);
  tally.figures['processes left where locking ends the program'] = left.length;
  if (left.length > 0)
    tally.failures.push({
      step,
      what: `${String(left.length)} processes live on though locking ends the program`,
    });
}
