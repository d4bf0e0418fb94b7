// Main, started over an Electron that only remembers: what must be set is set, on everything, before the first page.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { offlineSwitches } from '../../../electron/security/offline.ts';
import { explain } from '../../../shared/errors.ts';
import { noticeChannel } from '../../../shared/ipc.ts';
import { hardenedPreferences } from '../../../electron/security/window-preferences.ts';
import { fail, ok } from '../../../shared/result.ts';
import { channels } from '../../../shared/ipc-shapes.ts';
import type { Circumstances, RecordingElectron } from '../../support/recording-electron.ts';
import { ask, endMain, startMain, untilLoaded } from '../../support/started-main.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'main-'));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  endMain();
  rmSync(folder, { recursive: true });
});

/** Packaged, unless it is said otherwise. */
function start(
  differing: Partial<Circumstances> = {},
  args: readonly string[] = [],
): Promise<RecordingElectron> {
  return startMain(folder, differing, args);
}

/** Where in the order of calls the first one of that name stands. */
function when({ calls }: RecordingElectron, name: string): number {
  const at = calls.findIndex((call) => call.name === name);
  expect(at, name).toBeGreaterThanOrEqual(0);
  return at;
}

test('sandbox, offline switches and the scheme stand before Electron is ready', async () => {
  const electron = await start();
  await untilLoaded(electron);
  const ready = when(electron, 'app.whenReady');
  for (const name of [
    'app.enableSandbox',
    'app.commandLine.appendSwitch',
    'protocol.registerSchemesAsPrivileged',
  ]) {
    expect(when(electron, name)).toBeLessThan(ready);
  }
  expect(electron.of('app.commandLine.appendSwitch')).toEqual(
    offlineSwitches.map((each) => [...each]),
  );
  expect(electron.of('protocol.registerSchemesAsPrivileged')).toEqual([
    [
      [
        {
          scheme: 'app',
          privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
        },
      ],
    ],
  ]);
});

test('the session is closed and every channel guarded before a window opens', async () => {
  const electron = await start();
  await untilLoaded(electron);
  const opened = when(electron, 'new BrowserWindow');
  for (const name of [
    'protocol.handle',
    'session.webRequest.onBeforeRequest',
    'session.setPermissionRequestHandler',
    'session.setPermissionCheckHandler',
    'session.setDevicePermissionHandler',
    'session.setDisplayMediaRequestHandler',
    'session.on',
    'ipcMain.handle',
    'powerMonitor.on',
  ]) {
    expect(when(electron, name), name).toBeLessThan(opened);
  }
  expect(electron.of('ipcMain.handle').map(([channel]) => channel)).toEqual([...channels]);
  expect(electron.of('powerMonitor.on').map(([event]) => event)).toEqual([
    'suspend',
    'lock-screen',
  ]);
});

test.each([
  [true, false],
  [false, true],
])(
  'packaged %s: the one window has the hardened preferences, developer tools %s',
  async (isPackaged, devTools) => {
    const electron = await start({ isPackaged });
    await untilLoaded(electron);
    expect(electron.windows).toHaveLength(1);
    const [window] = electron.windows;
    expect(window?.options.webPreferences).toEqual({ ...hardenedPreferences, devTools });
    expect(window?.options.title).toBe('Evidence Locker');
    expect(window?.options.show).toBe(false);
    expect(electron.of('window.setContentProtection')).toEqual([[true]]);
    expect(electron.of('window.loadURL')).toEqual([['app://locker/']]);
  },
);

test('every page that comes to be is held in place', async () => {
  const electron = await start();
  await untilLoaded(electron);
  const contents = electron.windows[0]?.webContents;
  expect(electron.of('webContents.setWindowOpenHandler')).toHaveLength(1);
  for (const event of [
    'will-navigate',
    'will-frame-navigate',
    'will-redirect',
    'will-attach-webview',
  ]) {
    const preventDefault = vi.fn();
    contents?.emit(event, { url: 'https://example.org/', preventDefault });
    expect(preventDefault, event).toHaveBeenCalled();
  }
});

test('the title never becomes the name of a document', async () => {
  const electron = await start();
  await untilLoaded(electron);
  const preventDefault = vi.fn();
  electron.windows[0]?.emit('page-title-updated', { preventDefault });
  expect(preventDefault).toHaveBeenCalled();
});

test.each([
  ['linux', 1],
  ['win32', 0],
] as const)(
  'what was selected with the mouse ends with the page on %s',
  async (platform, times) => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);
    const electron = await start();
    await untilLoaded(electron);
    expect(electron.of('clipboard.selection.clear')).toEqual([]);
    electron.windows[0]?.webContents.emit('render-process-gone');
    await vi.waitFor(() => {
      expect(electron.of('window.loadURL')).toHaveLength(2);
    });
    expect(electron.of('clipboard.selection.clear')).toHaveLength(times);
  },
);

test('a packaged program refuses switches that open it to others, an unpackaged one is for tests', async () => {
  const refusing = await start({}, ['--remote-debugging-port=1']);
  expect(refusing.of('app.exit')).toEqual([[2]]);
  expect(refusing.of('app.whenReady')).toEqual([]);
  const testing = await start({ isPackaged: false }, ['--remote-debugging-port=1']);
  await untilLoaded(testing);
});

test('a second instance opens nothing', async () => {
  const electron = await start({ gotLock: false });
  expect(electron.of('app.exit')).toEqual([[3]]);
  expect(electron.of('app.whenReady')).toEqual([]);
});

