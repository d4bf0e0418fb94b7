// `leak`: words that stand nowhere else are put into everything a person can put something into, and then looked for in
// every byte the program wrote anywhere: after locking, after its end, after a kill, after an export that was stopped.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import * as person from '../../tools/demo/person.ts';
import type { RunningApp } from '../support/running-app.ts';
import { count, newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import { layDesk, processesOf, startAt, type Desk } from './desk.ts';
import { chooseWords, filesOf, sentenceWith, type Words } from './leak-words.ts';
import { randomOfStep } from './random.ts';
import { DiskReader } from './read-everything.ts';

export const leak: Campaign = {
  name: 'leak',
  promise: 'no word that was put in stands readable in any byte written, but in exports (P6)',
  shortN: 20,
  fullN: 320,
  needs: 'build',
  run: runLeak,
};

async function runLeak(context: FaultContext): Promise<Tally> {
  const tally = newTally();
  const words = chooseWords(context.n, randomOfStep(context.seed, 0));
  const desk = layDesk(path.join(context.scratch, 'desk'));
  const look = new Look(desk, words, tally);
  const input = path.join(context.scratch, 'input');
  mkdirSync(input);
  const files = filesOf(words).map(({ name, bytes }) => {
    writeFileSync(path.join(input, name), bytes);
    return path.join(input, name);
  });
  const running = await startAt(desk, ['--demo']);
  look.listen(running);
  try {
    await firstSession(running, words, files, tally);
    await look.look('while it is open', running);
    await stopAnExport(running, tally);
    await look.look('after an export that was stopped', running);
    await running.lockBy(() => person.lock(running.page));
    await look.look('after locking', running);

    await secondSession(running, words);
    await running.close();
    await look.look('after its end');

    await running.startAgain();
    look.listen(running);
    await killedSession(running, words, input);
    await look.look('after a kill');

    await running.startAgain();
    look.listen(running);
    await person.unlock(running.page, words.at.passphrase);
    await running.close();
    await look.look('after the end that followed a kill');
  } finally {
    await running.close();
  }
  look.expectInExports();
  tally.n = words.all.length;
  return tally;
}

async function firstSession(
  { page, app }: RunningApp,
  { at, inTexts }: Words,
  files: readonly string[],
  tally: Tally,
): Promise<void> {
  const { person: name, passphrase } = at;
  await person.createLocker(page, () => undefined, { person: name, passphrase });
  await person.addFiles(page, files);
  const marked = await page.evaluate(
    async ({ tag, note, details }) => {
      const id = await window.lockerDemo.makeTag(tag);
      const { sources } = await window.lockerDemo.readLibrary();
      for (const { id: source } of sources) {
        await window.lockerDemo.markFirstSentence(source, 8, id, note);
        await window.lockerDemo.timeActs(
          [
            [
              {
                subject: `source/${source}`,
                kind: 'source-described',
                payload: { source, details },
              },
            ],
          ],
          false,
        );
      }
      return sources.length;
    },
    {
      tag: at.tag,
      note: at.note,
      details: {
        ...{ title: at.title, publisher: at.publisher, author: at.author, country: at.country },
        ...{ url: `https://example.org/${at.address}`, remark: at.remark },
      },
    },
  );
  tally.figures['sources'] = marked;
  await page.getByLabel('Filter by words').fill(at.filter);
  await page.getByLabel('Filter by words').fill('');
  await person.searchFor(page, at.query);
  await person.searchFor(page, at['query without a hit']);
  await person.searchFor(page, inTexts[0] ?? '');
  await page.getByRole('list', { name: 'Hits' }).getByRole('listitem').first().waitFor();
  await writeOnACard(page, at);
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), at.clipboard);
  await person.goTo(page, 'Quotes');
  await person.exportQuotes(page);
}

/** The note and the tag of a card, typed as a person does, and the quote copied. */
async function writeOnACard(page: Page, at: Words['at']): Promise<void> {
  await person.openSource(page, 'utf16.txt');
  const card = page.getByRole('complementary', { name: 'Marks' }).getByRole('listitem').first();
  await card.getByRole('button').first().click();
  await page.getByRole('button', { name: 'Copy with citation' }).first().click();
  await page.getByRole('button', { name: 'Add a tag' }).first().click();
  await page.getByLabel('Tag', { exact: true }).fill(at['tag typed']);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Write a note' }).first().click();
  await page.getByRole('textbox', { name: 'Note' }).fill(at['note half written']);
}

