import { readFileSync, globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hardenedPreferences } from '../../../../electron/security/window-preferences.ts';

test('pages are isolated, sandboxed and without Node', () => {
  expect(hardenedPreferences).toMatchObject({
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
  });
});

test('nothing can change the preferences while the program runs', () => {
  expect(Object.isFrozen(hardenedPreferences)).toBe(true);
});

test('windows are made in one place, with these preferences', () => {
  const makers = globSync('electron/**/*.ts').filter((file) =>
    /new (BrowserWindow|WebContentsView|BrowserView)\b/.test(readFileSync(file, 'utf8')),
  );
  expect(makers).toEqual(['electron/main-window.ts']);
  const [maker = ''] = makers;
  expect(readFileSync(maker, 'utf8')).toMatch(
    /webPreferences: \{ \.\.\.hardenedPreferences, devTools: this\.#devTools \}/,
  );
});

test('developer tools are for a checkout only', () => {
  expect(readFileSync('electron/main.ts', 'utf8')).toContain('new MainWindow(!app.isPackaged,');
});
