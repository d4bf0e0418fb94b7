// The subjects' keys. They are made in pools that are written once, before the first of them is used, and never again:
// two copies of a locker can go on apart without writing the same file. Which subject a key serves is told by the journal.
import { concat, randomBytes, type Bytes } from '../bytes.ts';
import { importSealKey, openMessage, sealMessage, type SealKey } from '../crypto/cobblestone.ts';
import { contextOf, type LockerKeys } from '../crypto/locker-keys.ts';
import { randomId } from '../evidence/ids.ts';
import type { Subject } from '../journal/change.ts';
import { ok, type Result } from '../result.ts';
import { keysName, type LockerFolder } from './folder.ts';

const keyBytes = 32;
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
  #madeBefore = false;

  constructor(folder: LockerFolder, lockerKeys: LockerKeys) {
    this.#folder = folder;
    this.#lockerKeys = lockerKeys;
  }

  readonly find = (name: string): SealKey | undefined => this.#keys.get(name);

  bind(name: string, subject: Subject): void {
    const names = this.#bySubject.get(subject) ?? new Set();
    this.#bySubject.set(subject, names.add(name));
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
      this.#making ??= this.#makePool().finally(() => (this.#making = undefined));
      const made = await this.#making;
      if (!made.ok) return made;
    }
    return this.keyFor(subject);
  }

  /** Whether the pool opened. Zeroes the keys it read. */
  async readPool(pool: string, sealed: Bytes): Promise<boolean> {
    const context = contextOf('keys', this.#lockerKeys.lockerId, pool);
    const raw = await openMessage(this.#lockerKeys.keys, context, sealed);
    if (raw === undefined || raw.length % keyBytes !== 0) return false;
    await this.#take(pool, raw);
    return true;
  }

  async #makePool(): Promise<Result<null>> {
    const pool = randomId();
    const count = this.#madeBefore ? poolKeys : firstPoolKeys;
    const raw = concat(...Array.from({ length: count }, () => randomBytes(keyBytes)));
    const context = contextOf('keys', this.#lockerKeys.lockerId, pool);
    const sealed = await sealMessage(this.#lockerKeys.keys, context, raw);
    const written = await this.#folder.create(keysName(pool), sealed);
    if (!written.ok) return written;
    this.#madeBefore = true;
    this.#free.push(...(await this.#take(pool, raw)));
    return ok(null);
  }

  async #take(pool: string, raw: Bytes): Promise<string[]> {
    const keys = await Promise.all(
      Array.from({ length: raw.length / keyBytes }, (_, place) =>
        importSealKey(raw.slice(place * keyBytes, (place + 1) * keyBytes)),
      ),
    );
    raw.fill(0);
    return keys.map((key, place) => {
      const name = `${pool}-${String(place)}`;
      this.#keys.set(name, key);
      return name;
    });
  }
}
