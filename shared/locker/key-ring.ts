// The subjects' keys. They are made in pools that are written before the first of them is used, and from then on only lose
// keys: two copies of a locker can go on apart. Which subject a key serves is told by the journal.
import { concat, randomBytes, type Bytes } from '../bytes.ts';
import type { LockerKeys } from '../crypto/locker-keys.ts';
import { importSealKey, type SealKey } from '../crypto/seal-key.ts';
import { randomId } from '../evidence/ids.ts';
import type { Subject } from '../journal/change.ts';
import { ok, type Result } from '../result.ts';
import { keysName, secondKeysName, type FolderName, type LockerFolder } from './folder.ts';
import { keyBytes, keyName, writePool } from './pool-files.ts';

/** A short session needs few; an import of many files must not wait for a pool at every one. */
const firstPoolKeys = 32;
const poolKeys = 256;

export interface NamedKey {
  /** `<pool>-<place in it>` */
  readonly name: string;
  readonly key: SealKey;
}

export class KeyRing {
  readonly #folder: LockerFolder;
  readonly #lockerKeys: LockerKeys;
  readonly #keys = new Map<string, SealKey>();
  readonly #bySubject = new Map<Subject, Set<string>>();
  /** Made by this run and not yet used. Those of earlier runs are left alone: a copy of the locker may use them. */
  #free: string[] = [];
  #making: Promise<Result<null>> | undefined;
  /** Pools of this run. */
  readonly #made = new Set<string>();

  constructor(folder: LockerFolder, lockerKeys: LockerKeys) {
    this.#folder = folder;
    this.#lockerKeys = lockerKeys;
  }

  readonly find = (name: string): SealKey | undefined => this.#keys.get(name);

  bind(name: string, subject: Subject): void {
    const names = this.#bySubject.get(subject) ?? new Set();
    this.#bySubject.set(subject, names.add(name));
  }

  /** Names of keys that have served the subject, whether they are here or not. */
  namesOf(subject: Subject): readonly string[] {
    return Array.from(this.#bySubject.get(subject) ?? []);
  }

  /** Whether a file is of a pool that this run made. */
  hasMade(file: FolderName): boolean {
    return Array.from(this.#made).some((pool) =>
      [keysName(pool), secondKeysName(pool)].includes(file),
    );
  }

  /** Every subject that a key here has served. */
  get subjects(): readonly Subject[] {
    return Array.from(this.#bySubject.keys());
  }

  /** Keys that were purged: they open nothing from now on. */
  forget(names: Iterable<string>): void {
    for (const name of names) this.#keys.delete(name);
  }

  /** Every key here that has served the subject, one or more per device. */
  keysOf(subject: Subject): readonly NamedKey[] {
    return Array.from(this.#bySubject.get(subject) ?? []).flatMap((name) => {
      const key = this.#keys.get(name);
      return key === undefined ? [] : [{ name, key }];
    });
  }

  /** The key to seal with. It is on the disk when this answers. */
  async keyFor(subject: Subject): Promise<Result<NamedKey>> {
    const [known] = this.keysOf(subject);
    if (known !== undefined) return ok(known);
    const name = this.#free.shift();
    if (name !== undefined) this.bind(name, subject);
    else {
      this.#making ??= this.#makeFreePool().finally(() => (this.#making = undefined));
      const made = await this.#making;
      if (!made.ok) return made;
    }
    return this.keyFor(subject);
  }

  /** Makes a pool of a known name, which is not there yet; its keys are for the caller to give to subjects. */
  async makePool(pool: string, count: number): Promise<Result<readonly string[]>> {
    const raw = concat(...Array.from({ length: count }, () => randomBytes(keyBytes)));
    this.#made.add(pool); // before it is here: a check may run meanwhile
    const written = await writePool(this.#folder, this.#lockerKeys, pool, raw);
    if (!written.ok) return written;
    return ok(await this.take(pool, raw));
  }

  async #makeFreePool(): Promise<Result<null>> {
    const made = await this.makePool(randomId(), this.#made.size > 0 ? poolKeys : firstPoolKeys);
    if (!made.ok) return made;
    this.#free.push(...made.value);
    return ok(null);
  }

  /** Takes the keys of a pool, zeros left out, and zeroes them where they lay. Answers their names. */
  async take(pool: string, raw: Bytes): Promise<readonly string[]> {
    const places = Array.from({ length: raw.length / keyBytes }, (_, place) => place);
    const keyAt = (place: number) => raw.subarray(place * keyBytes, (place + 1) * keyBytes);
    const taken = places.filter((place) => keyAt(place).some((byte) => byte !== 0));
    const keys = await Promise.all(taken.map((place) => importSealKey(keyAt(place))));
    raw.fill(0);
    for (const [index, key] of keys.entries())
      this.#keys.set(keyName(pool, taken[index] ?? 0), key);
    return taken.map((place) => keyName(pool, place));
  }
}
