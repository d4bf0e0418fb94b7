import { closeSync, fsyncSync, globSync, openSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import type {} from '../../renderer/bridge/ask.ts'; // declares window.locker
import type { Mark } from '../../shared/evidence/mark.ts';
import type { Act } from '../../shared/journal/change.ts';
import { noteAct } from '../../test/support/small-locker.ts';
import { median, p95, row, timed, type Row } from './row.ts';

const rounds = 12;
const perRound = 20;
const burst = 500;
const bursts = 3;

/** Everything that is asked of the program's page and folder here. */
interface Acting {
  readonly page: Page;
  readonly locker: string;
  /** What is written about. */
  readonly mark: Mark;
}

/** Notes written one by one through the real program, beside the two things it cannot do without. */
export async function benchActs(acting: Acting): Promise<Row[]> {
  const { page, locker } = acting;
  const before = journalBytes(locker);
  await act(acting, perRound, 'one by one');
  const bytes = Buffer.alloc(Math.round((journalBytes(locker) - before) / perRound), 1);

  const acks: number[] = [];
  const appends: number[] = [];
  const calls: number[] = [];
  const file = openSync(path.join(path.dirname(locker), 'bare-appends'), 'a');
  for (let round = 0; round < rounds; round++) {
    acks.push(...(await act(acting, perRound, 'one by one')));
    for (let n = 0; n < perRound; n++) {
      appends.push(
        timed(() => {
          writeSync(file, bytes);
          fsyncSync(file);
        }),
      );
    }
    calls.push(...(await page.evaluate(emptyCalls, perRound)));
  }
  closeSync(file);
  return [
    { name: 'p50', of: median },
    { name: 'p95', of: p95, goal: { of: 'value', most: 50 } as const },
  ].flatMap(({ name, of, goal }) =>
    [
      { yardstick: `append + fsync of ${bytes.length} bytes`, measured: appends },
      { yardstick: 'empty call to main', measured: calls },
    ].map(({ yardstick, measured }) =>
      row({
        name: `act acknowledged, ${name}`,
        value: of(acks),
        unit: 'ms',
        yardstick: `${yardstick}, ${name}`,
        yardstickValue: of(measured),
        ...(goal === undefined ? {} : { goal }),
      }),
    ),
  );
}

/** Many acts asked for at once, as an import or a reordering does, beside the same one after the other. */
export async function benchBurst(acting: Acting): Promise<Row[]> {
  const together: number[] = [];
  const oneByOne: number[] = [];
  for (let n = 0; n < bursts; n++) {
    together.push(Math.max(...(await act(acting, burst, 'together'))));
    oneByOne.push((await act(acting, burst, 'one by one')).reduce((sum, ms) => sum + ms, 0));
  }
  return [
    row({
      name: `${burst} acts in a burst`,
      value: median(together),
      unit: 'ms',
      yardstick: 'the same one by one',
      yardstickValue: median(oneByOne),
      goal: { of: 'ratio', most: 0.12 },
    }),
  ];
}

function act(
  { page, mark }: Acting,
  count: number,
  how: 'together' | 'one by one',
): Promise<readonly number[]> {
  const lists = Array.from({ length: count }, (_, n): readonly Act[] => [
    noteAct(mark.source, mark.id, `To be compared with the table on page ${n}.`),
  ]);
  return page.evaluate(({ lists, together }) => window.lockerDemo.timeActs(lists, together), {
    lists,
    together: how === 'together',
  });
}

/** Runs in the page. */
async function emptyCalls(count: number): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < count; n++) {
    const startedMs = performance.now();
    await window.locker['app:info'](null);
    took.push(performance.now() - startedMs);
  }
  return took;
}

function journalBytes(locker: string): number {
  return globSync('journal/**', { cwd: locker })
    .map((name) => statSync(path.join(locker, name)))
    .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
}
