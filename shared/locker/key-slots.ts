// Who can open the locker: slots are added, replaced and taken away here. Every step leaves a state in which whoever was
// told "done" can open:
//   1 the journal says whose the new slot is   (killed here: it names a slot that is not there)
//   2 the slot is written and opened again from the disk   (both open, the new one with its person)
//   3 the journal says which slots it replaces   (both open; the old ones are deleted at the next opening by another)
//   4 the replaced slots are deleted
import { randomBytes, type Bytes } from '../bytes.ts';
import type { Argon2Cost } from '../crypto/argon2.ts';
import { printRecoveryKey, recoveryKeyBytes } from '../crypto/recovery-key.ts';
import {
  makeSlot,
  type Secret,
  type Slot,
  type SlotFile,
  type Stretching,
} from '../crypto/slots.ts';
import type { PersonId } from '../evidence/ids.ts';
import type { Person } from '../evidence/person.ts';
import type { Act, Change } from '../journal/change.ts';
import type { LibraryState } from '../library/library-state.ts';
import { fail, ok, type Result } from '../result.ts';
import { slotName, type LockerFolder } from './folder.ts';
import {
  adoptions,
  aliveSlots,
  describeSlot,
  isPassphrase,
  slotAdded,
  slotRemoved,
  type PresentSlot,
} from './present-slots.ts';
import { openSlotFile, readSlots, unlockSlots, writeSlot, type Unlocked } from './slot-files.ts';

export interface KeySlotsHost {
  readonly folder: LockerFolder;
  readonly stretching: Stretching;
  readonly lockerId: string;
  /** The slot that opened the locker. */
  readonly openedBy: string;
  readonly act: (acts: readonly Act[], person: PersonId) => Promise<Result<readonly Change[]>>;
  readonly state: () => LibraryState;
}

export interface NewPassphrase {
  readonly passphrase: Bytes;
  readonly cost: Argon2Cost;
}

/** A new recovery key, shown and not yet proven. Until `write` nothing has changed. */
export interface PreparedRecovery {
  readonly recoveryKey: string;
  /** Writes its slot and takes the old ones away. What failed can be tried again. */
  write(by: PersonId): Promise<Result<null>>;
  /** It will not be written: the key is overwritten. */
  forget(): void;
}

interface Proven extends Unlocked {
  readonly own: readonly Slot[];
}

export class KeySlots {
  readonly #host: KeySlotsHost;

  constructor(host: KeySlotsHost) {
    this.#host = host;
  }

  /** Whose slot opened the locker; undefined where nobody can say. */
  async opener(): Promise<Result<PersonId | undefined>> {
    const present = await this.list();
    return present.ok ? ok(present.value.find(({ openedThis }) => openedThis)?.person) : present;
  }

