// Fuzzy search over marks, as a person types. Fuse scans every record (seconds at 50,000 marks), so it never sees them
// all: words are matched against a dictionary, postings give the marks, and Fuse scores the best few.
// Scars: character trigrams as a filter lost half of what was sought (recall .53); Fuse's own match ranges colour single
// letters all over a text, so ranges come from the words that matched.
import type { MarkId } from '../evidence/ids.ts';
import type { MatchField, SearchableMark, SearchAnswer, SearchHit } from './answer.ts';
import { excerpt, foldedWindow, reasonOf } from './excerpt.ts';
import { MarkIndex } from './mark-index.ts';
import { readPassage, type Passage, type Sought } from './passage.ts';
import { parseQuery, type Query } from './query.ts';
import { rankByFuse, windowLength } from './rank.ts';

export interface MarkSearch {
  /** Adds a mark, or replaces it; it then counts as the newest. */
  put(mark: SearchableMark): void;
  remove(mark: MarkId): void;
  /**
   * Words are found as typed, without accents, in the other Chinese script, and with up to two typing errors; the last
   * word may be half typed. An empty query, or one of filters only, lists the marks put last first.
   */
  search(query: string, limit: number): SearchAnswer;
}

export function createMarkSearch(marks: readonly SearchableMark[]): MarkSearch {
  let index = indexMarks(marks);
  return {
    put(mark) {
      index.put(mark);
      if (index.isMostlyHoles) index = indexMarks(index.marks());
    },
    remove(mark) {
      index.remove(mark);
    },
    search(query, limit) {
      const startedAt = performance.now();
      const answer = answerQuery(index, parseQuery(query), limit);
      return { ...answer, tookMs: performance.now() - startedAt };
    },
  };
}

function indexMarks(marks: readonly SearchableMark[]): MarkIndex {
  const index = new MarkIndex();
  for (const mark of marks) index.put(mark);
  return index;
}

const mostRanked = 40;

function answerQuery(
  index: MarkIndex,
  query: Query,
  limit: number,
): Pick<SearchAnswer, 'hits' | 'total'> {
  if (query.words.length === 0 && query.phrases.length === 0) {
    const marks = index.list(query);
    return { hits: marks.slice(0, limit).map(listed), total: marks.length };
  }
  const { marks, meanings } = index.find(query);
  const sought: Sought = {
    words: query.words,
    phrases: query.phrases,
    meanings: invert(meanings),
  };
  const shown = marks
    .slice(0, Math.max(limit, mostRanked))
    .map((mark) => ({ mark, passages: readPassages(mark, sought) }));
  const ranked = rankByFuse(
    query.text,
    shown.slice(0, mostRanked).map(({ passages }) => ({
      text: foldedWindow(passages.text, windowLength),
      note: foldedWindow(passages.note, windowLength),
      tag: foldedWindow(passages.tag, windowLength),
      title: foldedWindow(passages.title, windowLength),
    })),
  );
  const least = ranked.at(-1)?.score ?? 0;
  const order = [
    ...ranked,
    ...shown
      .slice(mostRanked)
      .map((_, past) => ({ at: mostRanked + past, score: least / (past + 2) })),
  ];
  const hits = order.slice(0, limit).flatMap(({ at, score }) => {
    const one = shown[at];
    return one === undefined ? [] : hit(one.mark, one.passages, sought, score);
  });
  return { hits, total: marks.length };
}

type Passages = Readonly<Record<MatchField, Passage>>;

function readPassages(mark: SearchableMark, sought: Sought): Passages {
  return {
    text: readPassage(mark.text, sought),
    note: readPassage(mark.note, sought),
    tag: readPassage(mark.tags.join(' · '), sought),
    title: readPassage(mark.title, sought),
  };
}

/** Shown is the field with most of the words; the text before the others. */
const byInterest: readonly MatchField[] = ['text', 'tag', 'note', 'title'];

function hit(
  { mark, source }: SearchableMark,
  passages: Passages,
  sought: Sought,
  score: number,
): SearchHit {
  let field: MatchField = 'text';
  for (const other of byInterest) if (passages[other].words > passages[field].words) field = other;
  const passage = passages[field];
  const { text, ranges } = excerpt(passage);
  return {
    mark,
    source,
    field,
    reason: reasonOf(passage, sought.words),
    excerpt: text,
    ranges,
    score,
  };
}

function listed(mark: SearchableMark): SearchHit {
  const nothing: Sought = { words: [], phrases: [], meanings: new Map() };
  return hit(mark, readPassages(mark, nothing), nothing, 1);
}

function invert(meanings: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const inverted = new Map<string, number[]>();
  for (const [word, meaning] of meanings.entries()) {
    for (const term of meaning) {
      const words = inverted.get(term);
      if (words === undefined) inverted.set(term, [word]);
      else words.push(word);
    }
  }
  return inverted;
}
