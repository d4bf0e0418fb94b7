// The skeleton finds a place from its first letter to its last. Quotation marks, brackets and full stops at a segment's
// ends belong to the place where the source has them, too.
import { kindOf, kinds } from './characters.ts';
import { foldTypography } from './fold-text.ts';
import type { Stretch } from './markup.ts';
import { isBlank } from '../text/blank.ts';

const leading = /^[^\p{L}\p{N}\p{M}%‰\p{Sc}]*/u;
const trailing = /[^\p{L}\p{N}\p{M}%‰\p{Sc}]{0,40}$/u;
const mostLeading = 40;

/** The place with the marks before and after the quoted text that the source has as well. */
export function withMarks(
  text: string,
  { start, end }: Stretch,
  first: string,
  last: string,
): Stretch {
  const before = leading.exec(first.slice(0, mostLeading))?.[0] ?? '';
  const after = trailing.exec(last.slice(-mostLeading))?.[0] ?? '';
  return { start: walk(text, start, -1, before), end: walk(text, end, 1, after) };
}

/** How far the marks go on in the text. */
function walk(text: string, from: number, direction: 1 | -1, marks: string): number {
  let reached = from;
  let at = direction === 1 ? from : from - 1;
  let i = direction === 1 ? 0 : marks.length - 1;
  let parted = false;
  while (i >= 0 && i < marks.length && at >= 0 && at < text.length) {
    const mark = marks.charAt(i);
    const own = text.charAt(at);
    if (isSame(mark, own)) {
      at += direction;
      i += direction;
      if (!isBlank(own.charCodeAt(0))) reached = direction === 1 ? at : at + 1;
    } else if (isNothing(mark)) {
      parted = true;
      i += direction;
    } else if (isNothing(own) && (parted || !isBlank(own.charCodeAt(0)))) at += direction;
    else break;
  }
  return reached;
}

function isSame(a: string, b: string): boolean {
  return a === b || (!isNothing(a) && foldTypography(a) === foldTypography(b));
}

function isNothing(character: string): boolean {
  const kind = kindOf(character.charCodeAt(0));
  return kind === kinds.blank || kind === kinds.hidden;
}
