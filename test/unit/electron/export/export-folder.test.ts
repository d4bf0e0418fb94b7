// An export is whole or not there: what is asked of the disk, in which order, and what becomes of it where the disk refuses.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type * as Fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Exporter } from '../../../../electron/export/exporter.ts';
import { fail, ok } from '../../../../shared/result.ts';

interface Watched {
  /** Called with what is asked of an open file; what it throws, the disk answers. */
  notice: (asked: string, file: string) => void;
  afterListing: () => void;
}

const watched = vi.hoisted((): Watched => ({
  notice: () => undefined,
  afterListing: () => undefined,
}));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof Fs>();
  const { watchedOpen } = await import('../../../support/watched-open.ts');
  const readdir = async (...what: Parameters<typeof real.readdir>) => {
    const found = await real.readdir(...what);
    watched.afterListing();
    return found;
  };
  return {
    ...real,
    readdir,
    open: watchedOpen(real.open, (asked, file) => {
      watched.notice(asked, file);
    }),
  };
});

const bytes = new TextEncoder().encode('plain text');
let parent: string;
let exporter: Exporter;

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'export-folder-'));
  exporter = new Exporter(() => Promise.resolve(parent));
});
afterEach(() => {
  watched.notice = () => undefined;
  watched.afterListing = () => undefined;
  rmSync(parent, { recursive: true, force: true });
});

/** Refuses the first call of that kind. */
function refuse(method: string, code: string): void {
  let isFirst = true;
  const { notice } = watched;
  watched.notice = (asked, file) => {
    notice(asked, file);
    if (asked !== method || !isFirst) return;
    isFirst = false;
    throw Object.assign(new Error(code), { code });
  };
}

/** What is asked of open files from now on, by the names within the folder and whether the export has its name by then. */
function watch(): readonly string[] {
  const seen: string[] = [];
  watched.notice = (asked, file) => {
    const name = file === parent ? 'parent' : file.replace(/^.*-export-[0-9a-f]{32}/u, 'draft');
    const when = existsSync(path.join(parent, 'Quotes')) ? 'after' : 'before';
    seen.push(`${asked} ${name} ${when} it has its name`);
  };
  return seen;
}

test.skipIf(process.platform === 'win32')(
  'its bytes and their names are on the disk before it gets its name, and its name is before that is told',
  async () => {
    await exporter.begin('Quotes');
    await exporter.write('quotes.md', bytes);
    const seen = watch();
    expect(await exporter.commit()).toEqual(ok({ folder: 'Quotes', files: ['quotes.md'] }));
    const before = ['sync draft/quotes.md', 'close draft/quotes.md'];
    const names = (folder: string) => [`open ${folder}`, `sync ${folder}`, `close ${folder}`];
    expect(seen).toEqual([
      ...[...before, ...names('draft')].map((step) => `${step} before it has its name`),
      ...names('parent').map((step) => `${step} after it has its name`),
    ]);
  },
);

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EIO', 'export-failed'],
] as const)('one that the disk refuses with %s is told as %s, and gone', async (code, error) => {
  await exporter.begin('Quotes');
  await exporter.write('quotes.md', bytes);
  refuse('sync', code);
  expect(await exporter.commit()).toEqual(fail(error));
  expect(readdirSync(parent)).toEqual([]);
  expect(await exporter.commit()).toEqual(fail('export-failed'));
});

test('one that is given up has its files closed and deleted, also where one cannot be closed', async () => {
  await exporter.begin('Quotes');
  await exporter.write('quotes.md', bytes);
  await exporter.write('quotes.csv', bytes);
  const seen = watch();
  refuse('close', 'EIO');
  await exporter.discard();
  expect(seen).toEqual([
    'close draft/quotes.md before it has its name',
    'close draft/quotes.csv before it has its name',
  ]);
  expect(readdirSync(parent)).toEqual([]);
});

test('what comes too late for one that is given up is refused, and not left there', async () => {
  await exporter.begin('Quotes');
  const discarding = exporter.discard();
  expect(await exporter.write('late.md', bytes)).toEqual(fail('export-failed'));
  await discarding;
  expect(readdirSync(parent)).toEqual([]);
});

test('one that was never finished is gone when the next goes elsewhere', async () => {
  const places = [path.join(parent, 'first'), path.join(parent, 'second')];
  const wandering = new Exporter(() => Promise.resolve(places.shift()));
  await wandering.begin('Quotes');
  await wandering.write('quotes.md', bytes);
  expect(await wandering.begin('Quotes')).toEqual(ok(null));
  expect(readdirSync(path.join(parent, 'first'))).toEqual([]);
  await wandering.discard();
});

test('a folder that is not there yet is made', async () => {
  rmSync(parent, { recursive: true });
  expect(await exporter.begin('Quotes')).toEqual(ok(null));
  await exporter.commit();
  expect(readdirSync(parent)).toEqual(['Quotes']);
});

test('what a killed one left is no hindrance where another program removes it at the same moment', async () => {
  const left = path.join(parent, `.evidence-export-${'a'.repeat(32)}`);
  mkdirSync(left);
  writeFileSync(path.join(left, 'quotes.md'), 'plain text');
  watched.afterListing = () => {
    rmSync(left, { recursive: true, force: true });
  };
  expect(await exporter.begin('Quotes')).toEqual(ok(null));
  await exporter.discard();
});
