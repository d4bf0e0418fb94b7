// The whole end-to-end suite inside a network namespace, counted: run by `packets.ts`, prints one line of JSON.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packetsSent } from './network-count.ts';
import { SocketWatch } from './socket-watch.ts';

export interface CountedSuite {
  readonly packets: number;
  readonly sockets: readonly string[];
  readonly looks: number;
  readonly passed: number;
  /** Titles of the tests that failed. */
  readonly failed: readonly string[];
}

interface Suite {
  readonly specs: readonly { readonly title: string; readonly ok: boolean }[];
  readonly suites?: readonly Suite[];
}

const scratch = process.argv[2] ?? '';
console.log(JSON.stringify(await runSuite(path.join(scratch, 'suite.json'))));

async function runSuite(report: string): Promise<CountedSuite> {
  const before = packetsSent();
  const watch = new SocketWatch(process.pid);
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const results = path.join(scratch, 'results');
  const args = [playwright, 'test', '--reporter=json', `--output=${results}`];
  const child = spawn(process.execPath, args, {
    cwd: path.resolve(import.meta.dirname, '../..'),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  await new Promise((resolve) => child.on('close', resolve));
  const sockets = watch.end();
  const { suites } = JSON.parse(readFileSync(report, 'utf8')) as { suites: readonly Suite[] };
  const specs = suites.flatMap(specsOf);
  return {
    packets: packetsSent() - before,
    sockets,
    looks: watch.looks,
    passed: specs.filter(({ ok }) => ok).length,
    failed: specs.filter(({ ok }) => !ok).map(({ title }) => title),
  };
}

function specsOf({ specs, suites = [] }: Suite): Suite['specs'] {
  return [...specs, ...suites.flatMap(specsOf)];
}
