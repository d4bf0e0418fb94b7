// The marks with their words indexed, kept up to date mark by mark.
import type { MarkId } from '../evidence/ids.ts';
import type { MatchField, SearchableMark } from './answer.ts';
import { Dictionary, type Expansion, type TermId } from './dictionary.ts';
import { fold } from './fold.ts';
import { Postings } from './postings.ts';
import type { Query, QueryWord } from './query.ts';
import { forEachToken } from './tokens.ts';

/** Marks that answer a query, best first, and what each word of it was taken for. */
export interface Found {
  readonly marks: readonly SearchableMark[];
  /** One for each loose word of the query: words of the dictionary it may stand for. */
  readonly meanings: readonly (readonly string[])[];
}

interface Entry {
  readonly mark: SearchableMark;
  readonly tags: readonly string[];
  readonly title: string;
  readonly colours: readonly string[];
  readonly by: string;
}

const fieldWeights: Readonly<Record<MatchField, number>> = {
  text: 20,
  note: 16,
  tag: 24,
  title: 18,
};

export class MarkIndex {
  readonly #dictionary = new Dictionary();
  readonly #postings = new Postings();
  /** By slot, in the order they were put; a removed mark leaves a hole. */
  readonly #entries: (Entry | undefined)[] = [];
  readonly #slots = new Map<MarkId, number>();

  put(mark: SearchableMark): void {
    this.remove(mark.mark);
    const slot = this.#entries.length;
    this.#entries.push({
      mark,
      tags: mark.tags.map((tag) => fold(tag)),
      title: fold(mark.title),
      colours: mark.colours.map((name) => fold(name)),
      by: fold(mark.by),
    });
    this.#slots.set(mark.mark, slot);
    this.#postings.add(slot, this.#weigh(mark));
  }

  remove(id: MarkId): void {
    const slot = this.#slots.get(id);
    const entry = slot === undefined ? undefined : this.#entries[slot];
    if (slot === undefined || entry === undefined) return;
    this.#postings.remove(slot, this.#weigh(entry.mark));
    this.#entries[slot] = undefined;
    this.#slots.delete(id);
  }

  get isMostlyHoles(): boolean {
    return this.#entries.length > 1000 && this.#entries.length > 2 * this.#slots.size;
  }

  /** In the order they were put. */
  marks(): readonly SearchableMark[] {
    return this.#entries.flatMap((entry) => entry?.mark ?? []);
  }

  /** Marks that pass the filters, put last first. */
  list(query: Query): readonly SearchableMark[] {
    return this.#entries.flatMap((entry) => (passes(entry, query) ? entry.mark : [])).reverse();
  }

  find(query: Query): Found {
    const loose = query.words.map((word) => this.#expand(word));
    const quoted = query.phrases.flatMap(({ words }) => words.map((word) => this.#exactly(word)));
    const need = leastWords(loose.length) + quoted.length;
    const candidates = this.#postings.collect([...loose, ...quoted], need, (slot) => {
      const entry = this.#entries[slot];
      return passes(entry, query) && query.phrases.every(({ pattern }) => holds(entry, pattern));
    });
    return {
      marks: candidates.flatMap(({ slot }) => this.#entries[slot]?.mark ?? []),
      meanings: loose.map((terms) =>
        Array.from(terms.keys(), (term) => this.#dictionary.wordOf(term)),
      ),
    };
  }

  #expand(word: QueryWord): Expansion {
    const { marksWith, alive } = this.#postings;
    const rules = { unfinished: word.unfinished, commonFrom: Math.max(20, alive / 500) };
    return this.#dictionary.expand(word.folded, rules, marksWith);
  }

  #exactly(word: QueryWord): Expansion {
    if (word.unfinished) return this.#expand(word);
    const term = this.#dictionary.find(word.folded);
    return new Map(term === undefined ? [] : [[term, 1]]);
  }

  /** A word's weight is its best field's, raised a little by each further time it stands there. */
  #weigh(mark: SearchableMark): ReadonlyMap<TermId, number> {
    const weights = new Map<TermId, number>();
    const add = (field: MatchField, text: string): void => {
      const folded = fold(text);
      const weight = fieldWeights[field];
      forEachToken(folded, (start, end) => {
        const term = this.#dictionary.admit(folded.slice(start, end));
        const before = weights.get(term);
        weights.set(term, before === undefined ? weight : Math.min(255, before + (weight >> 1)));
      });
    };
    for (const tag of mark.tags) add('tag', tag);
    add('text', mark.text);
    add('title', mark.title);
    add('note', mark.note);
    return weights;
  }
}

/** One or two words must both be there; of a longer query, three fifths will do if no mark has all. */
function leastWords(words: number): number {
  return words <= 2 ? words : Math.ceil(words * 0.6);
}

function passes(entry: Entry | undefined, query: Query): entry is Entry {
  const { tags, sources, colours, people, before } = query;
  if (entry === undefined) return false;
  return (
    tags.every((wanted) => entry.tags.some((tag) => tag.includes(wanted))) &&
    sources.every((wanted) => entry.title.includes(wanted)) &&
    colours.every((wanted) => entry.colours.some((name) => name.startsWith(wanted))) &&
    people.every((wanted) => entry.by.includes(wanted)) &&
    before.every((day) => isBefore(entry.mark.published, day))
  );
}

/** Of a date without its month or day, the whole of it must be before. */
function isBefore(published: string, day: string): boolean {
  return published !== '' && published.padEnd(10, '-99') < day;
}

function holds({ mark }: Entry, pattern: RegExp): boolean {
  return [mark.text, mark.note, mark.title, ...mark.tags].some(
    (field) => fold(field).search(pattern) >= 0,
  );
}
