// The campaign `kill-app` over a program in which a fault was planted: it has to find it, or it proves nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { findElectron } from '../../tools/electron-binary.ts';
import { runKillApp } from '../fault/kill-app.ts';
import type { PlantedFault } from '../fault/planted-faults.ts';
import type { NamedStep } from '../fault/named-steps.ts';

test.skip(
  findElectron() !== undefined && process.env['E2E_SHELL'] !== 'stand-in',
  'Electron loads nothing before its main',
);

const deaths: readonly (readonly [PlantedFault, NamedStep])[] = [
  // The first is of the segment of before, so that what it holds is on the disk.
  ['early-answer', { act: 'mark', step: 'sync journal', nth: 2, moment: 'before' }],
  ['late-slot', { act: 'passphrase', step: 'sync-folder slots', nth: 1, moment: 'before' }],
  ['no-rename', { act: 'passphrase', step: 'write slots', nth: 1, moment: 'within' }],
];

for (const [fault, named] of deaths) {
  test(`the campaign fails over a program with ${fault}, and over the same death without it does not`, async () => {
    test.setTimeout(240_000);
    const scratch = mkdtempSync(path.join(tmpdir(), 'kill-app-'));
    const fate = { act: named.act, victim: 'main', named } as const;
    const contextIn = (name: string) => ({ seed: 1, n: 1, scratch: path.join(scratch, name) });
    try {
      const broken = await runKillApp(contextIn('broken'), { fault, fate });
      expect(broken.failures.length + broken.lost).toBeGreaterThan(0);
      if (fault !== 'no-rename') expect(broken.lost).toBeGreaterThan(0);
      const whole = await runKillApp(contextIn('whole'), { fate });
      expect(whole).toMatchObject({ n: 1, lost: 0, failures: [] });
    } finally {
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}
