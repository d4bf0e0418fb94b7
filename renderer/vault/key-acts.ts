// Acts about who can open the locker. Each takes what was typed from the secret fields and proves a secret of now first.
import type { Bytes } from '../../shared/bytes.ts';
import type { Secret } from '../../shared/crypto/slots.ts';
import { randomId } from '../../shared/evidence/ids.ts';
import type { PreparedRecovery } from '../../shared/locker/key-slots.ts';
import type { PresentSlot } from '../../shared/locker/present-slots.ts';
import { secretOf } from '../../shared/locker/locker.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { KeysView, KeyView, PersonKeys, Proof } from './calls/keys.ts';
import type { VaultRequest, VaultResponse } from './contract.ts';
import { calibrateCost } from './derive-key.ts';
import type { Pace } from './pace.ts';
import { sameKey } from './same-key.ts';
import type { Secrets } from './secrets.ts';
import type { Session } from './session.ts';

export interface KeyActsHost {
  readonly secrets: Secrets;
  readonly pace: Pace;
  /** The passphrase typed twice, if it is good enough. The caller overwrites it. */
  readonly newPassphrase: () => Promise<Result<Bytes>>;
}

export class KeyActs {
  readonly #host: KeyActsHost;
  readonly #session: Session;
  /** Shown, not yet typed back. */
  #unproven: PreparedRecovery | undefined;

  constructor(host: KeyActsHost, session: Session) {
    this.#host = host;
    this.#session = session;
  }

  async read(): Promise<Result<KeysView>> {
    const listed = await this.#session.slots.list();
    if (!listed.ok) return listed;
    const renewalBegun = await this.#session.renewing.isBegun();
    return ok({ ...viewKeys(listed.value, this.#session), renewalBegun });
  }

  async add({ person, label, proof }: VaultRequest<'keys:add'>): Promise<Result<null>> {
    const { name, colour } = person;
    const named = { id: person.id ?? randomId(), name, colour };
    return this.#withNewPassphrase(proof, async (current, passphrase) => {
      const next = { passphrase, cost: await calibrateCost(), person: named, label };
      return this.#session.slots.add(current, next, this.#session.person.id);
    });
  }

  async changePassphrase({ proof }: VaultRequest<'passphrase:change'>): Promise<Result<null>> {
    return this.#withNewPassphrase(proof, async (current, passphrase) => {
      const next = { passphrase, cost: await calibrateCost() };
      return this.#session.slots.changePassphrase(current, next, this.#session.person.id);
    });
  }

  async remove({ slot, proof }: VaultRequest<'keys:remove'>): Promise<Result<null>> {
    const { slots, person } = this.#session;
    return this.#proven(proof, (current) => slots.remove(current, slot, person.id));
  }

  async checkRecovery(): Promise<Result<null>> {
    const { secrets, pace } = this.#host;
    const secret = await secretOf({ recoveryKey: secrets.text('recovery') });
    try {
      return await pace.attempt(() => this.#session.slots.prove(secret));
    } finally {
      overwrite(secret);
      secrets.clear();
    }
  }

  async replaceRecovery({
    proof,
  }: VaultRequest<'recovery:replace'>): Promise<Result<{ readonly recoveryKey: string }>> {
    const prepared = await this.#proven(proof, (current) =>
      this.#session.slots.prepareRecovery(current),
    );
    if (!prepared.ok) return prepared;
    this.forget();
    this.#unproven = prepared.value;
    return ok({ recoveryKey: prepared.value.recoveryKey });
  }

  async confirmRecovery(): Promise<Result<null>> {
    const { secrets } = this.#host;
    const unproven = this.#unproven;
    if (unproven === undefined) return fail('recovery-unproven');
    if (!sameKey(secrets.text('recovery'), unproven.recoveryKey)) return fail('recovery-unproven');
    // From here on it is the writing's own: locking must not zero a key that a slot is being made of.
    this.#unproven = undefined;
    let isWritten = false;
    try {
      const written = await unproven.write(this.#session.person.id);
      isWritten = written.ok;
      return written;
    } finally {
      if (isWritten) secrets.clear();
      else this.#unproven = unproven; // it can be tried again
      this.#session.tellChanged(); // a failure may have written a part of it
    }
  }

  /** A recovery key that was shown and not typed back will not be. */
  forget(): void {
    this.#unproven?.forget();
    this.#unproven = undefined;
  }

  async prepareRenewal(): Promise<Result<VaultResponse<'renewal:prepare'>>> {
    const { renewing, person } = this.#session;
    return this.#proven('passphrase', (current) =>
      current.kind === 'passphrase'
        ? renewing.prepare(current.passphrase, person.id)
        : Promise.resolve(fail('secret-wrong')),
    );
  }

  async runRenewal(): Promise<Result<null>> {
    const { secrets } = this.#host;
    const { renewing, safekeeping, person } = this.#session;
    safekeeping.stop();
    const done = await renewing.run(secrets.text('recovery'), person.id);
    if (done.ok) secrets.clear();
    return done;
  }

  async #withNewPassphrase(
    proof: Proof,
    work: (current: Secret, passphrase: Bytes) => Promise<Result<null>>,
  ): Promise<Result<null>> {
    const passphrase = await this.#host.newPassphrase();
    if (!passphrase.ok) return passphrase;
    try {
      return await this.#proven(proof, (current) => work(current, passphrase.value));
    } finally {
      passphrase.value.fill(0);
    }
  }

  async #proven<T>(
    proof: Proof,
    work: (current: Secret) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const { secrets, pace } = this.#host;
    const current = await secretOf(
      proof === 'passphrase'
        ? { passphrase: secrets.bytes('current') }
        : { recoveryKey: secrets.text('current') },
    );
    try {
      const done = await pace.attempt(() => work(current));
      if (done.ok) secrets.clear();
      return done;
    } finally {
      overwrite(current);
      this.#session.tellChanged(); // a failure may have written a part of it
    }
  }
}

function overwrite(secret: Secret): void {
  (secret.kind === 'passphrase' ? secret.passphrase : secret.key).fill(0);
}

function viewKeys(
  present: readonly PresentSlot[],
  { people, person: you }: Pick<Session, 'people' | 'person'>,
): Omit<KeysView, 'renewalBegun'> {
  const alive = present
    .filter(({ gone, openedThis }) => gone === null || openedThis)
    .sort((a, b) => (a.addedAt ?? 0) - (b.addedAt ?? 0) || (a.id < b.id ? -1 : 1));
  const passphrases = alive.filter(({ kind }) => kind === 'passphrase');
  const listed = Array.from(people.values(), (person): PersonKeys => {
    const keys = passphrases.filter((slot) => slot.person === person.id).map(viewKey);
    return { person, isYou: person.id === you.id, keys };
  });
  const rank = ({ isYou, keys }: PersonKeys) => (isYou ? 0 : keys.length > 0 ? 1 : 2);
  return {
    people: listed.sort((a, b) => rank(a) - rank(b)),
    recovery: alive.filter(({ kind }) => kind === 'recovery').map(viewKey),
    unknown: passphrases
      .filter(({ person }) => person === undefined || !people.has(person))
      .map(viewKey),
  };
}

function viewKey({ id, label, addedAt, openedThis }: PresentSlot): KeyView {
  return { slot: id, label, addedAt: addedAt ?? null, openedThis };
}
