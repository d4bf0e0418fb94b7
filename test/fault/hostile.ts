// `hostile`: documents made or broken to hurt go through the real import of the running program, many in one session, and
// those made by hand are read, too.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { diskFolder } from '../../electron/locker/folder.ts';
import { openLocker } from '../../shared/locker/locker.ts';
import { createLocker, goTo } from '../../tools/demo/person.ts';
import type { RunningApp } from '../support/running-app.ts';
import { must, passphraseBytes, testHost } from '../support/small-locker.ts';
import { smallPdf } from '../support/small-pdf.ts';
import { count, newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import { largestPageKB, layDesk, startAt } from './desk.ts';
import {
  judgeBatch,
  judgeCaught,
  type Given,
  type KeptSources,
  type ResultLine,
} from './hostile-judge.ts';
import { hostilePdfs, type HostileFile } from './hostile-pdfs.ts';
import { hostileTexts } from './hostile-texts.ts';
import { layTrap, springTrap, type Caught } from './hostile-trap.ts';
import { mutate } from './mutants-of-files.ts';
import { randomOfStep } from './random.ts';

const batchFiles = 30;
/** Longer than any file may take; most of it is for machines that do other things as well. */
const mostSilenceMs = 180_000;
const fullFrom = 500;

export const hostile: Campaign = {
  name: 'hostile',
  promise:
    'a hostile document runs no code, asks for nothing, stops nothing and is kept as it is (P9)',
  shortN: 10,
  fullN: 1_000,
  needs: 'build',
  run: runHostile,
};

/** A step is one file: those made by hand, those of `sources`, then `n` mutants. */
type MakeFile = () => HostileFile;

async function runHostile(context: FaultContext): Promise<Tally> {
  const tally = newTally();
  const made = handMade(context.n >= fullFrom);
  const all: readonly MakeFile[] = [...made.map((file) => () => file), ...foundAndBroken(context)];
  const steps = context.only === undefined ? Array.from(all.keys()) : [context.only];
  const desk = layDesk(context.scratch);
  const running = await startAt(desk, ['--demo']);
  const watch = new PageSize(running.app.process().pid ?? 0);
  let passphrase = '';
  try {
    passphrase = await createLocker(running.page, () => undefined);
    const trap = await layTrap(running);
    await provesItself(running.page, trap.read, tally);
    for (let from = 0; from < steps.length; from += batchFiles) {
      const batch = steps.slice(from, from + batchFiles);
      await importBatch({ running, trap, context, tally, watch }, batch, all);
    }
    const byHand = new Set(steps.flatMap((step) => made[step]?.name ?? []));
    const readable = (await readKept(running.page)).filter(({ status }) => status === 'text');
    const names = readable.map(({ original }) => original.name).filter((name) => byHand.has(name));
    for (const name of names) await readOne(running, name, trap.read, tally);
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tally.failures.push({ step: tally.n, what });
  } finally {
    watch.end();
    await running.close();
  }
  tally.figures['largest page, MB'] = Math.round(watch.mostKB / 1024);
  await checkStored(desk.place.locker, passphrase, tally);
  return tally;
}

function handMade(full: boolean): readonly HostileFile[] {
  return [...hostilePdfs(full), ...hostileTexts(full)];
}

function foundAndBroken({ sources, seed, n }: FaultContext): readonly MakeFile[] {
  const found = sources === undefined ? [] : filesBelow(sources);
  const read = (file: string) => () => ({
    name: path.basename(file),
    bytes: readFileSync(file),
  });
  const originals: readonly MakeFile[] =
    found.length > 0 ? found.map(read) : [() => ({ name: 'small.pdf', bytes: smallSource() })];
  const broken = Array.from({ length: n }, (_, index) => (): HostileFile => {
    const random = randomOfStep(seed, index);
    const [own, other] = [random.pick(originals)(), random.pick(originals)()];
    const { kind, bytes } = mutate(own.bytes, random, other.bytes);
    return { name: `${String(index)}-${kind}-${own.name}`, bytes };
  });
  return [...(found.length > 0 ? originals : []), ...broken];
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function smallSource(): Uint8Array {
  const line = 'The shelter was open to nobody in the winter of that year';
  const pages = Array.from({ length: 5 }, (_, page) => [line, `page ${String(page)}`, line]);
  return new Uint8Array(smallPdf({ pages, title: 'Shelters', pageLabels: '[0 << /S /r >>]' }));
}

interface Session {
  readonly running: RunningApp;
  readonly trap: { read: () => Promise<Caught> };
  readonly context: FaultContext;
  readonly tally: Tally;
  readonly watch: PageSize;
}

async function importBatch(
  { running: { page }, trap, context, tally }: Session,
  steps: readonly number[],
  all: readonly MakeFile[],
): Promise<void> {
  const folder = path.join(context.scratch, 'batch');
  const files: (Omit<Given, 'sha256After'> & { readonly file: string })[] = [];
  for (const [place, step] of steps.entries()) {
    const made = all[step]?.();
    if (made === undefined) continue;
    const inner = path.join(folder, String(place)); // two may have one name
    mkdirSync(inner, { recursive: true });
    const file = path.join(inner, made.name.slice(-120));
    writeFileSync(file, made.bytes);
    files.push({ step, name: made.name, file, sha256: sha256(made.bytes) });
  }
  const goodFile = path.join(folder, 'good.pdf');
  const good = new Uint8Array(
    smallPdf({ pages: [[`A good page after step ${String(steps.at(-1))}`]] }),
  );
  writeFileSync(goodFile, good);

  const results = await addAndWatch(page, [...files.map(({ file }) => file), goodFile], tally);
  const kept = await readKept(page);
  const given = files.map((each) => ({ ...each, sha256After: sha256(readFileSync(each.file)) }));
  const caught = await trap.read();
  tally.failures.push(...judgeBatch({ given, results, kept, caught, good: sha256(good) }));
  tally.n += given.length;
  for (const { sha256 } of given) {
    const source = kept.find(({ original }) => original.sha256 === sha256);
    if (source !== undefined)
      count(tally.figures, `files ${source.status} ${source.reason ?? ''}`.trim());
  }
  rmSync(folder, { recursive: true });
}

/** Adds the files and reads each result; gives up when none came for long. */
async function addAndWatch(
  page: Page,
  files: readonly string[],
  tally: Tally,
): Promise<readonly ResultLine[]> {
  await goTo(page, 'Library');
  const lines = page.getByRole('list', { name: 'Result of each file' }).getByRole('listitem');
  await page.getByLabel('Files to add').setInputFiles([...files]);
  const finished = page.getByRole('button', { name: 'Put away' });
  let known = 0;
  let sinceMs = performance.now();
  while (!(await finished.isVisible())) {
    const now = await lines.count();
    if (now > known) {
      slowest(tally, performance.now() - sinceMs);
      [known, sinceMs] = [now, performance.now()];
    } else if (performance.now() - sinceMs > mostSilenceMs) {
      throw new Error(`no result for ${path.basename(files[known] ?? '')}`);
    }
    await wait(100);
  }
  const read = await lines.evaluateAll((items) =>
    items.map(({ children }) => ({
      label: children.item(0)?.textContent ?? '',
      text: children.item(2)?.textContent ?? '',
    })),
  );
  await finished.click();
  return read;
}

function slowest({ figures }: Tally, ms: number): void {
  const name = 'slowest result, s';
  figures[name] = Math.max(figures[name] ?? 0, Math.round(ms / 1000));
}

function readKept(page: Page): Promise<KeptSources> {
  return page.evaluate(async () => {
    const { sources } = await window.lockerDemo.readLibrary();
    return sources.map(({ status, reason, original }) => ({
      status,
      original,
      ...(reason === undefined ? {} : { reason }),
    }));
  });
}

async function provesItself(page: Page, read: () => Promise<Caught>, tally: Tally): Promise<void> {
  await springTrap(page);
  const { scripts, violations } = await read();
  if (scripts === 0 || violations === 0) {
    tally.failures.push({ step: 0, what: 'the trap hears nothing: this run proves nothing' });
  }
}

/** Opens what was made by hand in the reader, where pages are painted and fonts are used. */
async function readOne(
  { page }: RunningApp,
  name: string,
  read: () => Promise<Caught>,
  tally: Tally,
): Promise<void> {
  const fail = (what: string): void =>
    void tally.failures.push({ step: 0, what: `${name}: ${what}` });
  try {
    await goTo(page, 'Library');
    await page.getByLabel('Filter by words').fill(name);
    const row = page.getByRole('table', { name: 'Sources' }).getByRole('row').nth(1);
    if ((await row.count()) === 0) return; // it is called by a title it gave itself
    await row.click();
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    await page.getByRole('complementary', { name: 'Marks' }).waitFor();
    await wait(500); // pages come from an engine of their own; nothing tells that they are all there
    count(tally.figures, 'files read on the screen');
  } catch (error) {
    fail(`it cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  for (const what of judgeCaught(await read())) fail(`read, ${what}`);
}

/** Every original that was sealed opens to the bytes whose hash the journal has. */
async function checkStored(folder: string, passphrase: string, tally: Tally): Promise<void> {
  const host = await testHost(diskFolder(folder, { readOnly: true }));
  const opened = await openLocker(host, { passphrase: passphraseBytes(passphrase) });
  if (!opened.ok) {
    tally.failures.push({ step: tally.n, what: `the locker does not open: ${opened.error}` });
    return;
  }
  const { damage, missing, stray, files } = must(await opened.value.check());
  tally.figures['sealed files checked'] = files;
  for (const found of [...damage, ...missing, ...stray]) {
    tally.failures.push({ step: tally.n, what: `check finds ${JSON.stringify(found)}` });
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Looks at the pages' memory once a second. */
class PageSize {
  mostKB = 0;
  readonly #timer: ReturnType<typeof setInterval> | undefined;

  constructor(main: number) {
    if (process.platform !== 'linux') return;
    this.#timer = setInterval(() => {
      this.mostKB = Math.max(this.mostKB, largestPageKB(main));
    }, 1_000);
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
