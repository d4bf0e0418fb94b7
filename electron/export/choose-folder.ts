import { BrowserWindow, dialog } from 'electron';

/** What the person is asked for. */
const words = {
  export: { title: 'Save the export in', buttonLabel: 'Save here' },
  backup: { title: 'Back the locker up to', buttonLabel: 'Back up here' },
  'bring-back': { title: 'Where is the backup?', buttonLabel: 'Use this backup' },
  restore: { title: 'Where is the backup?', buttonLabel: 'Restore from here' },
  open: { title: 'Which locker?', buttonLabel: 'Open this locker' },
  create: { title: 'An empty folder for the new locker', buttonLabel: 'Create it here' },
  copy: { title: 'An empty folder for the copy', buttonLabel: 'Copy here' },
} as const;

/** The folder the person picks; undefined when the dialog is dismissed. */
export async function chooseFolder(purpose: keyof typeof words): Promise<string | undefined> {
  const window = BrowserWindow.getAllWindows().at(0);
  const options = {
    ...words[purpose],
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  } satisfies Electron.OpenDialogOptions;
  const { canceled, filePaths } =
    window === undefined
      ? await dialog.showOpenDialog(options)
      : await dialog.showOpenDialog(window, options);
  return canceled ? undefined : filePaths.at(0);
}
