// The library's screen over a vault in memory, and the words tests look at it and work it with.
import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '../../renderer/app/App.tsx';
import type { Extractor } from '../../renderer/extract/extract.ts';
import type { ImportedText } from '../../renderer/vault/calls/import.ts';
import { ok } from '../../shared/result.ts';
import { importedAct, sourceId } from './library.ts';
import { MemoryVault, testPerson } from './memory-vault.ts';
import { recordBridge, show } from './showing.tsx';

const text: ImportedText = {
  status: 'text',
  format: 'plain',
  extractor: 'plain/1',
  pages: 1,
  words: 120,
  unreadable: 0,
  details: {},
};
const extractor: Extractor = { extract: () => Promise.resolve(text), end: () => undefined };

/** The app, unlocked, over a library of what is given. */
export function openLibrary(...sources: readonly Parameters<typeof importedAct>[]): MemoryVault {
  let imported = 100;
  const names = new Map<string, string>();
  const vault: MemoryVault = new MemoryVault({
    'locker:look': () => ok({ kind: 'open', person: testPerson }),
    'import:original': ({ name }) => {
      const file = `sealed ${name}`;
      names.set(file, name);
      return ok({ file, duplicateOf: name === 'again.txt' ? sourceId(1) : null });
    },
    'import:finish': ({ file }) => {
      const number = ++imported;
      vault.record([importedAct(number, names.get(file) ?? '')]);
      return ok(sourceId(number));
    },
  });
  vault.record(sources.map((source) => importedAct(...source)));
  show(
    <App vault={vault} bridge={recordBridge()} startExtractor={() => Promise.resolve(extractor)} />,
  );
  return vault;
}

export const rows = () => page.getByRole('row').elements().slice(1);
export const titles = () => rows().map((row) => row.querySelector('button')?.textContent ?? '');
export const button = (name: string | RegExp) => page.getByRole('button', { name });
export const details = () => page.getByRole('complementary', { name: 'Details' });
export const focusTitle = (name: string) => {
  (button(name).element() as HTMLElement).focus();
};
export const openDetails = async (name: string) => {
  await expect.element(button(name)).toBeVisible();
  focusTitle(name);
  await userEvent.keyboard(' ');
};
export const lastAct = (vault: MemoryVault) => vault.acts.at(-1);
export const sheet = () => page.getByRole('table', { name: 'Edit the details' });
export const many = () =>
  page.getByRole('complementary', { name: 'Details of the chosen sources' });
