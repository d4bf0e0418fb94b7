import type { Campaign } from './campaign.ts';
import { hostile } from './hostile.ts';

/** Those over the running program: each starts it, so they come last. */
export const appCampaigns: readonly Campaign[] = [hostile];
