// The running program that hostile documents are given to: adds them, reads them on the screen, and is started again over
// the same locker where one of them ended it.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { createLocker, goTo, unlock } from '../../tools/demo/person.ts';
import type { RunningApp } from '../support/running-app.ts';
import { smallPdf } from '../support/small-pdf.ts';
import { count, type Tally } from './campaign.ts';
import { largestPageKB, startAt, type Desk } from './desk.ts';
import {
  judgeBatch,
  judgeCaught,
  type Given,
  type KeptSources,
  type ResultLine,
} from './hostile-judge.ts';
import type { HostileFile } from './hostile-pdfs.ts';
import { layTrap, springTrap, type Caught } from './hostile-trap.ts';

export type MakeFile = () => HostileFile;

/** Longer than any file may take; most of it is for machines that do other things as well. */
const mostSilenceMs = 180_000;
const mostOpeningMs = 60_000;

type Laid = Omit<Given, 'sha256After'> & { readonly file: string };

export class HostileSession {
  passphrase = '';
  readonly #running: RunningApp;
  readonly #tally: Tally;
  readonly #batch: string;
  /** Its process; the driver tells none of a program that has ended. */
  #main: number;
  readonly #timer: ReturnType<typeof setInterval>;
  #caught: () => Promise<Caught> = () => Promise.reject(new Error('no trap is laid yet'));

