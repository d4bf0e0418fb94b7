import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Exporter } from '../../../../electron/export/exporter.ts';
import { fail, ok } from '../../../../shared/result.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('an export', () => {
  let parent: string;
  let exporter: Exporter;

  beforeEach(() => {
    parent = mkdtempSync(path.join(tmpdir(), 'exporter-'));
    exporter = new Exporter(() => Promise.resolve(parent));
  });
  afterEach(() => {
    rmSync(parent, { recursive: true });
  });

  test('becomes a new folder with every file in it, and nothing else', async () => {
    expect(await exporter.begin('Quotes')).toEqual(ok(null));
    await exporter.write('quotes.md', bytes('one '));
    await exporter.write('quotes.csv', bytes('a,b'));
    await exporter.write('quotes.md', bytes('two'));
    expect(await exporter.commit()).toEqual(
      ok({ folder: 'Quotes', files: ['quotes.md', 'quotes.csv'] }),
    );
    expect(readdirSync(parent, { recursive: true }).toSorted()).toEqual([
      'Quotes',
      'Quotes/quotes.csv',
      'Quotes/quotes.md',
    ]);
    expect(readFileSync(path.join(parent, 'Quotes/quotes.md'), 'utf8')).toBe('one two');
  });

  test('is nowhere to be seen under its name before all of it is there', async () => {
    await exporter.begin('Quotes');
    await exporter.write('quotes.md', bytes('half'));
    expect(readdirSync(parent)).not.toContain('Quotes');
    await exporter.discard();
    expect(readdirSync(parent)).toEqual([]);
  });

  test('overwrites nothing', async () => {
    mkdirSync(path.join(parent, 'Quotes'));
    writeFileSync(path.join(parent, 'Quotes/mine.txt'), 'mine');
    writeFileSync(path.join(parent, 'Quotes 2'), 'also mine');
    await exporter.begin('Quotes');
    await exporter.write('mine.txt', bytes('theirs'));
    expect(await exporter.commit()).toEqual(ok({ folder: 'Quotes 3', files: ['mine.txt'] }));
    expect(readFileSync(path.join(parent, 'Quotes/mine.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(path.join(parent, 'Quotes 2'), 'utf8')).toBe('also mine');
  });

  test('keeps files apart that differ in what a file system ignores', async () => {
    await exporter.begin('Quotes');
    for (const name of ['A.md', 'a.md', 'a\u200B.md']) await exporter.write(name, bytes(name));
    expect(await exporter.commit()).toEqual(
      ok({ folder: 'Quotes', files: ['A.md', 'a 2.md', 'a 3.md'] }),
    );
  });

  test('stays in the chosen folder whatever it is called', async () => {
    await exporter.begin('../outside');
    await exporter.write('../../passwd', bytes('x'));
    await exporter.commit();
    expect(readdirSync(parent, { recursive: true })).toHaveLength(2);
    expect(readdirSync(path.dirname(parent))).not.toContain('outside');
  });

  test('removes what a killed one left in the same folder', async () => {
    const left = `.evidence-export-${'a'.repeat(32)}`;
    mkdirSync(path.join(parent, left));
    writeFileSync(path.join(parent, left, 'quotes.md'), 'plain text');
    mkdirSync(path.join(parent, '.evidence-export-of-mine'));
    await exporter.begin('Quotes');
    await exporter.commit();
    expect(readdirSync(parent).toSorted()).toEqual(['.evidence-export-of-mine', 'Quotes']);
  });

  test('is cancelled when the dialog is dismissed', async () => {
    const dismissed = new Exporter(() => Promise.resolve(undefined));
    expect(await dismissed.begin('Quotes')).toEqual(fail('cancelled'));
    expect(await dismissed.write('a', bytes('a'))).toEqual(fail('export-failed'));
    expect(await dismissed.commit()).toEqual(fail('export-failed'));
  });

  test('fails with a code where no folder can be made', async () => {
    const file = path.join(parent, 'file');
    writeFileSync(file, '');
    const refused = new Exporter(() => Promise.resolve(file));
    expect(await refused.begin('Quotes')).toEqual(fail('export-failed'));
  });

  test('gives way to the next one when it was never finished', async () => {
    await exporter.begin('First');
    await exporter.write('a.md', bytes('a'));
    await exporter.begin('Second');
    await exporter.write('b.md', bytes('b'));
    await exporter.commit();
    expect(readdirSync(parent)).toEqual(['Second']);
  });
});
