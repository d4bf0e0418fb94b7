// Marks of a gap in a quote: `[...]` in its many forms, and the bare ellipsis, which may also be the source's own.

const dots = String.raw`(?:\.\s?\.\s?\.(?:\s?\.)?|[…⋯]{1,2}\.?)`;
const bracketed = new RegExp(String.raw`[[［(（〔【]\s?${dots}\s?[\])］）〕】]`, 'g');
/** Between words, or at either end; the blanks around it are looked at by their neighbours only. */
const bare = new RegExp(String.raw`(?<![.…⋯])${dots}(?![.…⋯])`, 'g');

/** What stands between the bracketed gaps. The first or last piece may be blank. */
export function splitAtGaps(text: string): string[] {
  return text.split(bracketed);
}

/** What stands between bare ellipses; one that ends a sentence inside the text (`word....`) parts as well. */
export function splitAtEllipses(text: string): string[] {
  return text.split(bare);
}
