import type { Campaign } from './campaign.ts';
import { check } from './check.ts';
import { clock } from './clock.ts';
import { killApp } from './kill-app.ts';
import { kill } from './kill.ts';
import { dexie } from './dexie.ts';
import { diskFull } from './disk-full.ts';
import { fileOps } from './file-ops.ts';
import { flip } from './flip.ts';
import { merge } from './merge.ts';
import { names } from './names.ts';
import { planted } from './planted.ts';
import { appCampaigns } from './registry-app.ts';

/** Every campaign, in the order they run. */
export const campaigns: readonly Campaign[] = [
  kill,
  killApp,
  planted,
  fileOps,
  flip,
  check,
  merge,
  dexie,
  diskFull,
  clock,
  names,
  ...appCampaigns,
];
