// The way in: look, type a secret, create and prove, unlock, change the passphrase. Holds the session once it is open.
import type { Bytes } from '../../shared/bytes.ts';
import { randomId } from '../../shared/evidence/ids.ts';
import type { Person } from '../../shared/evidence/person.ts';
import {
  lookAtLocker,
  openLocker,
  prepareLocker,
  type LockerHost,
  type LockerSecret,
  type PreparedLocker,
} from '../../shared/locker/locker.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type {
  LockerState,
  OpenReport,
  SecretEdit,
  SecretState,
  VaultEvent,
  VaultRequest,
} from './contract.ts';
import { calibrateCost } from './derive-key.ts';
import { describeOpening } from './open-report.ts';
import { Secrets } from './secrets.ts';
import { Session } from './session.ts';

/** Prepared and shown; on the disk only once the recovery key was typed back. */
interface Unproven {
  readonly prepared: PreparedLocker;
  readonly passphrase: Bytes;
  readonly person: Person;
}

export class Door {
  readonly #host: LockerHost;
  readonly #tell: (event: VaultEvent) => void;
  readonly #secrets = new Secrets();
  #unproven: Unproven | undefined;
  #session: Session | undefined;

  constructor(host: LockerHost, tell: (event: VaultEvent) => void) {
    this.#host = host;
    this.#tell = tell;
  }

  get session(): Result<Session> {
    return this.#session === undefined ? fail('locker-closed') : ok(this.#session);
  }

  async look(): Promise<Result<LockerState>> {
    if (this.#session !== undefined) return ok({ kind: 'open', person: this.#session.person });
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
    this.#unproven?.passphrase.fill(0);
    const person: Person = { id: randomId(), name, colour };
    const prepared = await prepareLocker(this.#host, {
      passphrase: passphrase.value,
      cost: await calibrateCost(),
      person,
      name: '',
    });
    this.#unproven = { prepared, passphrase: passphrase.value, person };
    this.#secrets.clear();
    return ok({ recoveryKey: prepared.recoveryKey });
  }

  async proveRecovery(): Promise<Result<OpenReport>> {
    if (this.#unproven === undefined) return fail('locker-absent');
    const { prepared, passphrase, person } = this.#unproven;
    if (!sameKey(this.#secrets.text('recovery'), prepared.recoveryKey)) {
      return fail('recovery-unproven');
    }
    const written = await prepared.write();
    if (!written.ok) return written;
    passphrase.fill(0);
    this.#unproven = undefined;
    return this.#begin(written.value, person);
  }

  async unlock({ by }: VaultRequest<'locker:unlock'>): Promise<Result<OpenReport>> {
    const passphrase = this.#secrets.bytes('passphrase');
    const secret: LockerSecret =
      by === 'passphrase' ? { passphrase } : { recoveryKey: this.#secrets.text('recovery') };
    const opened = await openLocker(this.#host, secret);
    passphrase.fill(0);
    this.#secrets.clear();
    if (!opened.ok) return opened;
    // Until several people share a locker, whoever opens it is the person it was created by.
    const [person] = opened.value.state.people.values();
    return person === undefined
      ? this.#beginUnnamed(opened.value)
      : this.#begin(opened.value, person);
  }

  /** A creation that was cut off after its slots: the locker is there, and nobody has said who they are. */
  async #beginUnnamed(locker: OpenLocker): Promise<Result<OpenReport>> {
    const person: Person = { id: randomId(), name: 'No name yet', colour: '#17616b' };
    const named = await locker.act(
      [{ subject: 'library', kind: 'person-named', payload: { person } }],
      person.id,
    );
    return named.ok ? this.#begin(locker, person) : named;
  }

  async changePassphrase(): Promise<Result<null>> {
    if (this.#session === undefined) return fail('locker-closed');
    const next = await this.#newPassphrase();
    if (!next.ok) return next;
    const current = this.#secrets.bytes('current');
    const changed = await this.#session.changePassphrase(
      current,
      next.value,
      await calibrateCost(),
    );
    current.fill(0);
    next.value.fill(0);
    if (changed.ok) this.#secrets.clear();
    return changed;
  }

  async close(): Promise<Result<null>> {
    this.#secrets.clear();
    const session = this.#session;
    this.#session = undefined;
    return session === undefined ? ok(null) : session.close();
  }

  #begin(locker: OpenLocker, person: Person): Result<OpenReport> {
    this.#secrets.clear();
    this.#session = new Session(locker, person, this.#tell);
    return ok(describeOpening(locker, this.#session.person));
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

/** Spaces, hyphens and capitals do not matter; confusable letters do here: the person compares, and learns to read them. */
function sameKey(typed: string, shown: string): boolean {
  const plain = (text: string) => text.replace(/[\s-]/g, '').toUpperCase();
  return plain(typed) === plain(shown);
}
