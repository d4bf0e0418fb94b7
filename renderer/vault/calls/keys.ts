// Calls about who can open the locker, and the renewal of all its keys.
import type { PersonId } from '../../../shared/evidence/ids.ts';
import type { Person } from '../../../shared/evidence/person.ts';

/** A secret that opens the locker now, typed into `current`: without one nobody adds or takes away a key. */
export type Proof = 'passphrase' | 'recovery';

/** One passphrase or recovery key. */
export interface KeyView {
  readonly slot: string;
  readonly label: string;
  /** Wall clock, milliseconds since 1970; null for keys of before the journal knew them. */
  readonly addedAt: number | null;
  /** This session was opened with it. */
  readonly openedThis: boolean;
}

export interface PersonKeys {
  readonly person: Person;
  readonly isYou: boolean;
  readonly keys: readonly KeyView[];
}

/** Who can open the locker. */
export interface KeysView {
  /** You first, then those with keys, then those without. */
  readonly people: readonly PersonKeys[];
  /** One, but for a replacement that was cut off or a merge of copies. */
  readonly recovery: readonly KeyView[];
  /** Passphrases whose person is not known here: what tells it has not arrived. */
  readonly unknown: readonly KeyView[];
  /** A renewal of all keys was begun and is not finished. */
  readonly renewalBegun: boolean;
}

export interface KeyCalls {
  'keys:read': { request: null; response: KeysView };
  /** Your own. Uses `current`, `passphrase`, `repeat`. */
  'passphrase:change': { request: { readonly proof: Proof }; response: null };
  /** Another passphrase for a person, new or known. Uses `current`, `passphrase`, `repeat`. */
  'keys:add': {
    request: {
      readonly person: { readonly id: PersonId | null } & Pick<Person, 'name' | 'colour'>;
      readonly label: string;
      readonly proof: Proof;
    };
    response: null;
  };
  /** Uses `current`. */
  'keys:remove': { request: { readonly slot: string; readonly proof: Proof }; response: null };
  /** Whether `recovery` opens the locker; changes nothing. */
  'recovery:check': { request: null; response: null };
  /** Uses `current`. The new key counts, and the old one is gone, once it was typed back (`recovery:confirm`). */
  'recovery:replace': {
    request: { readonly proof: Proof };
    response: { readonly recoveryKey: string };
  };
  /** Compares `recovery` with the new key shown. */
  'recovery:confirm': { request: null; response: null };
  /**
   * New keys for everything. Uses `current`, your passphrase; nothing is written yet. `recoveryKey` is the new one, to be
   * typed back; null where a renewal goes on that has one already.
   */
  'renewal:prepare': { request: null; response: { readonly recoveryKey: string | null } };
  /**
   * Compares `recovery` with the new key shown, then renews; `renewing` events tell how far it is. Whatever it answers but
   * `recovery-unproven`, the locker has to be closed and unlocked again.
   */
  'renewal:run': { request: null; response: null };
  'renewal:stop': { request: null; response: null };
  /** Deletes what a renewal prepared that was not finished. */
  'renewal:drop': { request: null; response: null };
}

export interface RenewalProgress {
  readonly kind: 'renewing';
  readonly stage: 'sealing' | 'verifying';
  /** Files of files. */
  readonly done: number;
  readonly total: number;
}
