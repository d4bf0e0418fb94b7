// The one window: however a page behaves, it is ended when its time to flush is over, and a fresh one comes where it should.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MainWindow } from '../../../electron/main-window.ts';
import { flushTimeMs, noticeChannel } from '../../../shared/ipc.ts';
import { recordElectron, type RecordingElectron } from '../../support/recording-electron.ts';

let electron: RecordingElectron;
let ended: number;
let window: MainWindow;

beforeEach(async () => {
  vi.useFakeTimers();
  electron = recordElectron({ isPackaged: true, gotLock: true, folder: '' });
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
  const module = await import('../../../electron/main-window.ts');
  ended = 0;
  window = new module.MainWindow(false, () => {
    ended++;
    return Promise.resolve();
  });
  await window.open({ width: 1280, height: 800 });
});
afterEach(() => {
  vi.doUnmock('electron');
  vi.useRealTimers();
});

test('locking asks the page to flush, ends it when its time is over, and opens a fresh one', async () => {
  window.lock('menu');
  expect(electron.of('webContents.send')).toEqual([
    [noticeChannel, { kind: 'lock-now', reason: 'menu' }],
  ]);
  await vi.advanceTimersByTimeAsync(flushTimeMs - 1);
  expect(electron.of('window.destroy')).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(electron.of('window.destroy')).toHaveLength(1);
  expect(ended).toBe(1);
  expect(electron.windows).toHaveLength(2);
});

test('closing asks the page to flush, ends it when its time is over, and opens no other', async () => {
  const preventDefault = vi.fn();
  electron.windows[0]?.emit('close', { preventDefault });
  expect(preventDefault).toHaveBeenCalled();
  expect(electron.of('webContents.send')).toEqual([
    [noticeChannel, { kind: 'lock-now', reason: 'close' }],
  ]);
  await vi.advanceTimersByTimeAsync(flushTimeMs);
  expect(electron.of('window.destroy')).toHaveLength(1);
  expect(ended).toBe(1);
  expect(electron.windows).toHaveLength(1);
});

test('a page that flushed in time and was ended is not ended again', async () => {
  window.lock('menu');
  const contents = electron.windows[0]?.webContents as never;
  await window.end(contents);
  expect(electron.windows).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(flushTimeMs);
  expect(electron.of('window.destroy')).toHaveLength(1);
});

test('a page that is ended again while it ends, or after the last one ended, is ended once', async () => {
  window.quitsWhenLocking = true;
  window.lock('menu');
  const contents = electron.windows[0]?.webContents as never;
  await Promise.all([window.end(contents), window.end(contents)]);
  await vi.advanceTimersByTimeAsync(flushTimeMs);
  expect(electron.of('window.destroy')).toHaveLength(1);
  expect(ended).toBe(1);
  window.focus(); // Electron throws where a window is destroyed
  expect(electron.of('window.focus')).toEqual([]);
});

test('a page whose process is gone is ended at once', async () => {
  electron.windows[0]?.webContents.emit('render-process-gone');
  await vi.advanceTimersByTimeAsync(0);
  expect(electron.of('window.destroy')).toHaveLength(1);
  expect(electron.windows).toHaveLength(2);
});

test('a locker that quits when it locks opens no other page', async () => {
  window.quitsWhenLocking = true;
  window.lock('menu');
  await vi.advanceTimersByTimeAsync(flushTimeMs);
  expect(electron.of('window.destroy')).toHaveLength(1);
  expect(electron.windows).toHaveLength(1);
});

test('a page that covers itself takes the name from its own window, and a page of before does not', () => {
  const contents = electron.windows[0]?.webContents as never;
  window.cover(contents, true);
  window.cover(contents, false);
  window.cover({} as never, true);
  expect(electron.of('window.setTitle')).toEqual([[''], ['Evidence Locker']]);
});