  private constructor(running: RunningApp, tally: Tally, batch: string) {
    this.#running = running;
    this.#tally = tally;
    this.#batch = batch;
    this.#main = running.app.process().pid ?? 0;
    const look = () => {
      atLeast(tally, 'largest page, MB', largestPageKB(this.#main) / 1024);
    };
    this.#timer = setInterval(process.platform === 'linux' ? look : () => undefined, 1_000);
  }

  /** With a new locker. */
  static async start(desk: Desk, tally: Tally): Promise<HostileSession> {
    const running = await startAt(desk, ['--demo']);
    const session = new HostileSession(running, tally, path.join(desk.folder, 'batch'));
    try {
      session.passphrase = await createLocker(running.page, () => undefined);
      session.#caught = (await layTrap(running)).read;
      return session;
    } catch (error) {
      await session.end();
      throw error;
    }
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running.close();
  }

  async proveItself(): Promise<void> {
    await springTrap(this.#running.page);
    const { scripts, violations } = await this.#caught();
    if (scripts === 0 || violations === 0) {
      this.#fail(0, 'the trap hears nothing: this run proves nothing');
    }
  }

  /**
   * Adds the files of these steps together with a good one, and reads what has text. Where that ends badly, the program is
   * started again and each file goes alone, so that one of them costs the others nothing.
   */
  async take(steps: readonly number[], all: readonly MakeFile[]): Promise<void> {
    try {
      const laid = lay(this.#batch, steps, all);
      const kept = await this.#add(laid, steps.at(-1) ?? 0);
      for (const file of laid) {
        const source = kept.find(({ original }) => original.sha256 === file.sha256);
        if (source !== undefined) await this.#note(file, source);
      }
    } catch (error) {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#fail(steps[0] ?? 0, `files ${String(steps[0])} to ${String(steps.at(-1))}: ${what}`);
      await this.#startAgain();
      if (steps.length > 1) for (const step of steps) await this.take([step], all);
      else this.#tally.n++;
    } finally {
      rmSync(this.#batch, { recursive: true, force: true });
    }
  }

  #fail(step: number, what: string): void {
    this.#tally.failures.push({ step, what });
  }

  async #startAgain(): Promise<void> {
    count(this.#tally.figures, 'starts after a failure');
    await this.#running.kill();
    await this.#running.startAgain();
    this.#main = this.#running.app.process().pid ?? 0;
    await unlock(this.#running.page, this.passphrase);
    this.#caught = (await layTrap(this.#running)).read;
  }

  async #add(laid: readonly Laid[], last: number): Promise<KeptSources> {
    const { page } = this.#running;
    const goodFile = path.join(this.#batch, 'good.pdf');
    const good = new Uint8Array(smallPdf({ pages: [[`A good page after step ${String(last)}`]] }));
    writeFileSync(goodFile, good);
    const results = await this.#addAndWatch([...laid.map(({ file }) => file), goodFile]);
    const kept = await readKept(page);
    const given = laid.map((each) => ({ ...each, sha256After: sha256(readFileSync(each.file)) }));
    const caught = await this.#caught();
    const wrong = judgeBatch({ given, results, kept, caught, good: sha256(good) });
    this.#tally.failures.push(...wrong);
    this.#tally.n += given.length;
    return kept;
  }

  /** Adds the files and reads each result; gives up when none came for long. */
  async #addAndWatch(files: readonly string[]): Promise<readonly ResultLine[]> {
    const { page } = this.#running;
    await goTo(page, 'Library');
    // What is attached to a file has lines below that of the file.
    const lines = page.getByRole('list', { name: 'Result of each file' }).locator('> li > div');
    await page.getByLabel('Files to add').setInputFiles([...files]);
    // A notice about a session that was killed has a button of that name, too.
    const adding = page.getByRole('region', { name: 'Adding sources' });
    const finished = adding.getByRole('button', { name: 'Put away' });
    let known = 0;
    let sinceMs = performance.now();
    while (!(await finished.isVisible())) {
      const now = await lines.count();
      if (now > known) {
        atLeast(this.#tally, 'slowest result, s', (performance.now() - sinceMs) / 1000);
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

  /** What became of one file that was kept; what has text is read on the screen, where pages are painted and fonts used. */
  async #note({ step, name }: Laid, source: KeptSources[number]): Promise<void> {
    const { figures, files } = this.#tally;
    const status = `${source.status} ${source.reason ?? ''}`.trim();
    count(figures, `files ${status}`);
    if (source.status !== 'text') {
      files.push({ step, name, status });
      return;
    }
    const begunMs = performance.now();
    const shown = await showOnScreen(this.#running.page, source);
    const seconds = Math.round((performance.now() - begunMs) / 100) / 10;
    files.push({ step, name, status, shown, seconds });
    count(figures, `on the screen: ${shown}`);
    atLeast(this.#tally, 'slowest on the screen, s', seconds);
    for (const what of judgeCaught(await this.#caught()))
      this.#fail(step, `${name}: read, ${what}`);
  }
}

/** Two files may have one name, so each lies in a folder of its own. */
function lay(folder: string, steps: readonly number[], all: readonly MakeFile[]): readonly Laid[] {
  return steps.flatMap((step, place) => {
    const made = all[step]?.();
    if (made === undefined) return [];
    const inner = path.join(folder, String(place));
    mkdirSync(inner, { recursive: true });
    const file = path.join(inner, made.name.slice(-120));
    writeFileSync(file, made.bytes);
    const { name, bytes, expected } = made;
    return [{ step, name, file, sha256: sha256(bytes), ...(expected && { expected }) }];
  });
}

function readKept(page: Page): Promise<KeptSources> {
  return page.evaluate(async () => {
    const { sources } = await window.lockerDemo.readLibrary();
    return sources.map(({ id, status, reason, format, original }) => ({
      ...{ id, status, format, original },
      ...(reason === undefined ? {} : { reason }),
    }));
  });
}

/**
 * Opens a source as a person does and waits until each page in view is painted, or the reader says that it cannot be.
 * Throws where neither comes, or the screen stops working.
 */
async function showOnScreen(page: Page, { id, original }: KeptSources[number]): Promise<string> {
  await goTo(page, 'Library');
  await page.getByLabel('Filter by words').fill(original.name);
  await page.locator(`[data-row="${id}"]`).click();
  await page.getByRole('complementary', { name: 'Marks' }).waitFor({ timeout: mostOpeningMs });
  const outcome = await page.waitForFunction(
    () => {
      const sheets = [...document.querySelectorAll('[class^="_sheet_"]')];
      const told = (sheet: Element) => sheet.querySelector('[role="alert"]') !== null;
      if (document.querySelector('article') !== null) return 'text';
      if (sheets.length === 0) return undefined;
      if (!sheets.every((sheet) => sheet.querySelector('canvas') !== null || told(sheet)))
        return undefined;
      return sheets.some(told) ? 'a page that cannot be drawn' : 'pages';
    },
    undefined,
    { timeout: mostOpeningMs },
  );
  return String(await outcome.jsonValue());
}

function atLeast({ figures }: Tally, name: string, value: number): void {
  figures[name] = Math.max(figures[name] ?? 0, Math.round(value));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
