import { readdirSync, readFileSync } from 'node:fs';
import { createLocker, goTo, lock } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { RunningApp } from '../support/running-app.ts';

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

test('where the settings ask for it, locking ends the whole program and all its processes', async ({
  place,
}) => {
  const running = await RunningApp.start(place);
  await createLocker(running.page, () => undefined);
  await goTo(running.page, 'Settings');
  const strict = running.page.getByLabel('Close the whole program when locking');
  await strict.click();
  await expect(strict).toBeChecked(); // what the journal says, so it is on the disk
  const main = running.app.process().pid ?? 0;
  const processes = [main, ...descendantsOf(main).map(({ pid }) => pid)];
  expect(processes.length).toBeGreaterThan(2);

  const closed = running.app.waitForEvent('close');
  await lock(running.page);
  await closed;

  await expect.poll(() => allProcesses().filter(({ pid }) => processes.includes(pid))).toEqual([]);
  // What was on its way is saved, and the next start is an ordinary one.
  await running.startAgain();
  await expect(running.page.getByText('The locker is locked.')).toBeVisible();
  await running.close();
});

test('F9 leaves nothing to be seen or read in a title, and the next page is locked', async ({
  locker,
}) => {
  await createLocker(locker.page, () => undefined);
  const titles = () =>
    locker.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.getTitle()),
    );
  expect(await titles()).toEqual(['Evidence Locker']);
  await locker.lockBy(() => locker.page.keyboard.press('F9').catch(() => undefined));
  await expect(locker.page.getByText('The locker is locked.')).toBeVisible();

  // Where nothing is open yet it covers and waits.
  await locker.page.keyboard.press('F9');
  await expect(locker.page.getByRole('dialog', { name: 'Hidden' })).toBeVisible();
  await expect.poll(titles).toEqual(['']);
  await expect(locker.page.getByText('The locker is locked.')).toBeHidden();
  await locker.page.keyboard.press('F9');
  await expect(locker.page.getByText('The locker is locked.')).toBeVisible();
  await expect.poll(titles).toEqual(['Evidence Locker']);
});

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Linux only: every process there is. */
function allProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^[0-9]+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state, parent] = status.slice(status.lastIndexOf(')') + 2).split(' ');
        if (state === 'Z') return []; // ended; its parent has not looked yet
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        return [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        return []; // it ended meanwhile
      }
    });
}

function descendantsOf(ancestor: number): Process[] {
  const processes = allProcesses();
  const descends = (pid: number): boolean => {
    const parent = processes.find((process) => process.pid === pid)?.parent;
    return parent !== undefined && (parent === ancestor || descends(parent));
  };
  return processes.filter(({ pid }) => descends(pid));
}

function renderersUnder(ancestor: number): number[] {
  return descendantsOf(ancestor)
    .filter(({ command }) => command.includes('--type=renderer'))
    .map(({ pid }) => pid);
}
