import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, test } from '../support/app.ts';
import { RunningApp, shell } from '../support/running-app.ts';

test('a second instance over the same profile is refused in words', async ({ locker, place }) => {
  await expect(locker.page.getByRole('heading')).toBeVisible();
  const second = shell(place, []);
  const child = spawn(second.executablePath ?? '', second.args ?? [], {
    env: { ...process.env, ...second.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, code] = await Promise.all([
    text(child.stderr),
    new Promise((resolve) => child.on('exit', resolve)),
  ]);
  expect(said).toContain('The program is already running with this profile');
  expect(code).toBe(3);
  await expect(locker.page.getByRole('heading')).toBeVisible();
});

test('after a kill nothing runs on, and the next start works over the same profile', async ({
  locker,
}) => {
  const { page, place } = locker;
  const device = await page.evaluate(() => window.locker['device:read'](null));

  for (let kill = 0; kill < 3; kill += 1) {
    await locker.kill();
    await expect.poll(() => processesNaming(place.profile)).toEqual([]);
    await locker.startAgain();
    await expect(locker.page.getByRole('heading')).toBeVisible();
  }
  expect(await locker.page.evaluate(() => window.locker['device:read'](null))).toEqual(device);
  expect(existsSync(`${place.profile}.lock`)).toBe(true);
  await locker.close();
  expect(existsSync(`${place.profile}.lock`)).toBe(false);
});

test('a profile that was deleted is made anew', async ({ locker, place }) => {
  await locker.close();
  rmSync(place.profile, { recursive: true });
  const again = await RunningApp.start(place);
  await expect(again.page.getByRole('heading')).toBeVisible();
  await again.close();
});

/** Linux: the processes started with this text on their command line. */
function processesNaming(text: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^[0-9]+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
      } catch {
        return false; // it ended meanwhile
      }
    });
}
