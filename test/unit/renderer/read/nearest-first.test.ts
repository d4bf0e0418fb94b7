import { expect, test } from 'vitest';
import { NearestFirst } from '../../../../renderer/read/nearest-first.ts';

test('work is done nearest to the focus first, one at a time', async () => {
  const queue = new NearestFirst();
  const log: string[] = [];
  let running = 0;
  const finished = [9, 2, 5, 6].map(
    (page) =>
      new Promise<void>((resolve) => {
        queue.add({
          distance: (focus) => Math.abs(page - focus),
          run: async () => {
            running++;
            expect(running).toBe(1);
            await Promise.resolve();
            log.push(`page ${page}`);
            running--;
            resolve();
          },
        });
      }),
  );
  queue.focus(5);
  await Promise.all(finished);
  expect(log).toEqual(['page 5', 'page 6', 'page 2', 'page 9']);
});

test('a job taken back before its turn is not done', async () => {
  const queue = new NearestFirst();
  const done: number[] = [];
  const add = (page: number): (() => void) =>
    queue.add({
      distance: () => page,
      run: () => {
        done.push(page);
        return Promise.resolve();
      },
    });
  add(1);
  const takeBack = add(2);
  takeBack();
  add(3);
  await new Promise((resolve) => setTimeout(resolve));
  expect(done).toEqual([1, 3]);
});
