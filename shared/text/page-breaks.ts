// Plain text: is a blank line a page break inside a sentence, or the end of a paragraph? The rule was read off real
// reports and reads well there; it is not proven on others, so `sure` says which joins are shown for a look.

const terminal = /[.!?…:;。！？：；؟۔]["'”’)\]»」』）]*(?:\s?\d{1,3}|\s?[✓*†])?$/;
const block =
  /^(?:#{1,6}\s|---+$|\*\*\*|[-*•‣]\s|\||\[[^\]]*\]\([^)]*\)$|>\s|\(?[a-z\d]{1,3}[.)]\s)/;
const functionWord =
  /(?:^|\s)(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|nor|as|than|that|which|who|whose|were|was|is|are|be|been|has|have|had|not|its|their|his|her|this|these|those|some|many|prior|such)$/i;
const lonePageNumber = /^\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d+)?\W*$/i;
const longLine = 60;
const widestWrap = 120;

export function isPageNumber(line: string): boolean {
  return lonePageNumber.test(line);
}

/** A line that stands for itself: heading, rule, list item, table row, lone link, quotation. */
function isBlock(line: string): boolean {
  return block.test(line);
}

export interface Joining {
  readonly joins: boolean;
  readonly sure: boolean;
}

/** Whether line `b` goes on with the sentence of line `a` although blank lines lie between. */
export function continuesOverGap(a: string, b: string): Joining {
  const no: Joining = { joins: false, sure: true };
  if (isBlock(a) || isBlock(b) || isPageNumber(a) || terminal.test(a)) return no;
  const hyphen = /\p{L}[-\u2010\u00ad]$/u.test(a) && /^\p{Ll}/u.test(b);
  if (hyphen) return { joins: true, sure: true };
  const lower = /^["'“‘(]?\p{Ll}/u.test(b);
  const long = a.length >= longLine;
  // A line cannot end with a comma, a dash or a function word.
  const open = /[,–—]$/.test(a) || functionWord.test(a);
  if (lower) {
    const menuEntries = !long && !/[.,;]/.test(a) && b.length < 40 && !/[.!?]$/.test(b);
    return { joins: (long || open || /\s/.test(a)) && !menuEntries, sure: true };
  }
  return { joins: long && open, sure: false };
}

/** Width at which a text's lines are wrapped, by the lengths of its lines; Infinity where each line is a paragraph. */
export function wrapWidth(lineLengths: readonly number[]): number {
  const lengths = lineLengths.toSorted((a, b) => a - b);
  const longest = lengths.at(-1) ?? 0;
  const full = lengths.filter((length) => length > 0.8 * longest).length;
  const wrapped =
    longest > 40 && longest <= widestWrap && full >= 3 && full >= 0.3 * lengths.length;
  return wrapped ? longest : Infinity;
}

/** Line `b` goes on with line `a`: its first word would not have fitted. */
export function isWrapped(a: string, b: string, width: number): boolean {
  const firstWord = b.split(/\s/, 1)[0]?.length ?? 0;
  return a.length + 1 + firstWord > width && !isBlock(b) && !/^#{1,6}\s/.test(a);
}
