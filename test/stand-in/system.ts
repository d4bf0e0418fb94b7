// The parts of Electron that speak to the desktop. Here they do the least that lets the program go on.
import { EventEmitter } from 'node:events';
import path from 'node:path';
import { app } from './app.ts';
import { readFlag } from './launch.ts';
import { BrowserWindow } from './window.ts';

/** Never idle, never asleep, until a test says so. */
class PowerMonitor extends EventEmitter {
  getSystemIdleTime(): number {
    return 0;
  }
}

export const powerMonitor = new PowerMonitor();

export const clipboard = {
  async writeText(text: string): Promise<void> {
    await BrowserWindow.getAllWindows().at(0)?.webContents.copyText(text);
  },
  selection: {
    /** Chromium lets nobody at what was selected with the mouse but the mouse. */
    clear: () => undefined,
  },
};

export const dialog = {
  /** Asks nobody: answers the folder given by `--standin-dialog-folder`, else one in the documents, and says which. */
  showOpenDialog(): Promise<{ canceled: boolean; filePaths: string[] }> {
    const folder =
      readFlag('standin-dialog-folder') ?? path.join(app.getPath('documents'), 'exports');
    console.error(`The stand-in has no folder dialog and takes ${folder}`);
    return Promise.resolve({ canceled: false, filePaths: [folder] });
  },
};

/** The window's menus are Chromium's own. */
export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: () => undefined,
};
