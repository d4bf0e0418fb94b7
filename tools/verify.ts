// npm run verify -- --report FILE --sources DIR [--identifiers "AB,…"] [--json FILE]
// Checks somebody's finished report against the sources it quotes. Documented in docs/commands.md.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkReport, type HeldSource } from '../shared/report/check-report.ts';
import { parseReport } from '../shared/report/parse-report.ts';
import { sourceFacts } from '../shared/report/source-facts.ts';
import { prepareSource } from '../shared/verify/prepare-source.ts';
import { filesBelow, isFile, isFolder, readSource } from './verify/files.ts';
import { reportJson } from './verify/json.ts';
import { printed } from './verify/printed.ts';
import { readReport } from './verify/report-file.ts';

const usage = 'npm run verify -- --report FILE --sources DIR [--identifiers "AB,…"] [--json FILE]';

process.exitCode = await main();

async function main(): Promise<number> {
  const request = parseRequest();
  if (request === undefined) {
    console.error(usage);
    return 2;
  }
  const { report: file, sources: folder, identifiers, json } = request;
  if (!isFile(file)) return refuse(`There is no file ${file}.`);
  if (!isFolder(folder)) return refuse(`There is no folder ${folder}.`);
  const started = performance.now();
  const read = await readReport(file);
  if (read.kind === 'unreadable') return refuse(`The report cannot be read: ${read.why}.`);
  const { held, withoutText } = await readSources(folder);
  const opened = performance.now();
  const report = parseReport(read.lines, read.wrapped);
  const parsed = performance.now();
  const checked = checkReport(report, held, identifiers);
  const ended = performance.now();
  const timingsMs = {
    read: Math.round(opened - started),
    parse: Math.round(parsed - opened),
    check: Math.round(ended - parsed),
    total: Math.round(ended - started),
  };
  const names = held.map(({ facts }) => facts.name);
  if (json !== undefined) {
    const answer = reportJson(report, checked, names, timingsMs);
    writeFileSync(json, `${JSON.stringify(answer, null, 2)}\n`);
  }
  console.log(printed(report, checked, { names, withoutText, timingsMs, unit: read.unit }));
  return 0;
}

async function readSources(
  folder: string,
): Promise<{ held: HeldSource[]; withoutText: { name: string; why: string }[] }> {
  const held: HeldSource[] = [];
  const withoutText: { name: string; why: string }[] = [];
  for (const name of filesBelow(folder)) {
    const read = await readSource(`${folder}/${name}`);
    if (read.kind === 'without-text') {
      withoutText.push({ name, why: read.why });
      continue;
    }
    const facts = sourceFacts(name, read.source.text, read.details, read.pages);
    held.push({ facts, prepared: prepareSource(read.source) });
  }
  return { held, withoutText };
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}

interface Request {
  readonly report: string;
  readonly sources: string;
  readonly identifiers: readonly string[];
  readonly json: string | undefined;
}

function parseRequest(): Request | undefined {
  try {
    const { values } = parseArgs({
      options: {
        report: { type: 'string' },
        sources: { type: 'string' },
        identifiers: { type: 'string', default: '' },
        json: { type: 'string' },
      },
    });
    const { report, sources, json } = values;
    if (report === undefined || sources === undefined) return undefined;
    const identifiers = values.identifiers
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    return { report, sources, identifiers, json };
  } catch {
    return undefined; // an option that does not exist
  }
}
