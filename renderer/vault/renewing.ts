// New keys for everything, as the screens ask for it: prove, show a new recovery key, have it typed back, run. While it
// runs the locker takes no other act, and afterwards, however it ended, it is unlocked anew.
import { randomBytes, type Bytes } from '../../shared/bytes.ts';
import { leastCost } from '../../shared/crypto/argon2.ts';
import { printRecoveryKey, recoveryKeyBytes } from '../../shared/crypto/recovery-key.ts';
import type { PersonId } from '../../shared/evidence/ids.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import {
  dropRenewal,
  isRenewalBegun,
  lookAtRenewal,
  renewKeys,
} from '../../shared/locker/renew-keys.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { VaultEvent, VaultResponse } from './contract.ts';
import { calibrateCost, deriveKey } from './derive-key.ts';
import { sameKey } from './same-key.ts';

const stretching = { argon2: deriveKey, least: leastCost };

interface Prepared {
  readonly passphrase: Bytes;
  /** Undefined where a renewal goes on that has a recovery key already. */
  readonly recovery: { readonly key: Bytes; readonly printed: string } | undefined;
}

export class Renewing {
  readonly #locker: OpenLocker;
  readonly #now: () => number;
  readonly #tell: (event: VaultEvent) => void;
  #prepared: Prepared | undefined;
  #stopped = false;

  constructor(locker: OpenLocker, now: () => number, tell: (event: VaultEvent) => void) {
    this.#locker = locker;
    this.#now = now;
    this.#tell = tell;
  }

  async isBegun(): Promise<boolean> {
    const begun = await isRenewalBegun(this.#locker.eyes);
    return begun.ok && begun.value;
  }

  /** Keeps the passphrase until `run`, `forget` or the end of the page. Nothing is written. */
  async prepare(
    passphrase: Bytes,
    by: PersonId,
  ): Promise<Result<VaultResponse<'renewal:prepare'>>> {
    this.forget();
    const proven = await this.#locker.slots.proveOwn(passphrase, by);
    if (!proven.ok) return proven;
    const looked = await lookAtRenewal(this.#locker.eyes, passphrase, stretching);
    if (!looked.ok) return looked;
    if (looked.value === 'begun') {
      this.#prepared = { passphrase: passphrase.slice(), recovery: undefined };
      return ok({ recoveryKey: null });
    }
    const key = randomBytes(recoveryKeyBytes);
    const printed = await printRecoveryKey(key);
    this.#prepared = { passphrase: passphrase.slice(), recovery: { key, printed } };
    return ok({ recoveryKey: printed });
  }

  /** `typed` is the recovery key, from what was kept. */
  async run(typed: string, person: PersonId): Promise<Result<null>> {
    const prepared = this.#prepared;
    if (prepared === undefined) return fail('recovery-unproven');
    const { passphrase, recovery } = prepared;
    if (recovery !== undefined && !sameKey(typed, recovery.printed)) {
      return fail('recovery-unproven');
    }
    // From here on it is this run's own: locking must not zero a passphrase that a slot is being made of.
    this.#prepared = undefined;
    this.#stopped = false;
    try {
      const cost = await calibrateCost();
      const renewal = {
        ...{ passphrase, cost, person, stretching, now: this.#now },
        recovery: recovery?.key,
      };
      return await renewKeys(this.#locker, renewal, {
        progress: (stage, files, total) => {
          this.#tell({ kind: 'renewing', stage, done: files, total });
        },
        cancelled: () => this.#stopped,
      });
    } finally {
      passphrase.fill(0);
      recovery?.key.fill(0);
    }
  }

  /** Ends what is running at its next file; what was sealed by then waits. */
  stop(): null {
    this.#stopped = true;
    return null;
  }

  drop(): Promise<Result<null>> {
    return dropRenewal(this.#locker.eyes);
  }

  forget(): null {
    this.#prepared?.passphrase.fill(0);
    this.#prepared?.recovery?.key.fill(0);
    this.#prepared = undefined;
    return null;
  }
}
