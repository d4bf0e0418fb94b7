import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { chooseFolder } from '../../../../electron/export/choose-folder.ts';
import { recordElectron, type RecordingElectron } from '../../../support/recording-electron.ts';

let electron: RecordingElectron;
let choose: typeof chooseFolder;

beforeEach(async () => {
  electron = recordElectron({ isPackaged: true, gotLock: true, folder: '' });
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
  choose = (await import('../../../../electron/export/choose-folder.ts')).chooseFolder;
});
afterEach(() => {
  vi.doUnmock('electron');
});

test('the dialog shows folders, lets one be made, and leaves no trace of it in the system’s recent places', async () => {
  electron.picked = '/somewhere';
  expect(await choose('export')).toBe('/somewhere');
  expect(electron.of('dialog.showOpenDialog')).toEqual([
    [
      {
        title: 'Save the export in',
        buttonLabel: 'Save here',
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      },
    ],
  ]);
});

test('a dialog that is dismissed names no folder', async () => {
  expect(await choose('backup')).toBeUndefined();
});

test('the dialog belongs to the window where there is one', async () => {
  const { BrowserWindow } = electron.module as unknown as {
    BrowserWindow: new (of: object) => object;
  };
  const window = new BrowserWindow({});
  await choose('open');
  expect(electron.of('dialog.showOpenDialog')).toEqual([
    [window, expect.objectContaining({ title: 'Which locker?' })],
  ]);
});
