import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { newTally } from '../../fault/campaign.ts';
import { judge } from '../../fault/memory.ts';
import { scanMemory } from '../../fault/process-memory.ts';
import { Random } from '../../fault/random.ts';
import { Scanner } from '../../fault/scanner.ts';

const key = new Random(11).bytes(32);

/** A process that has it in its memory, or has overwritten it. */
async function holding(code: string): Promise<readonly string[] | undefined> {
  const program = `process.stdin.once('data', (hex) => { let key = Buffer.from(hex.toString(), 'hex'); hex.fill(0); ${code}; console.log('ready'); setInterval(() => key, 1e6); })`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ready = new Promise((resolve) => child.stdout.once('data', resolve));
  child.stdin.write(Buffer.from(key).toString('hex'));
  await ready;
  const scanner = new Scanner();
  scanner.add('the key', new Map([['raw', key]]));
  try {
    return scanMemory(child.pid ?? 0, scanner)?.map(({ what }) => what);
  } finally {
    child.kill('SIGKILL');
  }
}

test.runIf(process.platform === 'linux')(
  'a key left in the memory of a process is found',
  async () => {
    const found = await holding('');
    if (found !== undefined) expect(found).toEqual(['the key']); // undefined: this system lets nobody look
  },
);

test.runIf(process.platform === 'linux')('a key that was overwritten is not', async () => {
  expect((await holding('key.fill(0)')) ?? []).toEqual([]);
});

test('keys and words fail the campaign in any process, a passphrase is counted', () => {
  const tally = newTally();
  judge(
    [
      { kind: 'renderer', found: ['word x'] },
      { kind: 'gpu-process', found: ['master key'] },
      { kind: 'browser', found: ['passphrase'] },
    ],
    3,
    tally,
    'after locking',
  );
  expect(tally.failures).toHaveLength(2);
  expect(tally.limits).toEqual({ 'the typed passphrase after locking, in browser': 1 });
});

test('a passage that was selected is counted in the browser process, and fails the campaign elsewhere', () => {
  const found = ['the passage selected with the mouse'];
  const [told, left] = [newTally(), newTally()];
  judge([{ kind: 'browser', found }], 0, told, 'after locking');
  for (const kind of ['main', 'renderer', 'utility'])
    judge([{ kind, found }], 0, left, 'after locking');
  expect(told.failures).toEqual([]);
  expect(told.limits).toEqual({
    'the passage selected with the mouse after locking, in browser': 1,
  });
  expect(left.failures).toHaveLength(3);
});
