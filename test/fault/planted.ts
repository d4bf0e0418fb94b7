// `planted`: the campaign `kill-app` over a program in which a fault was planted. It has to find it, and to find nothing after
// the same death without it, or it proves nothing.
import path from 'node:path';
import { findElectron } from '../../tools/electron-binary.ts';
import { newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import { makeReady, runKillApp } from './kill-app.ts';
import type { NamedStep } from './named-steps.ts';
import type { PlantedFault } from './planted-faults.ts';

interface Planting {
  readonly fault: PlantedFault;
  /** The death that shows it. */
  readonly named: NamedStep;
  /** What the campaign says of it: an acknowledged act is gone, or a file is left that should not be there. */
  readonly shows: 'loss' | 'damage';
}

const plantings: readonly Planting[] = [
  // The first is of the segment of before, so that what it holds is on the disk.
  {
    fault: 'early-answer',
    named: { act: 'mark', step: 'sync journal', nth: 2, moment: 'before' },
    shows: 'loss',
  },
  {
    fault: 'late-slot',
    named: { act: 'passphrase', step: 'sync-folder slots', nth: 1, moment: 'before' },
    shows: 'loss',
  },
  {
    fault: 'no-rename',
    named: { act: 'passphrase', step: 'write slots', nth: 1, moment: 'within' },
    shows: 'damage',
  },
];

export const planted: Campaign = {
  name: 'planted',
  promise: 'the campaign kill-app finds each fault planted in the program, and none without it',
  shortN: plantings.length,
  fullN: plantings.length,
  needs: 'build',
  run: runPlanted,
};

async function runPlanted(context: FaultContext): Promise<Tally> {
  const tally = newTally();
  if (findElectron() !== undefined && process.env['E2E_SHELL'] !== 'stand-in') {
    return { ...tally, skipped: 'Electron loads nothing before its main: no fault can be planted' };
  }
  const ready = await makeReady(context.scratch);
  for (const [step, { fault, named, shows }] of plantings.entries()) {
    if (context.only !== undefined && context.only !== step) continue;
    if (context.stop?.aborted === true) {
      tally.failures.push({ step, what: 'stopped before this step' });
      break;
    }
    const fate = { act: named.act, victim: 'main', named } as const;
    const contextIn = (name: string): FaultContext => ({
      ...{ seed: context.seed, n: 1, scratch: path.join(context.scratch, `${fault}-${name}`) },
      ...(context.stop === undefined ? {} : { stop: context.stop }),
    });
    const broken = await runKillApp(contextIn('broken'), { fault, fate, ready });
    const found = shows === 'loss' ? broken.lost > 0 : broken.failures.length > 0;
    tally.mutations++;
    if (found) tally.detected++;
    else {
      tally.undetected++;
      tally.failures.push({ step, what: `${fault} was not found` });
    }
    const whole = await runKillApp(contextIn('whole'), { fate, ready });
    for (const { what } of whole.failures) {
      tally.failures.push({ step, what: `without ${fault}: ${what}` });
    }
    // What the broken program lost is what was looked for; what the whole one loses is a loss.
    tally.lost += whole.lost;
    tally.acks += whole.acks;
    tally.n++;
  }
  return tally;
}
