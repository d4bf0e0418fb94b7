// The way in: look, type a secret, create and prove, unlock. Holds the session once it is open.
import type { Bytes } from '../../shared/bytes.ts';
import { randomId } from '../../shared/evidence/ids.ts';
import type { Person } from '../../shared/evidence/person.ts';
import {
  lookAtLocker,
  openLocker,
  prepareLocker,
  tryWriting,
  type LockerHost,
  type LockerSecret,
  type PreparedLocker,
} from '../../shared/locker/locker.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { LockerState, OpenReport, SecretEdit, SecretState } from './calls/opening.ts';
import type { VaultEvent, VaultRequest } from './contract.ts';
import { calibrateCost } from './derive-key.ts';
import { describeOpening } from './open-report.ts';
import { KeyActs } from './key-acts.ts';
import type { Pace } from './pace.ts';
import { sameKey } from './same-key.ts';
import { Secrets } from './secrets.ts';
import type { SafekeepingHost } from './safekeeping.ts';
import { Session } from './session.ts';

/** Prepared and shown; on the disk only once the recovery key was typed back. */
interface Unproven {
  readonly prepared: PreparedLocker;
  readonly passphrase: Bytes;
  readonly person: Person;
}

export class Door {
  readonly #host: LockerHost & SafekeepingHost;
  readonly #tell: (event: VaultEvent) => void;
  readonly #secrets = new Secrets();
  #unproven: Unproven | undefined;
  readonly #pace: Pace;
  #opened: { readonly session: Session; readonly keys: KeyActs } | undefined;

  constructor(host: LockerHost & SafekeepingHost, tell: (event: VaultEvent) => void, pace: Pace) {
    this.#host = host;
    this.#tell = tell;
    this.#pace = pace;
  }

  get session(): Result<Session> {
    return this.#opened === undefined ? fail('locker-closed') : ok(this.#opened.session);
  }

  /** Acts about who can open the locker. */
  get keys(): Result<KeyActs> {
    return this.#opened === undefined ? fail('locker-closed') : ok(this.#opened.keys);
  }

  get waitMs(): number {
    return this.#pace.waitMs;
  }

  async look(): Promise<Result<LockerState>> {
    const open = this.session;
    if (open.ok) return ok({ kind: 'open', person: open.value.person });
    const looked = await lookAtLocker(this.#host.folder);
    return looked.ok ? ok({ kind: looked.value }) : looked;
  }

  async editSecret(edit: SecretEdit): Promise<SecretState> {
    this.#secrets.edit(edit);
    return this.#describeSecret(edit.field);
  }

  clearSecrets(): null {
    this.#secrets.clear();
    return null;
  }

  async offerPassphrase(): Promise<{ readonly words: string }> {
    const { offerPassphrase } = await import('./passphrase.ts');
    const words = offerPassphrase();
    const to = this.#secrets.length('passphrase');
    this.#secrets.edit({ field: 'passphrase', from: 0, to, insert: words });
    return { words };
  }

  async create({
    name,
    colour,
  }: VaultRequest<'locker:create'>): Promise<Result<{ readonly recoveryKey: string }>> {
    const passphrase = await this.#newPassphrase();
    if (!passphrase.ok) return passphrase;
    try {
      const tried = await tryWriting(this.#host.folder);
      if (!tried.ok) return tried;
      const person: Person = { id: randomId(), name, colour };
      const prepared = await prepareLocker(this.#host, {
        passphrase: passphrase.value,
        cost: await calibrateCost(),
        person,
        name: '',
      });
      this.#forgetUnproven();
      this.#unproven = { prepared, passphrase: passphrase.value, person };
      this.#secrets.clear();
      return ok({ recoveryKey: prepared.recoveryKey });
    } finally {
      if (this.#unproven?.passphrase !== passphrase.value) passphrase.value.fill(0);
    }
  }

  async proveRecovery(): Promise<Result<OpenReport>> {
    if (this.#unproven === undefined) return fail('locker-absent');
    const unproven = this.#unproven;
    const { prepared, passphrase, person } = unproven;
    if (!sameKey(this.#secrets.text('recovery'), prepared.recoveryKey)) {
      return fail('recovery-unproven');
    }
    // From here on it is the writing's own: locking must not zero a passphrase that a slot is being made of.
    this.#unproven = undefined;
    let isWritten = false;
    try {
      const written = await prepared.write();
      isWritten = written.ok;
      return written.ok ? this.#begin(written.value, person) : written;
    } finally {
      if (isWritten) passphrase.fill(0);
      else this.#unproven = unproven; // it can be tried again
    }
  }

  async unlock({ by }: VaultRequest<'locker:unlock'>): Promise<Result<OpenReport>> {
    const passphrase = this.#secrets.bytes('passphrase');
    const secret: LockerSecret =
      by === 'passphrase' ? { passphrase } : { recoveryKey: this.#secrets.text('recovery') };
    const opened = await this.#pace
      .attempt(() => openLocker(this.#host, secret))
      .finally(() => {
        passphrase.fill(0);
        this.#secrets.clear();
      });
    if (!opened.ok) return opened;
    const opener = await opened.value.slots.opener();
    if (!opener.ok) return opener;
    const person = opener.value && opened.value.state.people.get(opener.value);
    return person === undefined
      ? this.#beginUnnamed(opened.value)
      : this.#begin(opened.value, person);
  }

  /**
   * A creation that was cut off after its slots, or a passphrase whose person has not arrived yet: the locker opens, and
   * nothing says who this is.
   */
  async #beginUnnamed(locker: OpenLocker): Promise<Result<OpenReport>> {
    const person: Person = { id: randomId(), name: 'No name yet', colour: '#17616b' };
    const named = await locker.act(
      [{ subject: 'library', kind: 'person-named', payload: { person } }],
      person.id,
    );
    return named.ok ? this.#begin(locker, person) : named;
  }

  async close(): Promise<Result<null>> {
    this.#secrets.clear();
    this.#forgetUnproven();
    const opened = this.#opened;
    this.#opened = undefined;
    opened?.keys.forget();
    return opened === undefined ? ok(null) : opened.session.close();
  }

  #forgetUnproven(): void {
    this.#unproven?.passphrase.fill(0);
    this.#unproven?.prepared.forget();
    this.#unproven = undefined;
  }

  #begin(locker: OpenLocker, person: Person): Result<OpenReport> {
    this.#secrets.clear();
    const session = new Session(locker, person, this.#tell, this.#host);
    const host = {
      ...{ secrets: this.#secrets, pace: this.#pace },
      newPassphrase: () => this.#newPassphrase(),
    };
    this.#opened = { session, keys: new KeyActs(host, session) };
    return ok(describeOpening(locker, session.person));
  }

  /** The passphrase typed twice, if it is good enough. The caller overwrites it. */
  async #newPassphrase(): Promise<Result<Bytes>> {
    const { strength } = await this.#describeSecret('passphrase');
    if (strength?.accepted !== true) return fail('passphrase-weak');
    if (!this.#secrets.same('passphrase', 'repeat')) return fail('passphrases-differ');
    return ok(this.#secrets.bytes('passphrase'));
  }

  async #describeSecret(field: SecretEdit['field']): Promise<SecretState> {
    const length = this.#secrets.length(field);
    if (field === 'repeat') return { length, matches: this.#secrets.same('passphrase', 'repeat') };
    if (field !== 'passphrase') return { length };
    const { measureStrength } = await import('./passphrase.ts');
    return { length, strength: measureStrength(this.#secrets.text('passphrase')) };
  }
}
