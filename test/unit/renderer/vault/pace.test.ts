import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Pace, pauseMs } from '../../../../renderer/vault/pace.ts';
import { Attempts } from '../../../../electron/attempts.ts';
import { fail, ok } from '../../../../shared/result.ts';

const wrong = () => Promise.resolve(fail('secret-wrong'));
const right = () => Promise.resolve(ok('in'));

function paced() {
  const clock = { nowMs: 0 };
  const kept: number[] = [];
  const now = () => clock.nowMs;
  const keep = (failed: number): void => void kept.push(failed);
  return { clock, kept, now, keep, pace: new Pace({ now, keep }) };
}

describe('wrong secrets', () => {
  test('cost nothing at first, then 2, 4, 8 … seconds, a minute at most', () => {
    const pauses = Array.from({ length: 12 }, (_, failed) => pauseMs(failed) / 1000);
    expect(pauses).toEqual([0, 0, 0, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
  });

  test('are not even tried before their time, right or wrong', async () => {
    const { clock, pace } = paced();
    for (let i = 0; i < 3; i++) expect(await pace.attempt(wrong)).toEqual(fail('secret-wrong'));
    expect(pace.waitMs).toBe(2_000);
    let tried = 0;
    const work = () => {
      tried++;
      return right();
    };
    expect(await pace.attempt(work)).toEqual(fail('attempts-paced'));
    clock.nowMs = 1_999;
    expect(await pace.attempt(work)).toEqual(fail('attempts-paced'));
    expect(tried).toBe(0);
    clock.nowMs = 2_000;
    expect(await pace.attempt(work)).toEqual(ok('in'));
    expect(pace.waitMs).toBe(0);
  });

  test('are forgotten after a right one, and other failures are none', async () => {
    const { kept, pace } = paced();
    await pace.attempt(wrong);
    await pace.attempt(() => Promise.resolve(fail('locker-damaged')));
    expect(kept.at(-1)).toBe(1);
    await pace.attempt(right);
    expect(kept.at(-1)).toBe(0);
  });

  test('count as wrong beside a damaged slot, where nobody can say that they were', async () => {
    const { kept, pace } = paced();
    await pace.attempt(() => Promise.resolve(fail('slot-damaged')));
    expect(kept.at(-1)).toBe(1);
  });

  test('are tried one at a time', async () => {
    const { pace } = paced();
    const both = await Promise.all([pace.attempt(wrong), pace.attempt(right)]);
    expect(both).toEqual([fail('secret-wrong'), fail('attempts-paced')]);
  });

  test('count over any number of pages as over one, also when a page ends in the middle', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('wrong', 'reload', 'ended', 'pause'), { maxLength: 40 }),
        async (steps) => {
          let nowMs = 0;
          const now = () => nowMs;
          const main = new Attempts(now);
          const keep = (failed: number) => {
            main.write(failed);
          };
          let pace = new Pace({ now, keep }, main.read());
          let taken = 0;
          let lastMs = 0;
          for (const step of steps) {
            if (step === 'pause') nowMs += pace.waitMs;
            else if (step === 'wrong') {
              const { waitMs } = pace;
              const answer = await pace.attempt(wrong);
              if (waitMs === 0) [taken, lastMs] = [taken + 1, nowMs];
              expect(answer).toEqual(fail(waitMs === 0 ? 'secret-wrong' : 'attempts-paced'));
            } else {
              if (step === 'ended' && pace.waitMs === 0) {
                [taken, lastMs] = [taken + 1, nowMs];
                void pace.attempt(() => new Promise(() => undefined)); // the page ends before the answer
              }
              pace = new Pace({ now, keep }, main.read());
            }
            expect(main.read().failed).toBe(taken);
            expect(pace.waitMs).toBe(Math.max(0, lastMs + pauseMs(taken) - nowMs));
          }
        },
      ),
    );
  });
});
