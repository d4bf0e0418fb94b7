// Changes a quote declares in brackets. Links are none: `[text](url)` is read as its text.
import { linkMarkup } from './markup.ts';

/** A change the quote declares in brackets. Offsets are those of the segment's text, brackets included. */
export interface MarkedEdit {
  /** `letter`: `[T]he`, `work[ed]`; `words`: `[text]`; `note`: `[sic]`, `[emphasis added]`, `[footnotes omitted]`. */
  readonly kind: 'letter' | 'words' | 'note';
  readonly start: number;
  readonly end: number;
  /** What stands between the brackets. */
  readonly text: string;
}

/** Longer ones are no editor's change but a text of its own. */
const bracket = /[[［]([^[\]［］\n]{1,300})[\]］]/g;
const roundNote = /\(([^()\n]{3,60})\)\W{0,4}$/;
const note =
  /^(?:sic|recte|emphas[ie]s(?: (?:is|are))?(?: (?:added|mine|ours|supplied|omitted)| in (?:the )?original)|(?:foot|end)?notes?(?: (?:and|or) (?:citations?|references?))?(?: (?:is|are))? (?:omitted|removed|deleted)|(?:internal )?(?:citations?|references?)(?: (?:and|or) (?:foot|end)?notes?)? (?:omitted|removed|deleted)|(?:引用者)?(?:强调|強調)(?:为|為)?.{0,6}|(?:脚注|腳註|注釋|注释|引文)(?:略|省略|从略|從略))[.!?]?$/i;

export function readEdits(text: string): MarkedEdit[] {
  if (!/[[［(]/.test(text)) return [];
  const links = new Set(linkMarkup(text).map(({ start }) => start));
  const edits = Array.from(text.matchAll(bracket), (match): MarkedEdit => {
    const start = match.index;
    const end = start + match[0].length;
    const inner = match[1] ?? '';
    return { kind: kindOf(text, start, end, inner), start, end, text: inner };
  }).filter(({ start }) => !links.has(start));
  const last = roundNote.exec(text.slice(-80));
  const inner = last?.[1];
  if (last && inner !== undefined && note.test(inner.trim())) {
    const start = Math.max(0, text.length - 80) + last.index;
    const end = start + inner.length + 2;
    if (edits.every((edit) => edit.end <= start))
      edits.push({ kind: 'note', start, end, text: inner });
  }
  return edits;
}

function kindOf(text: string, start: number, end: number, inner: string): MarkedEdit['kind'] {
  if (note.test(inner.trim())) return 'note';
  if (/^\p{L}$/u.test(inner) && !/\p{sc=Han}/u.test(inner)) return 'letter';
  const glued = /[\p{L}'’-]/u.test(text[start - 1] ?? '') || /[\p{L}'’]/u.test(text[end] ?? '');
  const latin =
    /^[\p{L}'’]{1,12}$/u.test(inner) && !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(inner);
  return glued && latin ? 'letter' : 'words';
}

/** The text without its brackets: what remains is the source's. */
export function withoutEdits(text: string, edits: readonly MarkedEdit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of edits) {
    out += text.slice(at, start);
    at = Math.max(at, end);
  }
  return out + text.slice(at);
}
