import type { PersonId } from './ids.ts';

/** What the journal says of a slot: names and people never stand in the slot's own file, which anybody can read. */
export interface KeySlot {
  readonly kind: 'passphrase' | 'recovery';
  readonly person: PersonId;
  readonly label: string;
  /** Wall clock, milliseconds since 1970. */
  readonly addedAt: number;
  /** By a new passphrase of the same person, or taken away: it opens older copies of the locker only. */
  readonly gone: 'replaced' | 'removed' | null;
}
