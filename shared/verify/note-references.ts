// References to notes in a raw text: digits glued to a sentence's end (`communities.1`), spaced after it (`victims. 2`) or
// raised. A digit taken for one wrongly is a number that a quote may drop unseen: every doubt keeps it.
import type { SkippedRange } from './verdict.ts';

/** A word, the punctuation after it, and a number before a new sentence, the same one's rest, or the paragraph's end. */
const candidate =
  /([\p{L}\p{M}]{2,40})([.!?,;:]?["'”’»)\]]{0,3}|[.!?]\s)\[?(\d{1,3})\]?(?=\s+["“‘'(]?\p{Lu}|\s*$|\s*[\r\n]|\s+\p{Ll})/gmu;
const raised = /(?<=[\p{L}\p{M}.,;:!?"'”’»)\]])[¹²³⁰⁴-⁹]{1,3}(?![\p{L}\p{N}])/gu;

/** What a number belongs to when it follows: "Art.5", "No. 7", "Article 5". */
const numbered =
  /^(?:art|arts|article|articles|no|nos|nr|num|p|pp|page|pages|par|para|paras|paragraph|sec|sect|section|ch|chap|chapter|fig|figs|figure|table|vol|vols|volume|part|annex|appendix|rule|reg|resolution|res|law|act|item|point|step|tier|level|phase|version|v|ed|approx|ca|c|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|rs|usd|eur|rmb|hk|us|st|dr|mr|mrs|ms|tel|ext|box|room|bldg|floor|line|bureau|unit|team|group|route|highway|channel|world|covid|g|b)$/i;

interface Reference extends SkippedRange {
  readonly value: number;
  readonly glued: boolean;
  /** After a sentence's end. */
  readonly ends: boolean;
}

export function findNoteReferences(text: string, taken: readonly SkippedRange[]): SkippedRange[] {
  const inOrder = inSequence(candidates(text));
  const signs = Array.from(text.matchAll(raised), ({ 0: digits, index }) => range(index, digits));
  return [...inOrder, ...signs]
    .filter(({ start, end }) => !taken.some((each) => each.start < end && each.end > start))
    .sort((a, b) => a.start - b.start);
}

function range(start: number, text: string): SkippedRange {
  return { start, end: start + text.length, kind: 'noteref' };
}

function candidates(text: string): Reference[] {
  return Array.from(text.matchAll(candidate), (match): Reference[] => {
    const [whole, word = '', mark = '', digits = ''] = match;
    const next = text.slice(match.index + whole.length, match.index + whole.length + 4);
    const ends = /^[.!?]/.test(mark);
    if (numbered.test(word) || mark === '') return [];
    // Inside a sentence ("communities,1 and") only glued ones; after its end the next begins with a capital.
    if (/\s$/.test(mark) && !/^\s+["“‘'(]?\p{Lu}|^\s*(?:[\r\n]|$)/u.test(next)) return [];
    if (!ends && !/^[,;:"'”’»)\]]/.test(mark)) return [];
    const start = match.index + word.length + mark.length;
    const end = match.index + whole.length;
    return [{ start, end, kind: 'noteref', value: Number(digits), glued: !/\s$/.test(mark), ends }];
  }).flat();
}

/** Notes are counted: one is believed where a neighbour has the number before or after it; so is a first one, glued. */
function inSequence(references: readonly Reference[]): SkippedRange[] {
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
