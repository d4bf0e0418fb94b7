// What the page asks for reaches the room that does it, in main as it is started.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok } from '../../../../shared/result.ts';
import type { RecordingElectron } from '../../../support/recording-electron.ts';
import { ask, endMain, startMain, untilLoaded } from '../../../support/started-main.ts';

let base: string;
let profile: string;
let electron: RecordingElectron;

beforeEach(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'handlers-'));
  profile = path.join(base, 'profile');
  mkdirSync(profile);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  electron = await startMain(profile, { isPackaged: false });
  await untilLoaded(electron);
});
afterEach(() => {
  endMain();
  rmSync(base, { recursive: true });
});

test('how many passphrases were wrong is remembered, also past the page that counted them', async () => {
  expect(await ask(electron, 'attempts:read', null)).toMatchObject(ok({ failed: 0 }));
  expect(await ask(electron, 'attempts:write', { failed: 3 })).toEqual(ok(null));
  await ask(electron, 'window:lock', null);
  expect(electron.windows).toHaveLength(2);
  expect(await ask(electron, 'attempts:read', null)).toMatchObject(ok({ failed: 3 }));
});

test('how long ago the last wrong one was is told by a clock that nobody can set', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1_000);
  await ask(electron, 'attempts:write', { failed: 1 });
  clock.mockReturnValue(4_500.5);
  vi.spyOn(Date, 'now').mockReturnValue(0);
  expect(await ask(electron, 'attempts:read', null)).toEqual(ok({ failed: 1, agoMs: 3_500 }));
});

test('where the locker’s settings ask for it, locking ends the page and opens no other', async () => {
  expect(await ask(electron, 'settings:quit-when-locking', { on: true })).toEqual(ok(null));
  await ask(electron, 'window:lock', null);
  expect(electron.of('window.destroy')).toHaveLength(1);
  expect(electron.of('window.loadURL')).toHaveLength(1);
});

test('the page that asks to be locked is ended, and a fresh one opened', async () => {
  await ask(electron, 'window:lock', null);
  expect(electron.of('window.destroy')).toHaveLength(1);
  expect(electron.of('window.loadURL')).toHaveLength(2);
});

test('the page that covers itself takes the name from the title bar, and gives it back', async () => {
  expect(await ask(electron, 'window:cover', { on: true })).toEqual(ok(null));
  expect(electron.of('window.setTitle')).toEqual([['']]);
  await ask(electron, 'window:cover', { on: false });
  expect(electron.of('window.setTitle')).toEqual([[''], ['Evidence Locker']]);
});

test('the page ends once another locker was chosen, and stays where none was', async () => {
  expect(await ask(electron, 'lockers:choose', { purpose: 'create' })).toEqual(fail('cancelled'));
  expect(electron.of('window.destroy')).toEqual([]);
  electron.picked = path.join(base, 'Plum.locker');
  expect(await ask(electron, 'lockers:choose', { purpose: 'create' })).toEqual(ok(null));
  expect(electron.of('window.destroy')).toHaveLength(1);
  expect(await ask(electron, 'lockers:read', null)).toMatchObject(ok({ name: 'Plum.locker' }));
});

test('an export that the page gives up leaves nothing on the disk', async () => {
  const exports = path.join(base, 'exports');
  mkdirSync(exports);
  electron.picked = exports;
  await ask(electron, 'export:begin', { name: 'Quotes' });
  await ask(electron, 'export:write', { file: 'quotes.md', bytes: new Uint8Array(3) });
  expect(readdirSync(exports)).toHaveLength(1);
  expect(await ask(electron, 'export:discard', null)).toEqual(ok(null));
  expect(readdirSync(exports)).toEqual([]);
});

test('what is copied goes to the clipboard', async () => {
  expect(await ask(electron, 'clipboard:write', { text: 'a quote' })).toEqual(ok(null));
  expect(electron.of('clipboard.writeText')).toEqual([['a quote']]);
});

test('a page is printed in its own size and colours, readable by screen readers, with nothing added', async () => {
  expect(await ask(electron, 'export:print', null)).toEqual(ok(new TextEncoder().encode('%PDF')));
  expect(electron.of('webContents.printToPDF')).toEqual([
    [
      {
        preferCSSPageSize: true,
        printBackground: true,
        displayHeaderFooter: false,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      },
    ],
  ]);
});
