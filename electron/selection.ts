import { clipboard } from 'electron';

/**
 * Linux keeps what was selected with the mouse for whoever presses the middle button, in whatever program, until something
 * else is selected. It would outlive the page it was selected in, so it ends with it.
 */
export function forgetSelection(): void {
  if (process.platform === 'linux') clipboard.selection.clear();
}
