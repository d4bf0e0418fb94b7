// What stands between a quote and its citation: a translator's note, the original's label, a note on emphasis, a
// reference to a footnote.

const translation =
  /\btranslat(?:ed|ion|ions|or|ors|e)\b|übersetz|traduction|traducción|\bDeepL\b|Google Translate/i;
/** Words a note on the translation has beside "translation", so that a remark about translators is none. */
const ofNote =
  /\b(?:own|unofficial|informal|official|machine|working|free|my|our|by|from|into|translator|automatic|provided|native|courtesy)\b|^\W*translat(?:ion|ed)\W*$|DeepL|Google|\bübersetz|traduction|traducción/i;
const bracketed =
  /^[*_\s]{0,3}(?:\(([^()]{1,400}(?:\([^()]{0,80}\)[^()]{0,200})?)\)|\[([^[\]]{1,400})\])[*_]{0,3}\.?/;
const plainNote =
  /^[*_]{0,3}(?:own|unofficial|informal|machine|working|free|our)\s+translation\b[^\n]{0,300}$/i;

const labelledNote =
  /^[*_]{0,3}(?:translat(?:ion|or)s?(?:[’']s? note)?\s*:|translated (?:by|from)\b)/i;

/** Characters of the translator's note a text begins with, in brackets or as a paragraph of its own; 0 without one. */
export function translatorNoteLength(text: string): number {
  const match = bracketed.exec(text);
  const inner = match?.[1] ?? match?.[2] ?? '';
  if (match !== null && translation.test(inner) && ofNote.test(inner)) return match[0].length;
  const isPlain = plainNote.test(text) || (text.length < 160 && labelledNote.test(text));
  const plain = text.length <= 400 && isPlain && !/https?:/.test(text);
  return plain ? text.length : 0;
}

const inBrackets = /^\(([^()]{3,160})\)/;

/** Characters of a reference in brackets that a text begins with: "(US 20 Mar. 2023, Sec. 6)", "(Gazette, n.d.)". */
export function shortReferenceLength(text: string): number {
  const [whole = '', inner = ''] = inBrackets.exec(text) ?? [];
  const dated = /(?:19|20)\d{2}|\bn\.\s?d\b/i.test(inner);
  return dated && /^(?:see |cf\. )?[\p{Lu}“"*]/u.test(inner) && !/https?:/.test(inner)
    ? whole.length
    : 0;
}

const label =
  /^[*_[(\s]{0,4}(?:(?:source |full )?original(?:[\s-]+(?:source|text|language|quote|quotation|version|passage|wording|extract|source text|chinese|arabic|french|spanish|russian|language text)){0,2}(?:\s+(?:in\s+)?\(?\p{Lu}?\p{L}+\)?)?|source text|texte original|original(?:text|zitat)|texto original|原文|النص الأصلي)[\])*_\s]{0,4}[:：]?[*_\s]{0,3}(?:[:：])?[*_]{0,3}/iu;

/**
 * Characters of an original's label ("ORIGINAL SOURCE:", "Original text (Chinese):") a text begins with; 0 without one.
 * Without a colon it is only a label when it stands alone or in capitals.
 */
export function originalLabelLength(text: string): number {
  const match = label.exec(text);
  if (match === null) return 0;
  const rest = text.slice(match[0].length);
  if (/^\s*(?:https?:|www\.)/.test(rest)) return 0;
  const colon = /[:：]/.test(match[0]);
  const capitals = /^[*_[(\s]{0,4}ORIGINAL/.test(text) && !/^\s*\p{Lu}?\p{Ll}/u.test(rest);
  return colon || capitals || rest.trim() === '' || text.startsWith('原文') ? match[0].length : 0;
}

const emphasisWords =
  /\b(?:emphas[ie]s|italics?|bold(?: type| face)?|highlight(?:ing|s|ed)?|underlin(?:ing|ed))\b[\s\w,]{0,20}?\b(?:added|in (?:the )?original|original|ours|mine|supplied|by (?:the )?author)|\b(?:our|my|original) emphas[ie]s\b/i;

export function notesEmphasis(text: string): boolean {
  return emphasisWords.test(text);
}

const remark =
  /^(?:[*_]{0,3}[([][^()[\]]{0,80}\b(?:emphas[ie]s|italics|bold|highlight\w*|footnotes?|citations?|references?|sic)\b[^()[\]]{0,80}[)\]][*_]{0,3}[.,;]?)/i;

/** Characters of a remark on the quotation itself, such as "[emphasis added]", "(footnotes omitted)". */
export function remarkLength(text: string): number {
  return remark.exec(text)?.[0].length ?? 0;
}

const references =
  /^(?:\s?(?:\[\^?(\d{1,4}|[a-z]{1,12}\d{0,4})\]|([¹²³⁰⁴-⁹]{1,4})|<sup>(\d{1,4})<\/sup>))/i;
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The footnote a text begins with a reference to: "[12]", "[^12]", "¹²". */
export function noteReference(text: string): { label: string; length: number } | undefined {
  const match = references.exec(text);
  if (match === null) return undefined;
  const [whole, bracket, superscript, tag] = match;
  const digits = Array.from(superscript ?? '', (sign) => String(raised.indexOf(sign))).join('');
  return { label: bracket ?? tag ?? digits, length: whole.length };
}

const definition =
  /^\s*(?:\[\^?(\d{1,4}|[a-z]{1,12}\d{0,4})\]:?|([¹²³⁰⁴-⁹]{1,4})|(\d{1,4})[.)]?(?=\s))\s*(?=\S)/i;

/** The label of a footnote's own text: "[12] …", "[^12]: …", "¹² …", "12 …"; whether it is one, its words tell. */
export function noteDefinition(text: string): { label: string; length: number } | undefined {
  const match = definition.exec(text);
  if (match === null) return undefined;
  const [whole, bracket, superscript, number] = match;
  const digits = Array.from(superscript ?? '', (sign) => String(raised.indexOf(sign))).join('');
  return { label: bracket ?? number ?? digits, length: whole.length };
}
