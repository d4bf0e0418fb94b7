// `npm run test:fault -- [name…] [--n N | --full] [--seed S] [--step K] [--sources DIR] [--json FILE]`: tries to break the program's promises
// by faults, many times over. docs/commands.md describes what it prints; the last line is for whatever reads it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { campaigns } from '../test/fault/registry.ts';
import { newTally, type Campaign, type Tally } from '../test/fault/campaign.ts';
import { buildIfStale } from './build-if-stale.ts';

interface Row extends Tally {
  readonly name: string;
  readonly seed: number;
  readonly seconds: number;
}

/** Asked to end, it ends the step it is at and says what it knows; asked again, it ends. */
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopping.abort();
  });
}

const mostPrinted = 10;
const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ n: text, seed: text, step: text, json: text, sources: text },
    full: { type: 'boolean' },
  },
});
const seed = wholeNumber(values.seed) ?? 20261122;
const only = wholeNumber(values.step);
const sources = values.sources === undefined ? undefined : path.resolve(values.sources);

process.exitCode = await main();

async function main(): Promise<number> {
  const unknown = positionals.filter((name) => !campaigns.some((each) => each.name === name));
  if (unknown.length > 0) {
    console.error(`No campaign is called ${unknown.join(', ')}. There are:`);
    for (const { name, promise } of campaigns) console.error(`  ${name.padEnd(10)} ${promise}`);
    return 2;
  }
  const chosen = campaigns.filter(
    ({ name }) => positionals.length === 0 || positionals.includes(name),
  );
  if (chosen.some(({ needs }) => needs === 'build') && !buildIfStale()) return 1;
  const rows: Row[] = [];
  for (const campaign of chosen) {
    if (stopping.signal.aborted) break;
    const row = await run(campaign);
    rows.push(row);
    show(row);
  }
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ campaigns: rows }, null, 2)}\n`);
  }
  const failed = rows.filter(isBroken).length;
  const skipped = rows.filter(isSkipped).length;
  console.log(tableOf(rows));
  console.log(`${rows.length - failed - skipped} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function run(campaign: Campaign): Promise<Row> {
  const { name, shortN, fullN } = campaign;
  const n = wholeNumber(values.n) ?? (values.full === true ? fullN : shortN);
  const base = path.join(tmpdir(), 'locker-fault');
  mkdirSync(base, { recursive: true });
  const scratch = mkdtempSync(path.join(base, `${name}-`));
  const startedMs = performance.now();
  try {
    const tally = await campaign.run({
      ...{ seed, n, scratch, stop: stopping.signal },
      ...(only === undefined ? {} : { only }),
      ...(sources === undefined ? {} : { sources }),
    });
    return { name, seed, ...tally, seconds: secondsSince(startedMs) };
  } catch (error) {
    // Campaigns answer for their steps; what ends one as a whole must not end the others.
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const failures = [{ step: only ?? 0, what }];
    return { name, seed, ...newTally(), failures, seconds: secondsSince(startedMs) };
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A campaign that did nothing at all proved nothing. */
function isBroken(row: Row): boolean {
  const { n, lost, undetected, failures } = row;
  return !isSkipped(row) && (n === 0 || lost > 0 || undetected > 0 || failures.length > 0);
}

function isSkipped({ skipped }: Row): boolean {
  return skipped !== undefined;
}

function show(row: Row): void {
  const { name, failures, limits, figures, seconds } = row;
  const verdict = isBroken(row) ? 'FAILED' : isSkipped(row) ? 'skipped' : 'ok    ';
  console.log(`${verdict} ${name} (${seconds} s)`);
  if (row.skipped !== undefined) console.log(`  ${row.skipped}`);
  for (const { step, what } of failures.slice(0, mostPrinted)) {
    console.log(
      `  ${what}\n    again: npm run test:fault -- ${name} --seed ${seed} --step ${step}`,
    );
  }
  if (failures.length > mostPrinted) console.log(`  … ${failures.length - mostPrinted} more`);
  for (const [what, times] of Object.entries(figures)) console.log(`  ${what}: ${times}`);
  for (const [what, times] of Object.entries(limits))
    console.log(`  known limit: ${what}: ${times}`);
}

function tableOf(rows: readonly Row[]): string {
  const heads = ['n', 'acks', 'lost', 'mutations', 'detected', 'undetected', 'seconds'] as const;
  const line = (name: string, cells: readonly (string | number)[]): string =>
    name.padEnd(12) + cells.map((cell) => String(cell).padStart(11)).join('');
  return [
    line('campaign', heads),
    ...rows.map((row) =>
      line(
        row.name,
        heads.map((head) => row[head]),
      ),
    ),
  ].join('\n');
}

function secondsSince(startedMs: number): number {
  return Math.round((performance.now() - startedMs) / 100) / 10;
}

function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${text} is no whole number`);
  return number;
}
