// The headless check of the sample's report equals the answer key, which was worked out by hand.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

interface Answer {
  readonly lints: readonly { readonly id: string; readonly line: number; message?: string }[];
  readonly timingsMs?: unknown;
}

test('npm run verify on the sample report answers exactly what the key says', () => {
  const { verify } = JSON.parse(
    readFileSync(path.join(root, 'assets/sample/answer-key.json'), 'utf8'),
  ) as {
    verify: {
      arguments: { report: string; sources: string; identifiers: string };
      result: Answer;
    };
  };
  const scratch = mkdtempSync(path.join(tmpdir(), 'locker-verify-'));
  try {
    const json = path.join(scratch, 'result.json');
    const { report, sources, identifiers } = verify.arguments;
    const asked = ['--report', report, '--sources', sources, '--identifiers', identifiers];
    const args = ['tools/run.mjs', 'verify', ...asked, '--json', json];
    const { status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect(status).toBe(0);
    const { timingsMs, lints, ...rest } = JSON.parse(readFileSync(json, 'utf8')) as Answer;
    expect(timingsMs).toBeDefined();
    const placed = lints.map(({ id, line }) => ({ id, line }));
    expect({ ...rest, lints: placed }).toEqual(verify.result);
    expect(lints.every(({ message = '' }) => message.length > 10)).toBe(true);
  } finally {
    rmSync(scratch, { recursive: true });
  }
});
