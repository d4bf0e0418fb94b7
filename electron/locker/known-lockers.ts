// Which lockers this profile knows: the present one where it is not the standard one, and, only where the person wants it,
// those that were opened before. Written into the profile in the clear: it has to be read before anything is unlocked.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isBoolean, listOf, parseJson, record, text } from '../../shared/shape.ts';

interface Known {
  /** Empty for the standard one. */
  readonly present: string;
  readonly keepsRecent: boolean;
  /** Latest first. */
  readonly recent: readonly string[];
}

const mostRecent = 20;
const mostPathLength = 4096;
const nothing: Known = { present: '', keepsRecent: false, recent: [] };

const isKnown = record<Known>({
  present: text(mostPathLength),
  keepsRecent: isBoolean,
  recent: listOf(text(mostPathLength), mostRecent),
});

export class KnownLockers {
  readonly #file: string;
  readonly #standard: string;
  #known: Known;

  /** `standard`: where the locker lies as long as no other one was chosen. */
  constructor(profile: string, standard: string) {
    this.#file = path.join(profile, 'lockers.json');
    this.#standard = standard;
    this.#known = read(this.#file);
  }

  get present(): string {
    return this.#known.present === '' ? this.#standard : this.#known.present;
  }

  get isStandard(): boolean {
    return this.present === this.#standard;
  }

  get keepsRecent(): boolean {
    return this.#known.keepsRecent;
  }

  get recent(): readonly string[] {
    return this.#known.recent;
  }

  enter(place: string): void {
    const present = place === this.#standard ? '' : place;
    const recent = this.keepsRecent
      ? [...new Set([place, ...this.recent])].slice(0, mostRecent)
      : [];
    this.#write({ ...this.#known, present, recent });
  }

  forget(place: string): void {
    this.#write({ ...this.#known, recent: this.recent.filter((each) => each !== place) });
  }

  /** Switching it off forgets all but the present one. */
  keepRecent(on: boolean): void {
    this.#write({ ...this.#known, keepsRecent: on, recent: on ? [this.present] : [] });
  }

  /** Whole or not at all; where there is nothing to know, there is no file. */
  #write(known: Known): void {
    this.#known = known;
    if (known.present === '' && !known.keepsRecent) {
      rmSync(this.#file, { force: true });
      return;
    }
    const growing = `${this.#file}.new`;
    writeFileSync(growing, `${JSON.stringify(known)}\n`, { mode: 0o600, flush: true });
    renameSync(growing, this.#file);
  }
}

/** Absent or damaged: the standard locker, and nothing else. */
function read(file: string): Known {
  try {
    const known = parseJson(readFileSync(file, 'utf8'));
    return isKnown(known) && (known.present === '' || path.isAbsolute(known.present))
      ? known
      : nothing;
  } catch {
    return nothing;
  }
}
