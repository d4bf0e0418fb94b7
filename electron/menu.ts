import { Menu } from 'electron';

/**
 * No menu, where a window can do without one. On macOS copying and pasting live in the menu, so it stays, cut to what is
 * needed.
 */
export function setMenu(platform: string, lock: () => void): void {
  if (platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        role: 'appMenu',
        submenu: [
          { label: 'Lock', accelerator: 'Control+L', click: lock },
          { type: 'separator' },
          { role: 'hide' },
          { role: 'quit' },
        ],
      },
      {
        role: 'editMenu',
        submenu: [
          { role: 'undo' },
          { role: 'redo' },
          { type: 'separator' },
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { role: 'selectAll' },
        ],
      },
    ]),
  );
}