test('a profile that another program holds is not opened again', async () => {
  const first = await start();
  await untilLoaded(first);
  const second = await start();
  await vi.waitFor(() => {
    expect(second.of('app.exit')).toEqual([[3]]);
  });
  expect(second.windows).toEqual([]);
  const told = vi.mocked(console.error).mock.calls.flat();
  expect(told).toEqual([explain('folder-in-use').sentence]);
});

test('when its last window is closed the program lets go of the profile and ends', async () => {
  const first = await start();
  await untilLoaded(first);
  first.emitApp('window-all-closed');
  await vi.waitFor(() => {
    expect(first.of('app.quit')).toHaveLength(1);
  });
  await untilLoaded(await start());
});

test('having no window between two pages does not end the program', async () => {
  const electron = await start();
  await untilLoaded(electron);
  electron.windows[0]?.webContents.emit('render-process-gone');
  electron.emitApp('window-all-closed');
  await vi.waitFor(() => {
    expect(electron.of('window.loadURL')).toHaveLength(2);
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(electron.of('app.quit')).toEqual([]);
});

test.each([true, false])(
  'an export asks for its folder only where none was named: %s',
  async (isNamed) => {
    const args = isNamed ? [`--exports=${folder}`] : [];
    const electron = await start({ isPackaged: false }, args);
    await untilLoaded(electron);
    const begun = await ask(electron, 'export:begin', { name: 'Quotes' });
    expect(begun).toEqual(isNamed ? ok(null) : fail('cancelled'));
    expect(electron.of('dialog.showOpenDialog')).toHaveLength(isNamed ? 0 : 1);
  },
);

test.each([true, false])(
  'changes have a line in a file only where one was named: %s',
  async (isNamed) => {
    const file = path.join(folder, 'acks.txt');
    const own = [`--locker=${path.join(folder, 'locker')}`, isNamed ? `--acks=${file}` : '--demo'];
    const electron = await start({ isPackaged: false }, own);
    await untilLoaded(electron);
    const id = '0123456789abcdef'.repeat(2);

    const info = await ask(electron, 'app:info', null);
    const appended = await ask(electron, 'folder:append', {
      ...{ name: `journal/${id}/${id}.seg`, bytes: new Uint8Array(3) },
      acks: [{ seq: 1, kind: 'marked' }],
    });

    expect(info).toMatchObject({ ok: true, value: { acks: isNamed, demo: !isNamed } });
    expect(appended).toMatchObject({ ok: true });
    const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
    expect(written).toMatch(isNamed ? /^[0-9a-f]{32} 1 marked\n$/ : /^$/);
  },
);

test.each(['suspend', 'lock-screen'])('at %s the page is told to lock', async (event) => {
  const electron = await start();
  await untilLoaded(electron);
  const [, listener] = electron.of('powerMonitor.on').find(([name]) => name === event) ?? [];
  (listener as () => void)();
  const reason = event === 'suspend' ? 'suspend' : 'screen-lock';
  expect(electron.of('webContents.send')).toEqual([[noticeChannel, { kind: 'lock-now', reason }]]);
});

test.each(['linux', 'win32'] as const)('on %s there is no menu', async (platform) => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);
  const electron = await start();
  await untilLoaded(electron);
  expect(electron.of('Menu.setApplicationMenu')).toEqual([[null]]);
  expect(electron.of('Menu.buildFromTemplate')).toEqual([]);
});

test('the menu of macOS locks the page, hides and quits the program, and edits as its keys expect', async () => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue('darwin');
  const electron = await start();
  await untilLoaded(electron);
  const separator = { type: 'separator' };
  const lock = { label: 'Lock', accelerator: 'Control+L', click: expect.any(Function) as unknown };
  const editing = [
    ...[{ role: 'undo' }, { role: 'redo' }, separator],
    ...[{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
  ];
  const menu = [
    { role: 'appMenu', submenu: [lock, separator, { role: 'hide' }, { role: 'quit' }] },
    { role: 'editMenu', submenu: editing },
  ];
  expect(electron.of('Menu.setApplicationMenu')).toEqual([[menu]]);

  const [template] = electron.of('Menu.buildFromTemplate')[0] ?? [];
  const [{ submenu }] = template as [{ submenu: [{ click: () => void }] }];
  submenu[0].click();
  expect(electron.of('webContents.send')).toEqual([
    [noticeChannel, { kind: 'lock-now', reason: 'menu' }],
  ]);
});

test('a window that is ready is shown, and comes to the front when the program is started again', async () => {
  const electron = await start();
  await untilLoaded(electron);
  expect(electron.of('window.show')).toEqual([]);
  electron.windows[0]?.emit('ready-to-show');
  expect(electron.of('window.show')).toHaveLength(1);
  expect(electron.of('window.focus')).toEqual([]);
  electron.emitApp('second-instance');
  expect(electron.of('window.focus')).toHaveLength(1);
});

test('an error that nobody caught is told without its words and ends the program', async () => {
  const told = vi.mocked(console.error);
  const electron = await start();
  await untilLoaded(electron);
  const [stop] = process.listeners('unhandledRejection').slice(-1);
  const error = Object.assign(new Error('words of a document'), { code: 'EIO' });
  stop?.(error, Promise.resolve());
  expect(electron.of('app.exit')).toEqual([[1]]);
  expect(told.mock.calls.flat()).toEqual([expect.stringContaining('had to stop')]);
  expect(told.mock.calls.flat().join(' ')).not.toContain('words of a document');
});
