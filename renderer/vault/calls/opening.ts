// Calls before a locker is open, and the one that closes it.
import type { Person } from '../../../shared/evidence/person.ts';

/** Fields a secret is typed into. Each has its own buffer of code points in the worker, zeroed after use. */
export type SecretField = 'passphrase' | 'repeat' | 'current' | 'recovery';

/** One edit of a secret, straight from `beforeinput`: replace the code points [from, to) by `insert`. */
export interface SecretEdit {
  readonly field: SecretField;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export interface SecretState {
  /** Code points typed so far: how many dots to draw. */
  readonly length: number;
  /** For `passphrase`: 0 (guessed at once) to 4 (strong), whether it may be used, and what to do about it. */
  readonly strength?: {
    readonly score: 0 | 1 | 2 | 3 | 4;
    readonly accepted: boolean;
    readonly advice: string;
  };
  /** For `repeat`: whether it equals `passphrase`. */
  readonly matches?: boolean;
}

export type LockerState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'open'; readonly person: Person };

/** What the person should know after unlocking; all empty is the normal case. */
export interface OpenReport {
  readonly person: Person;
  /** Runs that ended without closing, with the time of their last act. */
  readonly unclosed: readonly { readonly device: string; readonly lastAt: number }[];
  /** Items that are damaged or missing, in words for a person. */
  readonly alarms: readonly string[];
  /** Files and keys other devices wrote that have not arrived yet. */
  readonly notArrived: number;
  /** True when the sealed views were rebuilt from the journal. */
  readonly rebuilt: boolean;
}

export interface OpeningCalls {
  'locker:look': { request: null; response: LockerState };
  'secret:edit': { request: SecretEdit; response: SecretState };
  'secret:clear': { request: null; response: null };
  /** Puts six random words into `passphrase` and shows them once. */
  'secret:offer': { request: null; response: { readonly words: string } };
  /** Uses `passphrase` and `repeat`. The locker exists once the recovery key was proven (`recovery:prove`). */
  'locker:create': {
    request: { readonly name: string; readonly colour: string };
    response: { readonly recoveryKey: string };
  };
  /** Compares the secret field `recovery` with the key shown; on success the locker is open. */
  'recovery:prove': { request: null; response: OpenReport };
  'locker:unlock': {
    request: { readonly by: 'passphrase' | 'recovery' };
    response: OpenReport;
  };
  /** Milliseconds until the next try of a secret is taken. */
  'attempts:read': { request: null; response: { readonly waitMs: number } };
  /** Ends the run with its closing frame and forgets the keys. The renderer is ended after it. */
  'locker:close': { request: null; response: null };
}
