// A folder that looks like Electron's to electron-builder: enough to pack the program and set its fuses without the
// binary, which no package registry has.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Electron marks the place of its fuses in the binary with this text; a version, their number and their states follow. */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseCount = 9;
const wire = Buffer.concat([
  Buffer.from(fuseSentinel),
  Buffer.from([1, fuseCount]),
  Buffer.from('0'.repeat(fuseCount)),
]);

export function makeDummyElectron(folder: string, version: string): void {
  mkdirSync(path.join(folder, 'resources'), { recursive: true });
  mkdirSync(path.join(folder, 'locales'));
  const binary = Buffer.concat([Buffer.from('#!/bin/sh\nexit 77\n'), wire, Buffer.from('\n')]);
  writeFileSync(path.join(folder, 'electron'), binary, { mode: 0o755 });
  writeFileSync(path.join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'resources.pak', 'locales/en-US.pak']) {
    writeFileSync(path.join(folder, name), '');
  }
}
