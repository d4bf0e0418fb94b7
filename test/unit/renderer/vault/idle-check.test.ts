import { expect, test } from 'vitest';
import { IdleCheck } from '../../../../renderer/vault/idle-check.ts';
import type { FileId } from '../../../../shared/evidence/ids.ts';
import { ok } from '../../../../shared/result.ts';

const files = ['a', 'b', 'c'] as unknown as readonly FileId[];

/** `during` is called at each pause, with the number of the pause; time passes only there. */
function start(during: (pause: number, check: IdleCheck) => void, isBusy = () => false) {
  const looked: FileId[] = [];
  const world = { ms: 0, pauses: 0, done: 0 };
  const check: IdleCheck = new IdleCheck({
    wait: (ms) => {
      world.ms += ms;
      during(++world.pauses, check);
      return Promise.resolve();
    },
    elapsed: () => world.ms,
    files: () => files,
    look: (file) => {
      looked.push(file);
      return Promise.resolve(ok(true));
    },
    isBusy,
    onDone: () => {
      world.done += 1;
    },
  });
  return { check, looked, world };
}

test('looks at every file once, one a pause, and says when it is done', async () => {
  const { check, looked, world } = start(() => undefined);
  await check.run();
  expect(looked).toEqual(files);
  expect(world).toMatchObject({ pauses: 4, done: 1 });
  expect(check.progress).toEqual({ done: 3, total: 3 });
});

test('waits while the person works or another check runs, and goes on where it was', async () => {
  let busy = false;
  const seen: number[] = [];
  const { check, looked } = start(
    (pause, running) => {
      seen.push(running.progress.done);
      if (pause === 2) running.touch();
      busy = pause === 4;
    },
    () => busy,
  );
  await check.run();
  expect(seen).toEqual([0, 1, 1, 2, 2, 3]);
  expect(looked).toEqual(files);
});

test('stops at the next file when the locker is locked', async () => {
  const { check, looked, world } = start((pause, running) => {
    if (pause === 2) running.stop();
  });
  await check.run();
  expect(looked).toHaveLength(1);
  expect(world.done).toBe(0);
});

test('does not read again what another check has just read', async () => {
  const { check, looked, world } = start(() => undefined);
  check.skip(files.slice(0, 2));
  expect(check.progress).toEqual({ done: 2, total: 3 });
  await check.run();
  expect(looked).toEqual(files.slice(2));
  expect(world.done).toBe(1);
});
