import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { FolderName } from '../../shared/locker/folder.ts';
import { expect, test } from '../support/app.ts';
import { RunningApp } from '../support/running-app.ts';

const id = '0123456789abcdef0123456789abcdef';
const name = `files/${id}` as FolderName;

test('what the page writes lies in the locker folder, and only there', async ({ locker }) => {
  const { page, place } = locker;
  expect(await list(page)).toEqual({ ok: true, value: { entries: [], foreign: 0 } });
  const written = await page.evaluate(
    ([file]) => window.locker['folder:create']({ name: file, bytes: new Uint8Array([1, 2, 3]) }),
    [name] as const,
  );
  expect(written).toEqual({ ok: true, value: null });
  expect([...readFileSync(path.join(place.locker, name))]).toEqual([1, 2, 3]);
  expect(await list(page)).toEqual({
    ok: true,
    value: { entries: [{ name, sizeBytes: 3 }], foreign: 0 },
  });
  const outside = await page.evaluate(
    (wrong) =>
      window.locker['folder:create']({ name: wrong as never, bytes: new Uint8Array([1, 2, 3]) }),
    '../escaped',
  );
  expect(outside).toEqual({ ok: false, error: 'request-malformed' });
});

test('thirty megabytes go to the disk and come back unchanged', async ({ locker }) => {
  const { page, place } = locker;
  const answer = await page.evaluate(async (file) => {
    const bytes = new Uint8Array(30 * 1024 * 1024);
    for (let offset = 0; offset < bytes.length; offset += 65_536) {
      crypto.getRandomValues(bytes.subarray(offset, offset + 65_536));
    }
    const digest = async (data: BufferSource) =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', data))].join(',');
    const results: unknown[] = [];
    results.push(await window.locker['folder:create']({ name: file, bytes }));
    const back = new Uint8Array(bytes.length);
    for (let offset = 0; offset < bytes.length; offset += 8 * 1024 * 1024) {
      const request = { name: file, offset, lengthBytes: 8 * 1024 * 1024 };
      const reply = await window.locker['folder:read'](request);
      back.set((reply as { value: Uint8Array }).value, offset);
    }
    return { results, same: (await digest(bytes)) === (await digest(back)) };
  }, name);
  expect(answer).toEqual({ results: [{ ok: true, value: null }], same: true });
  expect(readFileSync(path.join(place.locker, name)).byteLength).toBe(30 * 1024 * 1024);
});

test('a file begun by a page that was ended leaves nothing', async ({ locker }) => {
  const { place } = locker;
  await locker.page.evaluate(async (file) => {
    await window.locker['folder:begin-file']({ name: file });
    await window.locker['folder:write-part']({ name: file, offset: 0, bytes: new Uint8Array(9) });
  }, name);
  expect(readdirSync(path.join(place.locker, 'files'))).toHaveLength(1);
  await locker.lockBy(() => locker.page.evaluate(() => void window.locker['window:lock'](null)));
  expect(await list(locker.page)).toMatchObject({ ok: true, value: { entries: [] } });
  expect(readdirSync(path.join(place.locker, 'files'))).toEqual([]);
});

test('acknowledges a change in the file of --acks after it is on the disk', async ({ place }) => {
  const acks = path.join(place.exports, 'acks');
  const running = await RunningApp.start(place, [`--acks=${acks}`]);
  const segment = `journal/${id}/${id}.seg` as FolderName;
  const device = await running.page.evaluate(async (file) => {
    const { locker } = window;
    const lines = [{ seq: 1, kind: 'marked' }];
    await locker['folder:append']({ name: file, bytes: new Uint8Array(5), acks: lines });
    return locker['device:read'](null);
  }, segment);
  const { value } = device as { value: { device: string } };
  expect(readFileSync(acks, 'utf8')).toBe(`${value.device} 1 marked\n`);
  await running.close();
});

test('a locker on something that cannot be written to is left as it is, with the reason', async ({
  place,
}) => {
  // The kernel's own folder: listable, and nobody may create anything in it, not even root.
  const running = await RunningApp.start({ ...place, locker: '/sys/test.locker' });
  const create = (page: Page) =>
    page.evaluate(
      (file) => window.locker['folder:create']({ name: file, bytes: new Uint8Array(1) }),
      name,
    );
  expect(await list(running.page)).toMatchObject({ ok: true, value: { entries: [] } });
  expect(await create(running.page)).toEqual({ ok: false, error: 'folder-read-only' });
  await running.close();
});

test('a locker that is a file is not a locker', async ({ place }) => {
  mkdirSync(path.dirname(place.locker), { recursive: true });
  writeFileSync(place.locker, 'not a folder');
  const running = await RunningApp.start(place);
  expect(await list(running.page)).toMatchObject({ ok: false });
  expect(readFileSync(place.locker, 'utf8')).toBe('not a folder');
  await running.close();
});

function list(page: Page): Promise<unknown> {
  return page.evaluate(() => window.locker['folder:list'](null));
}
