// The demo's day, stage by stage: create → import → mark → search → export → lock → start again → compare.
import { mkdirSync, readdirSync, renameSync, rmdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import type { LibraryView } from '../../renderer/vault/calls/library.ts';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import type { SourceId, TagId } from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import { RunningApp } from '../../test/support/running-app.ts';
import type { SourceKey } from '../sample/answer.ts';
import { compareWithKey, readAnswerKey } from './answer-key.ts';
import { listSourceFiles, type SourceFile } from './files.ts';
import type { DemoOptions } from './options.ts';
import {
  addFiles,
  createLocker,
  exportQuotes,
  goTo,
  lock,
  openSource,
  searchFor,
  unlock,
} from './person.ts';
import { Photographer } from './photographer.ts';
import type { DemoMark, DemoReport, DemoSource } from './report.ts';
import { misspellAWord } from './typo.ts';

const leastWords = 8;

interface Held extends Pick<SourceFile, 'file'> {
  readonly id: SourceId;
  readonly result: DemoSource;
}

export async function runDemo(
  options: DemoOptions,
): Promise<{ readonly report: DemoReport; readonly problems: readonly string[] }> {
  const place = {
    locker: path.join(options.out, 'locker'),
    profile: path.join(options.out, 'profile'),
    exports: path.join(options.out, 'exports'),
  };
  mkdirSync(place.exports, { recursive: true });
  const photographer = new Photographer(path.join(options.out, 'screens'));
  const files = listSourceFiles(options.sources);
  const problems: string[] = [];
  const timingsMs: Record<string, number> = {};
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const startedMs = performance.now();
    const value = await work();
    timingsMs[name] = Math.round(performance.now() - startedMs);
    console.log(`${name}: ${timingsMs[name]} ms`);
    return value;
  };

  const acks = options.acks === undefined ? [] : [`--acks=${options.acks}`];
  const running = await timed('start', () => RunningApp.start(place, ['--demo', ...acks]));
  try {
    await photographer.take(running.page, 'create');
    const passphrase = await timed('create', () =>
      createLocker(running.page, (offered) => {
        console.log(`passphrase: ${offered}`);
      }),
    );
    await photographer.take(running.page, 'empty-library');

    await timed('import', () =>
      addFiles(
        running.page,
        files.map((file) => file.path),
      ),
    );
    const held = holdFiles(files, await readLibrary(running.page), problems);
    await photographer.take(running.page, 'library');

    const key = readAnswerKey(options.sources);
    const answerKey = await timed('key', () => compareAll(running.page, held, key, problems));
    const marks = await timed('mark', () => markAll(running.page, held, options, key));
    const searches = await timed('search', () => searchAll(running.page, marks, options));
    await photographMarks(running.page, photographer, held, marks, options);

    const exported = await timed('export', async () => {
      if (marks.length === 0) return [];
      await goTo(running.page, 'Quotes');
      await photographer.take(running.page, 'quotes');
      await exportQuotes(running.page);
      await photographer.take(running.page, 'exported');
      return collectExports(place.exports);
    });
    await goTo(running.page, 'Settings');
    await photographer.take(running.page, 'settings');

    await timed('lock', () => running.lockBy(() => lock(running.page)));
    await photographer.take(running.page, 'locked');
    await timed('restart', () => running.restart());
    await timed('unlock', () => unlock(running.page, passphrase));
    const reopened = await timed('compare', () => compare(running.page, held, marks, problems));

    const sources = held.map(({ result }) => result);
    return {
      report: {
        ...{ passphrase, sources, marks, searches, exports: exported, reopened, timingsMs },
        ...(key.size === 0 ? {} : { answerKey }),
      },
      problems,
    };
  } finally {
    await running.close();
  }
}

function readLibrary(page: Page): Promise<LibraryView> {
  return page.evaluate(() => window.lockerDemo.readLibrary());
}

/**
 * Every file must have become a source, or be known as one: two files of the same bytes are one source. What was attached
 * to one follows it.
 */
function holdFiles(files: readonly SourceFile[], library: LibraryView, problems: string[]): Held[] {
  return files.flatMap((file): Held[] => {
    const source = library.sources.find(({ original }) => original.sha256 === file.sha256);
    if (source === undefined) {
      problems.push(`no result: ${file.file}`);
      return [];
    }
    const held = holdSource(source, file.file);
    return [held, ...holdAttached(held, library)];
  });
}

function holdAttached({ id, file }: Held, library: LibraryView): Held[] {
  return library.sources
    .filter(({ partOf }) => partOf === id)
    .toSorted((a, b) => a.importedAt - b.importedAt)
    .flatMap((source) => {
      const held = holdSource(source, `${file}/${source.original.name}`);
      const result = { ...held.result, partOf: file };
      return [{ ...held, result }, ...holdAttached(held, library)];
    });
}

function holdSource(source: LibraryView['sources'][number], file: string): Held {
  const { id, status, reason, working, original } = source;
  const result = {
    ...{ file, status },
    ...(reason === undefined ? {} : { reason }),
    pages: working?.pages ?? 0,
    words: working?.words ?? 0,
    sha256: original.sha256,
  };
  return { id, file, result };
}

