// The different words of the indexed marks. A query is matched against these few ten thousand words and not against the
// texts: that is what makes typing errors cheap to forgive.
import { editDistance } from './edit-distance.ts';
import { isIdeographic } from './tokens.ts';

export type TermId = number;

/** Terms that a query word stands for, each with how well: 1 as typed, less for a longer word or a corrected one. */
export type Expansion = ReadonlyMap<TermId, number>;

export interface ExpansionRules {
  /** The word may be half typed: any word that begins with it will do. */
  readonly unfinished: boolean;
  /** Words that stand as typed in this many marks are not looked up with typing errors. */
  readonly commonFrom: number;
}

interface LengthBucket {
  readonly terms: TermId[];
  readonly signatures: number[];
}

const mostCompletions = 300;
const digit = /\p{N}/u;

export class Dictionary {
  readonly #words: string[] = [];
  readonly #ids = new Map<string, TermId>();
  readonly #byLength: LengthBucket[] = [];
  /** By the first two units: short enough to walk for every completion. */
  readonly #byBeginning = new Map<string, TermId[]>();

  /** The word's id, made if it is new. */
  admit(word: string): TermId {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#words.length;
    this.#words.push(word);
    this.#ids.set(word, id);
    const bucket = (this.#byLength[word.length] ??= { terms: [], signatures: [] });
    bucket.terms.push(id);
    bucket.signatures.push(signature(word));
    const beginning = word.slice(0, 2);
    const siblings = this.#byBeginning.get(beginning);
    if (siblings === undefined) this.#byBeginning.set(beginning, [id]);
    else siblings.push(id);
    return id;
  }

  find(word: string): TermId | undefined {
    return this.#ids.get(word);
  }

  wordOf(term: TermId): string {
    return this.#words[term] ?? '';
  }

  /** `marksWith` says in how many marks a term stands; terms in none are passed over. */
  expand(word: string, rules: ExpansionRules, marksWith: (term: TermId) => number): Expansion {
    const expansion = new Map<TermId, number>();
    const add = (term: TermId, strength: number): void => {
      if (marksWith(term) > 0 && (expansion.get(term) ?? 0) < strength)
        expansion.set(term, strength);
    };
    const exact = this.#ids.get(word);
    if (exact !== undefined) add(exact, 1);
    if (isIdeographic(word)) {
      if (rules.unfinished && word.length === 1) this.#complete(word, add);
      return expansion;
    }
    const common = exact !== undefined && marksWith(exact) >= rules.commonFrom;
    if (rules.unfinished || word.length >= 4) this.#complete(word, add);
    // A number with one digit changed is another number, not a typing error.
    if (common || digit.test(word)) return expansion;
    const most = word.length <= 3 ? 0 : word.length <= 5 ? 1 : 2;
    if (most >= 1) {
      this.#correct(word, 1, (term, strength) => {
        add(term, strength);
        // “sheltre” is shelter, and shelters too, as if it had been typed well.
        if (word.length < 5) return;
        this.#complete(this.wordOf(term), (longer) => {
          add(longer, 0.4);
        });
      });
    }
    // Two edits in six letters make too many words of any word: short ones get them only where one edit found nothing.
    const generous = exact === undefined && word.length >= 8;
    if (most === 2 && (generous || expansion.size === 0)) this.#correct(word, 2, add);
    if (most >= 1 && expansion.size === 0) this.#completeCorrected(word, add);
    return expansion;
  }

  #complete(word: string, add: (term: TermId, strength: number) => void): void {
    let left = mostCompletions;
    for (const term of this.#beginningWith(word)) {
      const candidate = this.wordOf(term);
      if (!candidate.startsWith(word) || candidate === word) continue;
      add(term, 0.55 + (0.3 * word.length) / candidate.length);
      if (--left === 0) return;
    }
  }

  *#beginningWith(word: string): Iterable<TermId> {
    if (word.length >= 2) yield* this.#byBeginning.get(word.slice(0, 2)) ?? [];
    else {
      for (const [beginning, terms] of this.#byBeginning) {
        if (beginning.startsWith(word)) yield* terms;
      }
    }
  }

  #correct(word: string, most: number, add: (term: TermId, strength: number) => void): void {
    const letters = signature(word);
    for (let length = Math.max(2, word.length - most); length <= word.length + most; length++) {
      const bucket = this.#byLength[length];
      if (bucket === undefined) continue;
      for (const [at, term] of bucket.terms.entries()) {
        // An edit changes at most two letters of the set, so most words are ruled out by one comparison.
        if (countBits((bucket.signatures[at] ?? 0) ^ letters) > 2 * most) continue;
        const candidate = this.wordOf(term);
        const edits = editDistance(word, candidate, most);
        if (edits === 0 || edits > most || digit.test(candidate)) continue;
        // People rarely mistype the first letter.
        const sameStart = candidate.charCodeAt(0) === word.charCodeAt(0) ? 1 : 0.85;
        add(term, (edits === 1 ? 0.75 : 0.5) * sameStart);
      }
    }
  }

  /** Half typed and mistyped at once; only where nothing else was found, because it forgives a lot. */
  #completeCorrected(word: string, add: (term: TermId, strength: number) => void): void {
    if (word.length < 5) return;
    const letters = signature(word);
    for (const bucket of this.#byLength.slice(word.length + 1)) {
      // The array has holes where no word of a length exists.
      if ((bucket as LengthBucket | undefined) === undefined) continue;
      for (const [at, term] of bucket.terms.entries()) {
        if (countBits(letters & ~(bucket.signatures[at] ?? 0)) > 1) continue;
        const candidate = this.wordOf(term);
        const beginning = candidate.slice(0, word.length);
        const longer = candidate.slice(0, word.length + 1);
        if (editDistance(word, beginning, 1) <= 1 || editDistance(word, longer, 1) <= 1)
          add(term, 0.4);
      }
    }
  }
}

/** The set of a word's letters in 31 bits. */
function signature(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) % 31);
  return set;
}

function countBits(set: number): number {
  let bits = set - ((set >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  bits = (bits + (bits >>> 4)) & 0x0f0f0f0f;
  return Math.imul(bits, 0x01010101) >>> 24;
}
