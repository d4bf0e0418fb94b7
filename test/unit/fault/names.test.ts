import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExportFolder } from '../../../electron/export/export-folder.ts';
import { runNames } from '../../fault/names.ts';

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'locker-fault-test-'));
});
afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

test('finds nothing wrong with the program as it is', async () => {
  const context = { seed: 4, n: 25, scratch };
  const tally = await runNames(context, (parent, name) => ExportFolder.begin(parent, name));
  expect(tally).toMatchObject({ n: 25, lost: 0, failures: [] });
});

test('catches an export that takes names as they come', async () => {
  const tally = await runNames({ seed: 4, n: 25, scratch }, (parent) =>
    Promise.resolve({
      write: (name) => {
        // Never out of this test's own folder, whatever the name says.
        const file = path.resolve(parent, name);
        if (file.startsWith(path.dirname(path.dirname(parent)) + path.sep)) writeFileSync(file, '');
        else mkdirSync(path.join(parent, '..', 'elsewhere'), { recursive: true });
        return Promise.resolve();
      },
      commit: () => Promise.resolve({ folder: '', files: [] }),
    }),
  );
  expect(tally.failures).not.toHaveLength(0);
});
