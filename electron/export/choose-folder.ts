import { BrowserWindow, dialog } from 'electron';

/** The folder the person picks for an export; undefined when the dialog is dismissed. */
export async function chooseFolder(): Promise<string | undefined> {
  const window = BrowserWindow.getAllWindows().at(0);
  const options = {
    title: 'Save the export in',
    buttonLabel: 'Save here',
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  } satisfies Electron.OpenDialogOptions;
  const { canceled, filePaths } =
    window === undefined
      ? await dialog.showOpenDialog(options)
      : await dialog.showOpenDialog(window, options);
  return canceled ? undefined : filePaths.at(0);
}