/** Presses Stop as soon as there is one; an export that was faster is an export like any other. */
async function stopAnExport({ page, place }: RunningApp, tally: Tally): Promise<void> {
  const before = readdirSync(place.exports).length;
  await person.goTo(page, 'Quotes');
  await page.getByRole('button', { name: /^Export \d+ quote/ }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page
    .getByRole('complementary', { name: 'Export' })
    .getByRole('button', { name: 'Stop' })
    .waitFor({ state: 'hidden' });
  const left = readdirSync(place.exports);
  count(
    tally.figures,
    left.length === before ? 'exports stopped' : 'exports that were too fast to stop',
  );
  for (const name of left.filter((each) => each.startsWith('.'))) {
    tally.failures.push({ step: 0, what: `a stopped export left ${name}` });
  }
}

async function secondSession({ page }: RunningApp, { at }: Words): Promise<void> {
  await page.getByLabel('Passphrase').focus();
  await page.keyboard.type(at['wrong passphrase']);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByText('does not open the locker').waitFor();
  await person.unlock(page, at.passphrase);
  await person.openSource(page, `${at['name of a PDF']}.pdf`);
  await page
    .getByRole('navigation', { name: 'Rooms' })
    .getByRole('button', { name: 'Activity' })
    .click();
  await person.goTo(page, 'Settings');
}

/** Killed with a note half written and an import under way. */
async function killedSession(running: RunningApp, words: Words, input: string): Promise<void> {
  const { page } = running;
  await person.unlock(page, words.at.passphrase);
  const late = path.join(input, `${words.at['name of a late file']}.txt`);
  writeFileSync(late, `${sentenceWith(words.inTexts[1] ?? '')} Once more.\n`.repeat(200_000));
  await page.getByLabel('Files to add').setInputFiles([late]);
  await page.getByRole('region', { name: 'Adding sources' }).waitFor();
  await person.openSource(page, 'utf16.txt');
  await page
    .getByRole('complementary', { name: 'Marks' })
    .getByRole('listitem')
    .first()
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('button', { name: 'Write a note' }).first().click();
  await page
    .getByRole('textbox', { name: 'Note' })
    .pressSequentially(words.at['note of a killed program']);
  await running.kill();
}

/** Where anything could have been written. Dumps of crashes are written where the program ran, or into the profile. */
class Look {
  readonly #desk: Desk;
  readonly #words: Words;
  readonly #tally: Tally;
  readonly #reader: DiskReader;
  readonly #shared = new Set(sharedMemory());
  #log = '';

  constructor(desk: Desk, words: Words, tally: Tally) {
    this.#desk = desk;
    this.#words = words;
    this.#tally = tally;
    this.#reader = new DiskReader(words.scanner);
  }

  listen({ app }: RunningApp): void {
    const child = app.process();
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data: Buffer) => (this.#log += data.toString('latin1')));
    }
  }

  async look(when: string, running?: RunningApp): Promise<void> {
    const { folder, place } = this.#desk;
    const shared = sharedMemory().filter((file) => !this.#shared.has(file));
    const finds = [
      ...this.#reader.read([folder, ...shared], [place.exports]),
      ...this.#reader.readText('log', this.#log),
      ...(running === undefined ? [] : await this.#fromOutside(running)),
    ];
    count(this.#tally.figures, 'looks');
    for (const { what, form, where } of finds) {
      const place = this.#words.placeOf(what);
      const at = path.relative(folder, where);
      this.#tally.failures.push({ step: 0, what: `${when}: ${place} stands as ${form} in ${at}` });
    }
    this.#tally.figures['files read'] = this.#reader.filesRead;
    this.#tally.figures['megabytes read'] = Math.round(this.#reader.bytesRead / 1e6);
    this.#tally.figures['bytes of log'] = this.#log.length;
  }

  /** What the system shows of a program to everybody. */
  async #fromOutside({ app, page }: RunningApp) {
    const titles = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.getTitle()),
    );
    const main = app.process().pid;
    const processes = process.platform === 'linux' && main !== undefined ? processesOf(main) : [];
    const texts = [
      ...titles,
      await page.title(),
      ...processes.map(({ commandLine }) => commandLine),
    ];
    return this.#reader.readText('titles and command lines', texts.join('\n'));
  }

  /** If the words of marked sentences are not found in exports, nothing would have been found anywhere. */
  expectInExports(): void {
    const found = this.#reader.read([this.#desk.place.exports], []);
    const { tag, title, note } = this.#words.at;
    const first = this.#words.inTexts[0] ?? '';
    for (const word of [tag, title, note, first]) {
      const times = found.filter(({ what }) => what === word).length;
      if (times > 0) count(this.#tally.figures, 'times found in exports, as should be', times);
      else
        this.#tally.failures.push({
          step: 0,
          what: `${this.#words.placeOf(word)} is not found in the exports: this run proves nothing`,
        });
    }
  }
}

function sharedMemory(): readonly string[] {
  const folder = '/dev/shm';
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
}