  /**
   * The locker was opened with what had been taken away and came back with an older copy: not to be let in, as long as
   * somebody else's passphrase opens.
   */
  async isRefused(): Promise<boolean> {
    if (this.#host.state().slots.get(this.#host.openedBy)?.gone !== 'removed') return false;
    const own = await this.#own();
    return own.ok && this.#alive(own.value).some(isPassphrase);
  }

  /** What lies in the folder, in no order that means anything. */
  async list(): Promise<Result<readonly PresentSlot[]>> {
    const own = await this.#own();
    return own.ok ? ok(own.value.map((slot) => this.#describe(slot, own.value))) : own;
  }

  /** Whether the secret opens a slot that was not taken away. Changes nothing. */
  async prove(secret: Secret): Promise<Result<null>> {
    const own = await this.#own();
    if (!own.ok) return own;
    const unlocked = await unlockSlots(this.#alive(own.value), secret, this.#host.stretching);
    if (!unlocked.ok) return unlocked;
    unlocked.value.master.fill(0);
    return ok(null);
  }

  /** Whether it is a passphrase of this person. Changes nothing. */
  async proveOwn(passphrase: Bytes, by: PersonId): Promise<Result<null>> {
    const proven = await this.#prove({ kind: 'passphrase', passphrase });
    if (!proven.ok) return proven;
    proven.value.master.fill(0);
    const { own, slot } = proven.value;
    return this.#describe(slot, own).person === by ? ok(null) : fail('secret-wrong');
  }

  /** A slot for somebody, who is named by the same act; touches `slots/` and the journal only. */
  async add(
    current: Secret,
    next: NewPassphrase & { readonly person: Person; readonly label: string },
    by: PersonId,
  ): Promise<Result<null>> {
    const proven = await this.#prove(current);
    if (!proven.ok) return proven;
    const { person, label } = next;
    const secret: Secret = { kind: 'passphrase', passphrase: next.passphrase };
    const made = await this.#make(proven.value, secret, next.cost);
    const known = this.#host.state().people.get(person.id);
    const isNamed = known?.name === person.name && known.colour === person.colour;
    const naming: Act = { subject: 'library', kind: 'person-named', payload: { person } };
    const acts = [
      ...adoptions(proven.value.own, this.#host.state()),
      ...(isNamed ? [] : [naming]),
      slotAdded(made.id, 'passphrase', person.id, label),
    ];
    return this.#write(made, secret, acts, by);
  }

  /**
   * A new passphrase for `by`: proven by a passphrase of theirs, which it replaces, or by the recovery key; then it replaces
   * all of theirs.
   */
  async changePassphrase(
    current: Secret,
    next: NewPassphrase,
    by: PersonId,
  ): Promise<Result<null>> {
    const proven = await this.#prove(current);
    if (!proven.ok) return proven;
    const { own, slot } = proven.value;
    const isTheirs = (each: Slot) => this.#describe(each, own).person === by;
    const replaced =
      current.kind === 'passphrase'
        ? [slot].filter(isTheirs)
        : this.#alive(own).filter((each) => each.body.kind === 'passphrase' && isTheirs(each));
    if (current.kind === 'passphrase' && replaced.length === 0) {
      proven.value.master.fill(0);
      return fail('secret-wrong'); // somebody else's passphrase
    }
    const [old] = replaced;
    const { label } = old === undefined ? { label: undefined } : this.#describe(old, own);
    const secret: Secret = { kind: 'passphrase', passphrase: next.passphrase };
    const made = await this.#make(proven.value, secret, next.cost);
    const acts = [
      ...adoptions(own, this.#host.state()),
      slotAdded(made.id, 'passphrase', by, label),
    ];
    const written = await this.#write(made, secret, acts, by);
    if (!written.ok) return written;
    const ids = replaced.map(({ id }) => id);
    const payload = { slot: made.id, replaced: ids };
    return this.#retire(ids, [{ subject: 'library', kind: 'passphrase-changed', payload }], by);
  }

  /** Never the last passphrase, and nothing without a secret that opens the locker now. */
  async remove(current: Secret, id: string, by: PersonId): Promise<Result<null>> {
    const proven = await this.#prove(current);
    if (!proven.ok) return proven;
    proven.value.master.fill(0);
    const { own } = proven.value;
    if (!own.some((slot) => slot.id === id)) return fail('not-there');
    const others = this.#alive(own).filter((slot) => slot.id !== id);
    if (!others.some(isPassphrase)) return fail('slot-last');
    return this.#retire([id], [...adoptions(own, this.#host.state()), slotRemoved(id)], by);
  }

  async prepareRecovery(current: Secret): Promise<Result<PreparedRecovery>> {
    const proven = await this.#prove(current);
    if (!proven.ok) return proven;
    const key = randomBytes(recoveryKeyBytes);
    const recoveryKey = await printRecoveryKey(key);
    const secret: Secret = { kind: 'recovery', key };
    const cost = { memoryKiB: 0, passes: 0 };
    const prepared = await this.#make(proven.value, secret, cost);
    const write = async (by: PersonId): Promise<Result<null>> => {
      const own = await this.#own();
      if (!own.ok) return own;
      // Each attempt writes a slot of its own: that of one that failed was taken back, and is gone for good.
      const master = await openSlotFile(prepared, secret, this.#host.stretching);
      if (master === undefined) return fail('internal');
      const made = await this.#make({ master, own: own.value }, secret, cost);
      const acts = [
        ...adoptions(own.value, this.#host.state()),
        slotAdded(made.id, 'recovery', by),
      ];
      const written = await this.#write(made, secret, acts, by);
      if (!written.ok) return written;
      const old = own.value.filter(({ body }) => body.kind === 'recovery').map(({ id }) => id);
      const retired = await this.#retire(old, old.map(slotRemoved), by);
      if (retired.ok) key.fill(0);
      return retired;
    };
    const forget = (): void => {
      key.fill(0);
    };
    return ok({ recoveryKey, write, forget });
  }

  /**
   * Deletes slots that the journal says are gone and that lie here nevertheless: a program that died, or an older copy that
   * was merged. Not the one that has just opened the locker, and none while no other passphrase is left.
   */
  async sweep(): Promise<void> {
    const own = await this.#own();
    if (!own.ok) return;
    const alive = new Set(this.#alive(own.value));
    if (!Array.from(alive).some(isPassphrase)) return;
    for (const slot of own.value) {
      const goes = !alive.has(slot) && slot.id !== this.#host.openedBy;
      if (goes) await this.#host.folder.remove(slotName(slot.id)); // what stays is reported as stray
    }
  }

  async #own(): Promise<Result<readonly Slot[]>> {
    const { folder, lockerId } = this.#host;
    const listing = await folder.list();
    if (!listing.ok) return listing;
    const found = await readSlots(folder, listing.value);
    if (!found.ok) return found;
    return ok(found.value.slots.filter(({ body }) => body.lockerId === lockerId));
  }

  #alive(own: readonly Slot[]): readonly Slot[] {
    return aliveSlots(own, this.#host.state());
  }

  async #prove(current: Secret): Promise<Result<Proven>> {
    const own = await this.#own();
    if (!own.ok) return own;
    const { openedBy, stretching } = this.#host;
    const alive = this.#alive(own.value);
    const usable = own.value.filter((slot) => alive.includes(slot) || slot.id === openedBy);
    const unlocked = await unlockSlots(usable, current, stretching);
    return unlocked.ok ? ok({ ...unlocked.value, own: own.value }) : unlocked;
  }

  /** Ends the use of the master key. */
  async #make(
    { master, own }: Pick<Proven, 'master' | 'own'>,
    secret: Secret,
    cost: Argon2Cost,
  ): Promise<SlotFile> {
    const { lockerId, stretching } = this.#host;
    // After a renewal every slot says so: an older copy that is merged must never count beside this one.
    const follows = own.find(({ body }) => body.follows !== undefined)?.body.follows;
    const marks = follows === undefined ? {} : { follows };
    const made = await makeSlot(master, lockerId, secret, cost, stretching, marks);
    master.fill(0);
    if (made === undefined) throw new Error('the cost of a passphrase is out of bounds');
    return made;
  }

  async #write(
    made: SlotFile,
    secret: Secret,
    acts: readonly Act[],
    by: PersonId,
  ): Promise<Result<null>> {
    const told = await this.#host.act(acts, by);
    if (!told.ok) return told;
    const written = await writeSlot(this.#host.folder, made, secret, this.#host.stretching);
    // Nobody was told that it works, so it shall not: if it did reach the disk, the next opening deletes it.
    if (!written.ok) await this.#host.act([slotRemoved(made.id)], by);
    return written;
  }

  async #retire(ids: readonly string[], acts: readonly Act[], by: PersonId): Promise<Result<null>> {
    const told = await this.#host.act(acts, by);
    if (!told.ok) return told;
    for (const id of ids) {
      const removed = await this.#host.folder.remove(slotName(id));
      if (!removed.ok) return removed;
    }
    return ok(null);
  }

  #describe(slot: Slot, own: readonly Slot[]): PresentSlot {
    return describeSlot(slot, own, this.#host.state(), this.#host.openedBy);
  }
}
