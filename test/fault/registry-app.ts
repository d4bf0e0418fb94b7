import type { Campaign } from './campaign.ts';
import { diskFullApp } from './disk-full-app.ts';
import { hostile } from './hostile.ts';
import { leak } from './leak.ts';
import { lock } from './lock.ts';
import { memory } from './memory.ts';
import { packets } from './packets.ts';

/** Those over the running program: each starts it, so they come last. */
export const appCampaigns: readonly Campaign[] = [
  leak,
  memory,
  lock,
  diskFullApp,
  packets,
  hostile,
];
