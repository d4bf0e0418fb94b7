// What main puts together for a locker and takes apart with a page, over an Electron that only remembers.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../../shared/evidence/settings.ts';
import { noticeChannel } from '../../../shared/ipc.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { RecordingElectron } from '../../support/recording-electron.ts';
import { ask, endMain, startMain, untilLoaded } from '../../support/started-main.ts';

const id = '0123456789abcdef'.repeat(2);
const program = path.resolve(import.meta.dirname, '../../..');
let base: string;
let profile: string;

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'main-'));
  profile = path.join(base, 'profile');
  mkdirSync(profile);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  endMain();
  rmSync(base, { recursive: true });
});

async function start(...args: readonly string[]): Promise<RecordingElectron> {
  const electron = await startMain(profile, { isPackaged: false }, args);
  await untilLoaded(electron);
  return electron;
}

async function endPage(electron: RecordingElectron): Promise<void> {
  electron.windows[0]?.webContents.emit('render-process-gone');
  await untilLoaded(electron, 2);
}

test('a lock that a crash left behind is taken over, and that is told', async () => {
  writeFileSync(`${profile}.lock`, 'cut o');
  await start();
  const told = vi.mocked(console.error).mock.calls.flat();
  expect(told).toEqual([expect.stringContaining('left its lock behind (unreadable)')]);
});

test('where no lock was left behind, none is told of', async () => {
  await start();
  expect(vi.mocked(console.error).mock.calls).toEqual([]);
});

test.each([true, false])(
  'a backup asks for its folder only where none was named: %s',
  async (isNamed) => {
    const electron = await start(...(isNamed ? [`--backups=${base}`] : []));
    const chosen = await ask(electron, 'backup:choose', { purpose: 'backup' });
    expect(chosen).toEqual(isNamed ? ok(null) : fail('cancelled'));
    expect(electron.of('dialog.showOpenDialog')).toHaveLength(isNamed ? 0 : 1);
  },
);

test.each([
  ['the profile', () => path.join(profile, 'mine')],
  ['the program', () => path.join(program, 'assets', 'mine')],
])('no locker is made and no copy put in a folder of %s', async (_, placeOf) => {
  const places = path.join(base, 'places.txt');
  writeFileSync(places, placeOf());
  const electron = await start(`--places=${places}`, `--backups=${placeOf()}`);
  expect(await ask(electron, 'lockers:choose', { purpose: 'create' })).toEqual(fail('place-own'));
  expect(await ask(electron, 'backup:choose', { purpose: 'copy' })).toEqual(fail('place-own'));
});

test.each([
  [true, 'place-own'],
  [false, 'place-not-empty'],
] as const)(
  'packaged %s: the program’s own is what it was installed with, or what was built',
  async (isPackaged, error) => {
    const places = path.join(base, 'places.txt');
    const beside = path.dirname(program);
    writeFileSync(places, beside);
    const electron = await startMain(profile, { isPackaged }, [`--places=${places}`]);
    await untilLoaded(electron);
    electron.picked = beside; // a packaged program asks, whatever it is told
    expect(await ask(electron, 'lockers:choose', { purpose: 'create' })).toEqual(fail(error));
  },
);

test('a locker that was restored gets a new writer: acts after the backup may be numbered elsewhere', async () => {
  const backup = path.join(base, 'Notes.backup');
  for (const name of [`slots/${id}`, `keys/${id}`, `journal/${id}/${id}.seg`]) {
    mkdirSync(path.dirname(path.join(backup, name)), { recursive: true });
    writeFileSync(path.join(backup, name), 'sealed');
  }
  const electron = await start(`--locker=${path.join(base, 'locker')}`, `--backups=${backup}`);
  const before = await ask(electron, 'device:read', null);
  expect(await ask(electron, 'restore:begin', null)).toEqual(ok({ done: 0, total: 3 }));
  expect(await ask(electron, 'device:read', null)).toEqual(before);
  expect(await ask(electron, 'restore:step', null)).toEqual(ok({ done: 3, total: 3 }));
  const after = await ask(electron, 'device:read', null);
  expect(after).toMatchObject({ ok: true });
  expect(after).not.toEqual(before);
  await endPage(electron);
  expect(await ask(electron, 'device:read', null)).toEqual(after);
});

test.each([true, false])(
  'it is told whether Electron is what it runs on: %s',
  async (isElectron) => {
    const versions = { ...process.versions, ...(isElectron ? { electron: '1.0.0' } : {}) };
    vi.spyOn(process, 'versions', 'get').mockReturnValue(versions);
    const electron = await start();
    const shell = isElectron ? 'electron' : 'stand-in';
    expect(await ask(electron, 'app:info', null)).toMatchObject(ok({ shell }));
  },
);

test('what a restore that was cut off left behind is gone after the next start', async () => {
  const locker = path.join(base, 'locker');
  const left = path.join(`${locker}.restoring`, 'slots', id);
  mkdirSync(path.dirname(left), { recursive: true });
  writeFileSync(left, 'sealed');
  await start(`--locker=${locker}`);
  expect(existsSync(left)).toBe(false);
});

test('a page that ends takes its unfinished export and its begun files with it', async () => {
  const [locker, exports] = [path.join(base, 'locker'), path.join(base, 'exports')];
  mkdirSync(exports);
  const electron = await start(`--locker=${locker}`, `--exports=${exports}`);
  await ask(electron, 'export:begin', { name: 'Quotes' });
  await ask(electron, 'export:write', { file: 'quotes.md', bytes: new Uint8Array(3) });
  await ask(electron, 'folder:begin-file', { name: `files/${id}` });
  expect(readdirSync(exports)).toHaveLength(1);
  expect(readdirSync(path.join(locker, 'files'))).toHaveLength(1);
  await endPage(electron);
  expect(readdirSync(exports)).toEqual([]);
  expect(readdirSync(path.join(locker, 'files'))).toEqual([]);
});

test('what one locker asks of the auto-lock does not count for the next page', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  let idleSeconds = 0;
  const electron = await startMain(profile, { isPackaged: false });
  Object.assign(electron.module['powerMonitor'] as object, {
    getSystemIdleTime: () => idleSeconds,
  });
  await untilLoaded(electron);
  await ask(electron, 'settings:auto-lock', { minutes: 60 });
  idleSeconds = defaultSettings.autoLockMinutes * 60;
  vi.advanceTimersByTime(10_000);
  expect(electron.of('webContents.send')).toEqual([]);
  await endPage(electron);
  vi.advanceTimersByTime(10_000);
  expect(electron.of('webContents.send')).toEqual([
    [noticeChannel, { kind: 'lock-now', reason: 'idle' }],
  ]);
});
