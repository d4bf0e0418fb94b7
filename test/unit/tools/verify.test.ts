import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { packDocx, paragraph, run } from '../../support/made-up-docx.ts';
import { madeMail, textPart } from '../../support/made-up-mail.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a process each

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'verify-tool-'));
  await mkdir(path.join(folder, 'sources', 'deeper'), { recursive: true });
  await Promise.all([
    writeFile(path.join(folder, 'report.md'), report),
    writeFile(path.join(folder, 'empty.md'), ''),
    writeFile(path.join(folder, 'sources', 'deeper', 'mills.txt'), `\ufeff${mills}`),
    writeFile(path.join(folder, 'sources', 'older.md'), older),
    writeFile(path.join(folder, 'sources', 'scan.pdf'), 'no PDF at all'),
    writeFile(path.join(folder, 'sources', '.hidden.txt'), mills),
    writeFile(path.join(folder, 'sources', 'notes.json'), mills),
  ]);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const kept = 'The river mills of the north employ 412 workers without contracts.';
const mills = `# River Monitor 2025\r\n\r\nFirst words.\r\n\r\n${kept}\r\n`;
const older = `# River Monitor 2024\n\n${kept.replace('412', '390')}\n`;
const report = `# Mills

June 2025

## 1. Work

In its River Monitor 2025 Delta Watch writes:

“${kept}”

Delta Watch, “River Monitor 2025”(https://delta.example/2025), n.d., last accessed: 3 July 2025

Written for AB.
`;

function verify(...rest: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['tools/run.mjs', 'verify', ...rest], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

const file = (name: string) => path.join(folder, name);

describe('a report that can be read', () => {
  test('is told as a table and as JSON, offsets being those of the file', async () => {
    const json = file('answer.json');
    const { code, out } = await verify(
      ...['--report', file('report.md'), '--sources', file('sources')],
      ...['--identifiers', 'AB, CD', '--json', json],
    );
    expect(code).toBe(0);
    const answer = JSON.parse(await readFile(json, 'utf8')) as { timingsMs: object };
    expect(Object.keys(answer)).toEqual(['report', 'quotes', 'lints', 'timingsMs']);
    expect(answer).toMatchObject({
      report: { date: '2025-06', findings: 1, quotes: 1, originals: 0, citations: 1, unparsed: 1 },
      quotes: [
        {
          line: 9,
          section: '1. Work',
          cites:
            'Delta Watch, “River Monitor 2025”(https://delta.example/2025), n.d., last accessed: 3 July 2025',
          verdict: 'verbatim',
          source: 'deeper/mills.txt',
          segments: [
            {
              text: kept,
              tier: 'verbatim',
              source: 'deeper/mills.txt',
              start: mills.indexOf(kept),
              end: mills.indexOf(kept) + kept.length,
              differences: [],
              flags: [],
            },
          ],
          editions: [
            {
              source: 'older.md',
              tier: 'altered',
              differences: [{ class: 'number', quote: '412', source: '390' }],
            },
          ],
        },
      ],
      lints: [
        { id: 'accessed-after-report', line: 11 },
        { id: 'identifier-leak', line: 13 },
      ],
    });
    expect(out).toContain('verbatim');
    expect(out).toContain('scan.pdf: cannot be verified');
    expect(out).not.toContain('.hidden');
  });
});

test('web pages, Word documents and mails are sources as an import reads them', async () => {
  const sources = file('all-kinds');
  const [inHtml, inWord, inMail] = ['of the north', 'of the south', 'of the west'].map((place) =>
    kept.replace('of the north', place),
  );
  await mkdir(sources);
  await writeFile(path.join(sources, 'page.html'), `<!doctype html><p>${inHtml}</p>`);
  await writeFile(path.join(sources, 'word.docx'), packDocx(paragraph(run(inWord ?? ''))));
  await writeFile(
    path.join(sources, 'letter.eml'),
    madeMail('Mills', textPart(inMail ?? '', 'text/plain')),
  );
  const quotes = [inHtml, inWord, inMail].map((words) => `Delta Watch writes:\n\n“${words}”\n`);
  await writeFile(file('kinds.md'), `# Mills\n\n## 1. Work\n\n${quotes.join('\n')}`);
  const json = file('kinds.json');
  const { code } = await verify(
    ...['--report', file('kinds.md'), '--sources', sources, '--json', json],
  );
  expect(code).toBe(0);
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({
    quotes: [
      { verdict: 'verbatim', source: 'page.html' },
      { verdict: 'verbatim', source: 'word.docx' },
      { verdict: 'verbatim', source: 'letter.eml' },
    ],
  });
});

describe('refused with code 2 is', () => {
  test.each([
    ['a call without its options', []],
    ['an unknown option', ['--report', 'x', '--sources', 'y', '--what', 'z']],
    ['a report that is not there', ['--report', 'nowhere.md', '--sources', '.']],
    ['a folder for a report', ['--report', '.', '--sources', '.']],
  ])('%s', async (_, rest) => {
    expect((await verify(...rest)).code).toBe(2);
  });

  test('an empty report, and sources that are no folder', async () => {
    expect((await verify('--report', file('empty.md'), '--sources', folder)).code).toBe(2);
    const report2 = file('report.md');
    expect((await verify('--report', report2, '--sources', report2)).code).toBe(2);
  });
});
