// Main, started in this process over an Electron that only remembers.
import { vi } from 'vitest';
import {
  recordElectron,
  type Circumstances,
  type RecordingElectron,
} from './recording-electron.ts';

const argv = process.argv;

/** Whoever starts it calls `endMain` after the test. */
export async function startMain(
  folder: string,
  differing: Partial<Circumstances> = {},
  args: readonly string[] = [],
): Promise<RecordingElectron> {
  const electron = recordElectron({ isPackaged: true, gotLock: true, folder, ...differing });
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
  vi.doMock('../../electron/security/app-protocol.ts', async (original) => ({
    ...(await original<object>()),
    listAppFiles: () => new Map(), // the renderer need not be built
  }));
  process.argv = ['electron', ...args];
  await import('../../electron/main.ts');
  return electron;
}

/** Takes back what starting main, and a test of it, put in the place of the real things. */
export function endMain(): void {
  process.argv = argv;
  process.removeAllListeners('unhandledRejection');
  vi.doUnmock('electron');
  vi.doUnmock('../../electron/security/app-protocol.ts');
  vi.useRealTimers();
  vi.restoreAllMocks();
}

/** Until so many pages were opened. */
export async function untilLoaded(electron: RecordingElectron, pages = 1): Promise<void> {
  await vi.waitFor(() => {
    if (electron.of('window.loadURL').length !== pages) throw new Error('not loaded yet');
  });
}

/** What the page asks main for, the latest one where there were several. */
export function ask(electron: RecordingElectron, channel: string, request: unknown): unknown {
  const [, door] = electron.of('ipcMain.handle').find(([name]) => name === channel) ?? [];
  const senderFrame = { parent: null, origin: 'app://locker' };
  const event = { senderFrame, sender: electron.windows.at(-1)?.webContents };
  return (door as (...args: unknown[]) => unknown)(event, request);
}
