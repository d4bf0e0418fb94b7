// Marks of a gap in a quote: `[...]` in its many forms, and the bare ellipsis, which may also be the source's own.

const dots = String.raw`(?:\.\s?\.\s?\.(?:\s?\.)?|[…⋯]{1,2}\.?)`;
const bracketed = new RegExp(String.raw`[[［(（〔【]\s?${dots}\s?[\])］）〕】]`, 'g');
/** Between words, or at either end; the blanks around it are looked at by their neighbours only. */
const bare = new RegExp(String.raw`(?<![.…⋯])${dots}(?![.…⋯])`, 'g');

/** What stands between the bracketed gaps. The first or last piece may be blank. */
export function splitAtGaps(text: string): string[] {
  return splitAt(text, bracketed);
}

/** What stands between bare ellipses; one that ends a sentence inside the text (`word....`) parts as well. */
export function splitAtEllipses(text: string): string[] {
  return splitAt(text, bare);
}

/** A quote with more gaps than anybody makes is read up to there, the rest as one piece. */
const mostPieces = 500;

function splitAt(text: string, mark: RegExp): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const { 0: whole, index } of text.matchAll(mark)) {
    if (pieces.length === mostPieces) break;
    pieces.push(text.slice(at, index));
    at = index + whole.length;
  }
  return [...pieces, text.slice(at)];
}
