// References to notes in a raw text: digits glued to a sentence's end (`communities.1`), spaced after it (`victims. 2`) or
// raised. A digit taken for one wrongly is a number that a quote may drop unseen: every doubt keeps it.

/** A reference to a note: UTF-16 offsets. */
interface NoteReference {
  readonly start: number;
  readonly end: number;
  readonly kind: 'noteref';
}

interface TakenRange {
  readonly start: number;
  readonly end: number;
}

/** A number, in brackets or not, right after punctuation or a sentence's end and a space. */
const number = /(?<=[.!?,;:"'”’»)\]]\s?)(?:\[\d{1,3}\]|\d{1,3}(?![\d.,:/%\p{L}-]))/gu;
/** The word before it and the punctuation between. */
const before = /([\p{L}\p{M}]{2,40})([.!?,;:]?["'”’»)\]]{0,3}|[.!?]["'”’»)\]]{0,3}\s)$/u;
/** A new sentence, or the paragraph's end. */
const opens = /^(?:\s+["“‘'(]?\p{Lu}|\s*[\r\n]|\s*$)/u;
const goesOn = /^\s+\p{Ll}/u;
const raised = /(?<=[\p{L}\p{M}.,;:!?"'”’»)\]])[¹²³⁰⁴-⁹]{1,3}(?![\p{L}\p{N}])/gu;

/** What a number belongs to when it follows: "Art.5", "No. 7", "Article 5". */
const numbered =
  /^(?:art|arts|article|articles|no|nos|nr|num|p|pp|page|pages|par|para|paras|paragraph|sec|sect|section|ch|chap|chapter|fig|figs|figure|table|vol|vols|volume|part|annex|appendix|rule|reg|resolution|res|law|act|item|point|step|tier|level|phase|version|v|ed|approx|ca|c|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|rs|usd|eur|rmb|hk|us|st|dr|mr|mrs|ms|tel|ext|box|room|bldg|floor|line|bureau|unit|team|group|route|highway|channel|world|covid|g|b)$/i;

interface Reference extends NoteReference {
  readonly value: number;
  readonly glued: boolean;
  /** After a sentence's end. */
  readonly ends: boolean;
}

/** References in order; none touches a range that is `taken`. */
export function findNoteReferences(text: string, taken: readonly TakenRange[]): NoteReference[] {
  const inOrder = inSequence(candidates(text));
  const signs = Array.from(text.matchAll(raised), ({ 0: digits, index }) => range(index, digits));
  return [...inOrder, ...signs]
    .filter(({ start, end }) => !taken.some((each) => each.start < end && each.end > start))
    .sort((a, b) => a.start - b.start);
}

function range(start: number, text: string): NoteReference {
  return { start, end: start + text.length, kind: 'noteref' };
}

function candidates(text: string): Reference[] {
  return Array.from(text.matchAll(number), ({ 0: digits, index }): Reference[] => {
    const [, word = '', mark = ''] = before.exec(text.slice(Math.max(0, index - 46), index)) ?? [];
    if (mark === '' || numbered.test(word)) return [];
    const end = index + digits.length;
    const after = text.slice(end, end + 8);
    const glued = !/\s$/.test(mark);
    const ends = /^[.!?]/.test(mark);
    // Inside a sentence ("communities,1 and") only glued ones; after its end the next begins with a capital.
    if (!opens.test(after) && !(glued && goesOn.test(after))) return [];
    const value = Number(digits.replace(/\D/g, ''));
    return [{ start: index, end, kind: 'noteref', value, glued, ends }];
  }).flat();
}

/** Notes are counted: one is believed where a neighbour has the number before or after it; so is a first one, glued. */
function inSequence(references: readonly Reference[]): NoteReference[] {
  const believed = references.filter((reference, i) => {
    if (reference.value === 1 && reference.glued && reference.ends) return true;
    const near = references.slice(Math.max(0, i - 2), i + 3).filter((other) => other !== reference);
    return near.some((other) => {
      const step = Math.abs(other.value - reference.value);
      const ordered = other.start < reference.start === other.value < reference.value;
      return step === 1 && ordered;
    });
  });
  return believed.map(({ start, end, kind }) => ({ start, end, kind }));
}
