// Plain text: is a blank line a page break inside a sentence, or the end of a paragraph? The rule was read off real
// reports and reads well there; it is not proven on others, so `sure` says which joins are shown for a look.

const terminal = /[.!?…:;。！？：；؟۔]["'”’)\]»」』）]*(?:\s?\d{1,3}|\s?[✓*†])?$/;
const block =
  /^(?:#{1,6}\s|---+$|\*\*\*|[-*•‣]\s|\||\[[^\]]*\]\([^)]*\)$|>\s|\(?(?:[a-z]|[ivxl]{2,5}|\d{1,3})[.)]\s)/;
const functionWord =
  /(?:^|\s)(?:في|من|على|إلى|عن|أن|التي|الذي|الذين|ولا|a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|nor|as|than|that|which|who|whose|were|was|is|are|be|been|has|have|had|not|its|their|his|her|this|these|those|some|many|prior|such)$/i;
const pageNumber =
  /^[-–—|·•\s]*(?:(?:page|p\.|seite|página|pagina|strona|str\.|стр\.|صفحة|第)\s*)?(\d{1,4})\s*[頁页]?(?:\s*(?:of|\/|von|de|sur|z|из|من)\s*\d{1,4})?[-–—|·•\s]*$/i;
/** Lower case only: a lone "I" or "C" is a label or an answer. */
const romanNumber = /^[-–—|·•\s]*(?:page\s*)?([ivxlc]{1,7})[-–—|·•\s]*$/;
const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
/** Thousands parted by a comma, its figure before the next three at a line's end, and how such a number goes on. */
const openThousands = /(?:^|[^\d.,])\d{1,3}(?:,\d{3})*,$/;
const nextThousands = /^\d{3}(?:,\d{3})*(?![\d,.]*\d)/;
/** Before or after it the comma parts the numbers of a list: "Articles 12, 214 and 215". */
const listBefore =
  /(?:\d\)?\s*(?:,|and|or|to|&|–|-)|\b(?:art|arts|article|articles|sec|secs|section|sections|s|ss|para|paras|paragraph|paragraphs|p|pp|page|pages|no|nos|number|numbers|ch|chapter|chapters|rule|rules|note|notes|table|tables|room|rooms|§+)\.?)\s*\d{1,3}(?:,\d{3})*,$/i;
const listAfter = /^[\d,]+\s*(?:,|;|and|or|to|&|–|-)\s*\d/i;
/** Han or kana at both sides, and a paragraph that has its own marks. */
const unspacedEnd = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff，、]$/;
const unspacedStart = /^[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
const longUnspaced = 40;
const longLine = 60;
const widestWrap = 120;

export function isPageNumber(line: string): boolean {
  return pageNumberOf(line) !== undefined;
}

/** What a line counts that is a page's number and nothing else: "12", "– iv –", "Page 3 of 9", "第3頁". */
export function pageNumberOf(line: string): number | undefined {
  if (line.length > 40) return undefined;
  const digits = pageNumber.exec(line)?.[1];
  if (digits !== undefined) return Number(digits);
  const roman = romanNumber.exec(line)?.[1];
  return roman === undefined ? undefined : romanValue(roman);
}

function romanValue(text: string): number {
  const digits = Array.from(text, (letter) => romanDigits[letter] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}

/** Whether a number is cut between the lines: "some 1," and "350 workers". */
export function cutsNumber(a: string, b: string): boolean {
  const end = a.slice(-40);
  return (
    openThousands.test(end) &&
    nextThousands.test(b.slice(0, 40)) &&
    !listBefore.test(end) &&
    !listAfter.test(b.slice(0, 40))
  );
}

/** A line that stands for itself: heading, rule, list item, table row, lone link, quotation. */
function isBlock(line: string): boolean {
  return block.test(line);
}

/** No sentence ends with a comma, a dash or a function word. */
export function isOpen(line: string): boolean {
  return /[,،–—]$/.test(line) || functionWord.test(line);
}

export interface Joining {
  readonly joins: boolean;
  readonly sure: boolean;
}

/** Whether line `b` goes on with the sentence of line `a` although blank lines lie between. */
export function continuesOverGap(a: string, b: string): Joining {
  const no: Joining = { joins: false, sure: true };
  if (isBlock(a) || isBlock(b) || terminal.test(a)) return no;
  if (isPageNumber(a) || isPageNumber(b)) return no;
  const hyphen = /\p{L}[-\u2010\u00ad]$/u.test(a) && /^\p{Ll}/u.test(b);
  if (hyphen) return { joins: true, sure: true };
  if (cutsNumber(a, b)) return { joins: true, sure: false };
  if (unspacedEnd.test(a) && unspacedStart.test(b)) {
    const prose = a.length >= longUnspaced && /[，。、；]/.test(a) && /[，。；]/.test(b);
    return { joins: prose, sure: false };
  }
  const lower = /^["'“‘(]?\p{Ll}/u.test(b);
  const long = a.length >= longLine;
  const open = isOpen(a);
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
