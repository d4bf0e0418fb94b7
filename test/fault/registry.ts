import type { Campaign } from './campaign.ts';
import { flip } from './flip.ts';

/** Every campaign, in the order they run. */
export const campaigns: readonly Campaign[] = [flip];
