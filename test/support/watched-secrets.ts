// Every passphrase that was taken out of the fields it was typed into, and every recovery key that was printed or typed, as the
// very arrays: what holds a secret is to be zeroed after use.
import { vi, type MockInstance } from 'vitest';
import type * as RecoveryKey from '../../shared/crypto/recovery-key.ts';
import { Secrets } from '../../renderer/vault/secrets.ts';

const keys: Uint8Array[] = [];
let taken: MockInstance<Secrets['bytes']> | undefined;

/** For `vi.mock` of `shared/crypto/recovery-key.ts`. */
export async function watchedKeys(
  original: () => Promise<typeof RecoveryKey>,
): Promise<typeof RecoveryKey> {
  const real = await original();
  return {
    ...real,
    printRecoveryKey: (key) => {
      keys.push(key);
      return real.printRecoveryKey(key);
    },
    parseRecoveryKey: async (typed) => {
      const key = await real.parseRecoveryKey(typed);
      if (key !== undefined) keys.push(key);
      return key;
    },
  };
}

/** From now on, until mocks are restored. */
export function watchSecrets(): void {
  keys.length = 0;
  taken = vi.spyOn(Secrets.prototype, 'bytes');
}

/** Passphrases first, in the order they were taken. */
export function secretsSeen(): readonly Uint8Array[] {
  const passphrases = (taken?.mock.results ?? []).flatMap(({ type, value }) =>
    type === 'return' ? [value] : [],
  );
  return [...passphrases, ...keys].filter(({ length }) => length > 0);
}

/** Those that were not overwritten. */
export function secretsLeft(): readonly Uint8Array[] {
  return secretsSeen().filter((bytes) => bytes.some((byte) => byte !== 0));
}
