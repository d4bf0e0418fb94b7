import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '../support/app.ts';

test('locking ends the page and opens a fresh one, and the program goes on', async ({ locker }) => {
  const { app, page } = locker;
  await expect(page.getByRole('heading')).toBeVisible();
  await page.evaluate(() => Object.assign(window, { secret: 'still here' }));
  const before = app.process().pid ?? 0;
  const pagesBefore = renderersUnder(before);

  await locker.lockBy(() => page.evaluate(() => void window.locker['window:lock'](null)));

  await expect(locker.page.getByRole('heading')).toBeVisible();
  expect(page.isClosed()).toBe(true);
  expect(app.windows()).toHaveLength(1);
  expect(await locker.page.evaluate(() => 'secret' in window)).toBe(false);
  const pagesAfter = renderersUnder(before);
  expect(pagesBefore.filter((pid) => !pagesAfter.includes(pid))).not.toEqual([]);
});

for (const event of ['suspend', 'lock-screen'] as const) {
  test(`locks when the machine says ${event}, whether the page flushes or not`, async ({
    locker,
  }) => {
    const { app, page } = locker;
    await expect(page.getByRole('heading')).toBeVisible();
    await locker.lockBy(() =>
      app.evaluate(({ powerMonitor }, name) => {
        (powerMonitor as NodeJS.EventEmitter).emit(name);
      }, event),
    );
    await expect(locker.page.getByRole('heading')).toBeVisible();
    expect(page.isClosed()).toBe(true);
  });
}

test('tells the page before it ends it, and why', async ({ locker }) => {
  const { app, page } = locker;
  await expect(page.getByRole('heading')).toBeVisible();
  const heard: unknown[] = [];
  await page.exposeFunction('hear', (notice: unknown) => heard.push(notice));
  await page.evaluate(() => {
    window.locker.onNotice((notice) => {
      const { hear } = window as unknown as { hear: (notice: unknown) => void };
      hear(notice);
    });
  });
  await locker.lockBy(() =>
    app.evaluate(({ powerMonitor }) => {
      (powerMonitor as NodeJS.EventEmitter).emit('suspend');
    }),
  );
  expect(heard).toEqual([{ kind: 'lock-now', reason: 'suspend' }]);
});

test('locks when nobody has touched the machine for as long as was asked', async ({ locker }) => {
  const { app, page } = locker;
  await expect(page.getByRole('heading')).toBeVisible();
  await page.evaluate(() => window.locker['settings:auto-lock']({ minutes: 1 }));
  await locker.lockBy(() =>
    app.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => 61;
    }),
  );
  await expect(locker.page.getByRole('heading')).toBeVisible();
});

/** Linux only: the renderer processes among the descendants of a process. */
function renderersUnder(ancestor: number): number[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^[0-9]+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/stat`, 'utf8');
        const parent = Number(
          status
            .slice(status.lastIndexOf(')') + 2)
            .split(' ')
            .at(1),
        );
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        return [{ pid: Number(name), parent, command }];
      } catch {
        return []; // it ended meanwhile
      }
    });
  const descends = (pid: number): boolean => {
    const parent = processes.find((process) => process.pid === pid)?.parent;
    return parent !== undefined && (parent === ancestor || descends(parent));
  };
  return processes
    .filter(({ pid, command }) => command.includes('--type=renderer') && descends(pid))
    .map(({ pid }) => pid);
}
