// Main, started in this process over an Electron that only remembers.
import { vi } from 'vitest';
import {
  recordElectron,
  type Circumstances,
  type RecordingElectron,
} from './recording-electron.ts';

/** Whoever starts it puts `process.argv` back, and ends the mocks, after the test. */
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

/** Until so many pages were opened. */
export async function untilLoaded(electron: RecordingElectron, pages = 1): Promise<void> {
  await vi.waitFor(() => {
    if (electron.of('window.loadURL').length !== pages) throw new Error('not loaded yet');
  });
}

/** What the page asks main for. */
export function ask(electron: RecordingElectron, channel: string, request: unknown): unknown {
  const [, door] = electron.of('ipcMain.handle').find(([name]) => name === channel) ?? [];
  const senderFrame = { parent: null, origin: 'app://locker' };
  const event = { senderFrame, sender: { getType: () => 'window' } };
  return (door as (...args: unknown[]) => unknown)(event, request);
}
