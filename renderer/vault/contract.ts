// The one typed list of calls between the screens and the vault worker: the union of those in `calls/`, one file a subject, where
// each call stands with what it takes and answers. The worker is the truth; screens ask again when it says `changed`. Nothing here
// is a key; a passphrase goes in key by key (`secret:edit`) and never comes back.
import type { Result } from '../../shared/result.ts';
import type { ImportCalls } from './calls/import.ts';
import type { JournalCalls } from './calls/journal.ts';
import type { KeyCalls, RenewalProgress } from './calls/keys.ts';
import type { LibraryCalls } from './calls/library.ts';
import type { MarkCalls } from './calls/marks.ts';
import type { OpeningCalls } from './calls/opening.ts';
import type { QuoteCalls } from './calls/quotes.ts';
import type { SafekeepingCalls, SafekeepingAct } from './calls/safekeeping.ts';
import type { SourceCalls } from './calls/sources.ts';
import type { TrashCalls } from './calls/trash.ts';
import type { VersionCalls } from './calls/versions.ts';

interface Calls
  extends
    OpeningCalls,
    KeyCalls,
    LibraryCalls,
    JournalCalls,
    SourceCalls,
    ImportCalls,
    VersionCalls,
    MarkCalls,
    QuoteCalls,
    SafekeepingCalls,
    TrashCalls {}

export type VaultCall = keyof Calls;
export type VaultRequest<C extends VaultCall> = Calls[C]['request'];
export type VaultResponse<C extends VaultCall> = Calls[C]['response'];

/** What the worker tells without being asked. */
export type VaultEvent =
  | { readonly kind: 'changed'; readonly subjects: readonly string[] }
  | { readonly kind: 'progress'; readonly running: SafekeepingAct }
  | RenewalProgress;

/** The vault as the screens hold it; the worker client and the tests' in-memory vault both are one. */
export interface Vault {
  ask<C extends VaultCall>(call: C, request: VaultRequest<C>): Promise<Result<VaultResponse<C>>>;
  /** Calls `listener` after every change; returns the way to stop. */
  listen(listener: (event: VaultEvent) => void): () => void;
}
