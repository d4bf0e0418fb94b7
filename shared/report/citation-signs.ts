// What tells a citation from a sentence: a clause of access, an address, a date, a title.
import { findDates } from './dates.ts';
import { readMarks } from './quote-marks.ts';

/** "last accessed: 3 June 2025", "[accessed 25 May 2016]", "Accessed on …", "(consulted 3 May 2024)". */
export const accessClause =
  /[\s,;.([–—-]{0,4}(?:\b(?:date\s+)?(?:last|date)\s+(?:accessed|access|visited|viewed|consulted|checked|retrieved)|(?<=[\s,;.([–—-])(?:accessed|retrieved|consulted|visited)(?=\s*(?:on\b|:|\d{1,2}\b|\p{Lu}\p{L}+\s+\d))|\b(?:zugriff|abgerufen|aufgerufen)\s+am|\bconsultée?\s+le)(?:\s+on)?\s{0,4}:?\s{0,4}/iu;
export const webAddress = /\bhttps?:\/\/[^\s<>"“”]+|\bwww\.[^\s<>"“”]+/i;
export const undated =
  /(?<![\p{L}\p{N}])(?:n\.\s?d\.?|nd(?=[,;.)]|$)|undated|no date|not dated|date unknown|date not (?:stated|given))(?![\p{L}\p{N}])/iu;
export const repeatsLast = /^(?:\W{0,3})(?:ibid|idem|op\.? cit|loc\.? cit|same source|as above)\b/i;

/** A clause of access or an address: no sentence of a report has these, and headings have not. */
export function hasCitationSigns(text: string): boolean {
  return webAddress.test(text) || accessClause.test(text);
}

const quotedTitle =
  /[“"«„][^“”"«»„]{3,300}[”"»“]|(?<![\p{L}\p{N}])[*_][^*_\n]{4,300}[*_]|\[[^[\]\n]{3,300}\]\(/u;
const sentenceStart =
  /^(?:in|according|as|on|the (?:report|article|same|following|source|document|page|website)|a|an|this|these|those|that|it|for|while|when|with|however|further|moreover|additionally|no|we|after|based|also)\b/i;
const finiteVerb =
  /\b(?:is|are|was|were|has|have|had|does|did|states?|stated|notes?|noted|says?|said|writes|wrote|finds|found|reports|reported|describes?|described|explains?|explained|adds|added|observes?|observed|indicates?|mentions?|claims?|argues?|according to|could|can|may|might|will|would|published (?:a|its|an|the))\b/;

const mostCharacters = 1500;
const emptyAccess = /(?:accessed|visited|consulted|retrieved)\s*:$/i;
const anySign = /\d|www\.|http|access|n\.\s?d|undated|no date|ibid|idem|op\. cit|as above/i;

/**
 * Whether a paragraph is a citation. `expected`: it stands where one must follow, right after a quote, so that broken
 * ones are still known as such.
 */
export function isCitation(text: string, expected: boolean): boolean {
  if (text.length > mostCharacters || (text.endsWith(':') && !emptyAccess.test(text))) return false;
  if (!expected && !anySign.test(text)) return false;
  if (repeatsLast.test(text)) return text.length < 200;
  const opensQuoted = /^[*_[]{0,3}[“"«„‘]/.test(text);
  if (opensQuoted && !opensWithTitle(text)) return false;
  const access = accessClause.test(text);
  const address = webAddress.test(text);
  const head = headOf(text);
  if (!opensQuoted && isSentence(text)) return false;
  if (!opensQuoted && head.length > 400) return false;
  if (access && (address || expected)) return true;
  const dated = undated.test(text) || findDates(text).length > 0;
  const titled = quotedTitle.test(text);
  const outside = text.replace(new RegExp(quotedTitle, 'gu'), ' ').replace(webAddress, ' ');
  if (access) return titled || head.includes(',');
  const says = sentenceStart.test(text) || finiteVerb.test(outside);
  if (address) return !says && (dated || titled || expected);
  if (says || !text.includes(',') || text.length > 500) return false;
  return expected
    ? dated || titled
    : dated && titled && !/[.!?]\s+\p{Lu}\p{Ll}+ \p{Ll}/u.test(outside);
}

/** An introduction that names a title, gives an address, goes over into its quote: it says something before that. */
function isSentence(text: string): boolean {
  const lead = /^[^“"«„[*_(]*/.exec(text)?.[0] ?? '';
  return sentenceStart.test(text) || finiteVerb.test(lead.replace(webAddress, ' '));
}

/** What stands before the address and the clause of access. */
function headOf(text: string): string {
  const ends = [text.search(webAddress), text.search(accessClause)].filter((at) => at >= 0);
  return text.slice(0, Math.min(text.length, ...ends));
}

const longestTitle = 300;
const afterTitle =
  /^[*_\]]{0,3}\s*(?:\((?:https?:|www\.)|\]\(|,\s*(?:n\.\s?d|undated|no date|\d{1,2}\s+\p{Lu}|\p{Lu}\p{L}+\s+\d{4}|\d{4}\b|last accessed))/iu;

/** A citation without its publisher: the words in quotation marks are followed by a link, a date or the like. */
function opensWithTitle(text: string): boolean {
  const end = endOfTitle(text.slice(0, longestTitle));
  if (end === undefined || !afterTitle.test(text.slice(end))) return false;
  const title = text.slice(0, end);
  return title.split(/\s+/).length <= 30 && !/[.!?…][”"’]{0,2}\s+[“"‘]?\p{Lu}/u.test(title);
}

function endOfTitle(text: string): number | undefined {
  let depth = 0;
  for (const { at, opens } of readMarks(text)) {
    depth += opens ? 1 : -1;
    if (depth <= 0) return at + 1;
  }
  // Single marks, or none that closes before the link.
  const single = /^[*_[]{0,3}‘[^’]{3,200}’/.exec(text)?.[0].length;
  return single ?? /^[*_[]{0,3}[“"«„][^”"»]{3,200}?(?=\(https?:)/.exec(text)?.[0].length;
}
