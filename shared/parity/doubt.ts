// Digits that are no quantity: marks of notes and lists, parts of names. They may answer a number, they never miss one.

const listMark = /(?:^|\n)[\s>]{0,8}[（(【[]?$/;
const afterListMark = /^(?:[)）】\]、.](?!\d)|\s?[)）])/;
const opensParenthesis = /[（([【]\s?$/;
const closesParenthesis = /^\s?[)）\]】]/;
/** Glued to the end of a sentence or clause: “communities.1 The”. */
const gluedNote = /[\p{L})）][.,;:!?。；！？"”’»」』]{1,3}$/u;
/** Apart from it: “victims. 2 The”. */
const apartNote = /[\p{L})][.!?]["”’»]?\s{1,2}$/u;
const noteEnds = /^(?:\s|$|["“”’»」』]|\p{Lu})/u;
const sentenceBegins = /^(?:\s{1,3}["“‘(]?\p{Lu}|\s*$)/u;
const counted = /^\s?[%‰人名個个位年月日天歲岁次家間间所件起座元億亿萬万千百多余餘]/u;
/** COVID-19, F-16, H5N1; mid-2007 is a year. */
const partOfName = /(?:[A-Za-z_]|[A-Za-z]-|#)$/;
const gluedUnit = /^(?:st|nd|rd|th|s|km|kg|g|m|cm|mm|h|hrs?|am|pm|bn|mn|k|x|mph|ha)(?![\p{L}\d])/iu;

/** `start` and `end` are a number in digits; `text` is legible. */
export function isDoubtful(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 10), start);
  const after = text.slice(end, end + 6);
  const length = end - start;
  if (partOfName.test(before)) return true;
  if (/^[A-Za-z]/.test(after) && !gluedUnit.test(after)) return true;
  if (length > 3) return false;
  if (listMark.test(start < 10 ? `\n${before}` : before) && afterListMark.test(after)) return true;
  if (opensParenthesis.test(before) && closesParenthesis.test(after)) return true;
  if (gluedNote.test(before))
    return noteEnds.test(after) || (/^\p{sc=Han}/u.test(after) && !counted.test(after));
  return apartNote.test(before) && sentenceBegins.test(after);
}
