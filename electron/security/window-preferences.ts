import path from 'node:path';
import type { WebPreferences } from 'electron';

/** The one set of preferences every window uses. */
export const hardenedPreferences = Object.freeze({
  preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
}) satisfies Readonly<WebPreferences>;
