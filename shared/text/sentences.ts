// Sentence ranges of a working text, for the sentence cursor and the demo.
import type { TextRange } from './text-map.ts';
import type { MarkedRange } from './working-text.ts';

/** Abbreviations a full stop does not end a sentence after. Lower case. */
const abbreviations: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof st mt rev hon gen sen rep gov lt col sgt capt cmdr maj jr sr messrs ' +
    'no nos art arts fig figs vol vols p pp para paras sec ch chap ed eds cf vs v al approx ca c ' +
    'e.g i.e viz ibid op loc inc ltd co corp dept est ext min max tel ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

/** Those that often stand at a sentence's end. */
const closing: ReadonlySet<string> = new Set('etc inc ltd co corp al jr sr'.split(' '));

/** Words that open a sentence and hardly ever follow an abbreviation inside one. “He” and “An” are names, too. */
const opener =
  /^["“‘]?(?:The|It|She|They|We|In|On|At|By|For|This|That|These|Those|There|However|But|And|According|If|When|While|Although|Some|Many|Most|During|As|Its|Their)\s/;

/** Looked for at the start of a row of dots only: from each dot of a long leader it would cost its square. */
const end =
  /[。！？]+[”’」』）"')\]]*|(?<![.!?…؟۔])[.!?…؟۔]+["'”’»)\]*_]*(?:\s?\d{1,3}(?=\s+["“‘(]?\p{Lu}|\s*$))?(?=\s|$)/gu;
/** Markdown's marks of items and quotations are no part of a sentence; its headings are none. */
const lead = /^\s*(?:(?:>|[-*•‣▪])\s+)*/;
const heading = /^\s*#{1,6}\s/;

/** Sentences in order, paragraph by paragraph, without marked ranges (references to notes excepted). */
export function sentences(text: string, ranges: readonly MarkedRange[]): TextRange[] {
  return stretches(text, ranges).flatMap(({ start, end: stop }) =>
    splitParagraph(text, start, stop),
  );
}

/** Paragraphs without the marked ranges. */
function stretches(text: string, ranges: readonly MarkedRange[]): TextRange[] {
  const out: TextRange[] = [];
  const skipped = ranges.filter(({ kind }) => kind !== 'noteref');
  let next = 0;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const stop = index + line.length;
    let from = index;
    while ((skipped[next]?.end ?? Infinity) <= from) next++;
    for (let i = next; (skipped[i]?.start ?? Infinity) < stop; i++) {
      out.push({ start: from, end: skipped[i]?.start ?? from });
      from = Math.min(stop, skipped[i]?.end ?? stop);
    }
    out.push({ start: from, end: stop });
  }
  return out.filter((stretch) => stretch.start < stretch.end);
}

/** Sentences of one paragraph, which may be broken over lines; a heading has none. */
export function splitParagraph(text: string, start: number, stop: number): TextRange[] {
  const paragraph = text.slice(start, stop);
  if (heading.test(paragraph)) return [];
  const out: TextRange[] = [];
  let from = lead.exec(paragraph)?.[0].length ?? 0;
  const close = (to: number) => {
    const sentence = paragraph.slice(from, to);
    const begin = from + sentence.length - sentence.trimStart().length;
    const finish = from + sentence.trimEnd().length;
    if (begin < finish) out.push({ start: start + begin, end: start + finish });
    from = to;
  };
  for (const match of paragraph.matchAll(end)) {
    const after = match.index + match[0].length;
    if (after > from && isEnd(paragraph, match.index, match[0], after)) close(after);
  }
  close(paragraph.length);
  return out;
}

function isEnd(paragraph: string, at: number, mark: string, after: number): boolean {
  if (/^[。！？]/.test(mark)) return true;
  const next = paragraph.slice(after).trimStart();
  if (/^["'“‘(]?[\p{Ll},;:]/u.test(next)) return false;
  if (!/^\.["'”’)\]*_]*$/.test(mark)) return true;
  const word = /[\p{L}\p{N}.]+$/u.exec(paragraph.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  // Initialisms: "U.S. officials", "P. R. C. law", "J. Smith"; but "in the P. R. C. The majority" ends there.
  if (/^(?:\p{L}\.)*\p{Lu}$/u.test(word)) return next === '' || opener.test(next);
  const known = abbreviations.has(word.toLowerCase()) && word !== '';
  if (/^nos?$/i.test(word)) return !/^\d/.test(next);
  // "1. Introduction", "3.2. Shelters": the paragraph's number.
  if (/^\s*[\d.]+$/.test(paragraph.slice(0, at))) return next === '';
  return !known || next === '' || (closing.has(word.toLowerCase()) && opener.test(next));
}
