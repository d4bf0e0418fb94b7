// The stricter folds, over the few words of a place that the skeleton has found. Never stored, never shown.
import { isUnspaced } from '../text/scripts.ts';
import { withoutLinks } from './markup.ts';

/** Runs of white space are one space; between characters of scripts without spaces they are nothing. */
export function foldSpace(text: string): string {
  const folded = text.replace(/\s+/g, (run, at: number, whole: string) =>
    isUnspaced(whole[at - 1]) && isUnspaced(whole[at + run.length]) ? '' : ' ',
  );
  return folded.trim();
}

const invisible =
  /[\u00ad\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff✓*]|\u200d|[\ufe00-\ufe0f]/g;
const escapes = /\\(?=[!-/:-@[-`{-~])/g;
const headings = /^[ \t]{0,3}#{1,6}[ \t]+/gm;
const underscores = /(?<![\p{L}\p{N}_])_{1,3}|_{1,3}(?![\p{L}\p{N}_])/gu;
const quotationMarks = /["'’‘‚‛“”„‟«»‹›′″‴`´ʹʼ＂＇「」『』﹁﹂﹃﹄]/g;
const dashes = /[‐-―−﹘﹣－]|-{1,3}/g;

/**
 * The typographic fold: compatibility forms; markup, soft hyphens and zero-width characters gone; all quotation marks
 * one, all dashes one, white space as `foldSpace`. Case stays.
 */
export function foldTypography(text: string): string {
  const plain = withoutLinks(text)
    .replace(headings, '')
    .replace(quotationMarks, "'")
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(escapes, '')
    .replace(underscores, '')
    .replace(dashes, '-');
  return foldSpace(plain);
}