async function markAll(
  page: Page,
  held: readonly Held[],
  options: DemoOptions,
  key: ReadonlyMap<string, SourceKey>,
): Promise<DemoMark[]> {
  const tag = await page.evaluate((name) => window.lockerDemo.makeTag(name), options.tag);
  const marks: DemoMark[] = [];
  const seen = new Set<SourceId>();
  for (const { id: source, file } of held) {
    if (seen.has(source)) continue;
    seen.add(source);
    const wish = { source, leastWords, tag, note: options.note };
    const mark = await page.evaluate(
      ({ source, leastWords, tag, note }) =>
        window.lockerDemo.markFirstSentence(source, leastWords, tag, note),
      wish,
    );
    const fromKey = await markFromKey(page, { ...wish, passages: key.get(file)?.rejoined ?? [] });
    for (const each of [mark, ...fromKey]) {
      if (each === null) continue;
      const { anchor, pageLabel } = each;
      marks.push({ file, exact: anchor.exact, ...(pageLabel === '' ? {} : { page: pageLabel }) });
    }
  }
  return marks;
}

interface KeyWish {
  readonly source: SourceId;
  readonly tag: TagId;
  readonly note: string;
  readonly passages: readonly string[];
}

/** The sentences that the key says are whole again. */
function markFromKey(page: Page, wish: KeyWish): Promise<(Mark | null)[]> {
  return page.evaluate(async ({ source, tag, note, passages }) => {
    const marks = [];
    for (const exact of passages)
      marks.push(await window.lockerDemo.markPassage(source, exact, tag, note));
    return marks;
  }, wish);
}

/** Each source that the key knows, against it; what differs is a problem. */
async function compareAll(
  page: Page,
  held: readonly Held[],
  key: ReadonlyMap<string, SourceKey>,
  problems: string[],
): Promise<NonNullable<DemoReport['answerKey']>> {
  const { sources } = await readLibrary(page);
  const differing: { readonly file: string; readonly parts: readonly string[] }[] = [];
  let compared = 0;
  for (const { id, file } of held) {
    const entry = key.get(file);
    const source = sources.find((each) => each.id === id);
    if (entry === undefined || source === undefined) continue;
    compared++;
    const parts = await compareWithKey(page, source, entry);
    if (parts.length === 0) continue;
    differing.push({ file, parts });
    problems.push(`differs from the answer key in ${parts.join(', ')}: ${file}`);
  }
  return { compared, differing };
}

async function searchAll(
  page: Page,
  marks: readonly DemoMark[],
  { query }: DemoOptions,
): Promise<DemoReport['searches']> {
  const misspelt = marks.flatMap(({ exact }) => misspellAWord(exact) ?? []);
  const searches = [];
  for (const each of [query, ...misspelt]) {
    const { total, tookMs } = await page.evaluate((text) => window.lockerDemo.search(text), each);
    searches.push({ query: each, hits: total, ms: tookMs });
  }
  return searches;
}

async function photographMarks(
  page: Page,
  photographer: Photographer,
  held: readonly Held[],
  marks: readonly DemoMark[],
  { query }: DemoOptions,
): Promise<void> {
  const marked = held.filter(({ file }) => marks.some((mark) => mark.file === file));
  const isPdf = ({ file }: Held) => file.toLowerCase().endsWith('.pdf');
  const shown = [marked.find(isPdf), marked.find((each) => !isPdf(each))];
  for (const each of shown) {
    if (each === undefined) continue;
    await openSource(page, each.file);
    await photographer.take(page, isPdf(each) ? 'reader-pdf' : 'reader-text');
  }
  await searchFor(page, query);
  await photographer.take(page, 'search');
}

/** The export lies in a folder of its own; here its files are wanted where they are looked for. */
function collectExports(folder: string): DemoReport['exports'] {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const inner = path.join(folder, entry.name);
    for (const name of readdirSync(inner))
      renameSync(path.join(inner, name), path.join(folder, name));
    rmdirSync(inner);
  }
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      return { format: path.extname(name).slice(1), path: file, bytes: statSync(file).size };
    });
}

/** Whether everything is there again; what is not is added to the problems. */
async function compare(
  page: Page,
  held: readonly Held[],
  marks: readonly DemoMark[],
  problems: string[],
): Promise<boolean> {
  const { sources } = await readLibrary(page);
  const lost = held.filter(({ id }) => !sources.some((source) => source.id === id));
  const lostMarks: DemoMark[] = [];
  for (const mark of marks) {
    const source = held.find(({ file }) => file === mark.file)?.id;
    const back =
      source === undefined
        ? []
        : await page.evaluate((id) => window.lockerDemo.readMarks(id), source);
    if (!back.some(({ anchor }) => anchor.exact === mark.exact)) lostMarks.push(mark);
  }
  problems.push(
    ...lost.map(({ file }) => `did not come back: ${file}`),
    ...lostMarks.map(({ file }) => `the mark did not come back: ${file}`),
  );
  return lost.length + lostMarks.length === 0;
}
