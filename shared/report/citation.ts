// A citation, part by part: publisher, “title”(link), [container,] date | n.d., [pinpoint,] last accessed: date
// Nothing is required: what is missing stays undefined, for the lints to name.
import type { PreciseDate } from '../evidence/source.ts';
import { accessClause, repeatsLast, undated, webAddress } from './citation-signs.ts';
import { findDates } from './dates.ts';
import { bareTitle } from './headings.ts';
import type { Citation, CitedTitle } from './report.ts';

const noDate: PreciseDate = { value: '', precision: 'none' };

export function readCitation(written: string, line: number): Citation {
  const text = oneLine(written);
  const access = accessClause.exec(text);
  const head = access === null ? text : text.slice(0, access.index);
  const url = readUrl(text);
  const title = readTitle(head);
  const publisher = publisherOf(head, title);
  const rest = afterTitle(head, title);
  return {
    line,
    text,
    publisher,
    title: title && { text: title.text, closed: title.closed },
    url,
    published: readPublished(rest, head.slice(0, title?.start ?? 0)),
    pinpoint: pinpoint.exec(rest)?.[0].replace(/[\s,.–-]+$/, '') ?? '',
    accessed: access === null ? undefined : readAccess(text.slice(access.index + access[0].length)),
    repeats: repeatsLast.test(text),
  };
}

/** Several citations in one paragraph, each with its own clause of access or address: where each begins. */
export function citationStarts(text: string): number[] {
  const starts = [0];
  const clause = new RegExp(accessClause, 'giu');
  for (const match of text.matchAll(clause)) {
    const from = match.index + match[0].length;
    const next = /^[^;.\n]{0,40}?(?:;|\.(?=\s)|\n)\s*(?=[\p{Lu}“"*_])/u.exec(
      text.slice(from, from + 80),
    );
    if (next === null) continue;
    const start = from + next[0].length;
    if (accessClause.test(text.slice(start)) || webAddress.test(text.slice(start)))
      starts.push(start);
  }
  return starts;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

interface FoundTitle extends CitedTitle {
  readonly start: number;
  readonly end: number;
}

const titleForms: readonly RegExp[] = [
  // [“Title”](url), [Title](url), “[Title](url)”
  /[“"]?\[([^[\]]{3,400})\]\s?\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)?[”"]?/u,
];
const opening = /[“"«„‘]/;
const italic = /(?<![\p{L}\p{N}*_])([*_]{1,2})(?=\S)([^*_]{3,300}?)\1(?![\p{L}\p{N}])/u;

function readTitle(head: string): FoundTitle | undefined {
  for (const form of titleForms) {
    const match = form.exec(head);
    if (match === null) continue;
    const [whole, inner = ''] = match;
    const opens = (inner.match(/[“„«]/g) ?? []).length + Number(/^[“"]\[/.test(whole));
    const closes = (inner.match(/[”»]/g) ?? []).length + Number(/\)[”"]$/.test(whole));
    const link = /\)[”"]?$/.test(whole);
    return {
      text: plainTitle(inner),
      closed: link && (opens <= closes || !/[“„«]/.test(whole)),
      start: match.index,
      end: match.index + whole.length,
    };
  }
  return readQuotedTitle(head) ?? readItalicTitle(head);
}

const closeOf: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '«': '»',
  '„': '“”',
  '‘': '’',
};

function readQuotedTitle(head: string): FoundTitle | undefined {
  const start = head.search(opening);
  if (start < 0) return undefined;
  const address = webAddress.exec(head.slice(start));
  const limit = address === null ? head.length : start + address.index;
  const closers = closeOf[head[start] ?? ''] ?? '';
  let depth = 0;
  for (let i = start + 1; i < limit; i++) {
    const character = head[i] ?? '';
    if (character === head[start] && !closers.includes(character)) depth++;
    if (!isCloser(head, i, closers)) continue;
    if (depth > 0) depth--;
    else return { text: plainTitle(head.slice(start + 1, i)), closed: true, start, end: i + 1 };
  }
  // Curly opened and straight closed is untidy, not unclosed.
  const other = head.slice(start + 1, limit).search(/["”](?=\s*(?:\(|,|$))/);
  if (other >= 0) {
    const end = start + 1 + other;
    return { text: plainTitle(head.slice(start + 1, end)), closed: true, start, end: end + 1 };
  }
  const bare = head.slice(start + 1, limit).replace(/[\s([<]+$/, '');
  const comma =
    address === null
      ? bare.search(/,\s*(?:n\.\s?d|\d{1,2}\s+\p{Lu}|\d{4}\b|\p{Lu}\p{L}+\s+\d{4})/u)
      : -1;
  const text = comma >= 0 ? bare.slice(0, comma) : bare;
  return { text: plainTitle(text), closed: false, start, end: start + 1 + text.length };
}

function isCloser(head: string, at: number, closers: string): boolean {
  const character = head[at] ?? '';
  if (!closers.includes(character)) return false;
  // An apostrophe closes nothing: a letter follows.
  return character !== '’' || !/^\p{L}/u.test(head.slice(at + 1));
}

function readItalicTitle(head: string): FoundTitle | undefined {
  const match = italic.exec(head.replace(webAddress, (url) => ' '.repeat(url.length)));
  if (match === null) return undefined;
  const [whole, , inner = ''] = match;
  return {
    text: plainTitle(inner),
    closed: true,
    start: match.index,
    end: match.index + whole.length,
  };
}

function plainTitle(title: string): string {
  return bareTitle(title)
    .replace(/^[“"«„‘\s]+/, '')
    .replace(/[”"»’,\s]+$/, '');
}

function publisherOf(head: string, title: FoundTitle | undefined): string {
  const before =
    title === undefined
      ? (head.replace(/^[\s([]+/, '').split(/[,:;(]/, 1)[0] ?? '')
      : head.slice(0, title.start);
  const bare = bareTitle(before.replace(webAddress, ' '))
    .replace(
      /^[\s–—-]*(?:\W{0,2}\d{1,3}[.\])]\s+|\[\^?\d{1,3}\]:?\s*|(?:source|citation|reference|see):\s*)/i,
      '',
    )
    .replace(/^[\s,;:.[\](“"]+|[\s,;:([–—-]+$/g, '');
  // With no title marked, a lone date or address is no publisher.
  return /\p{L}{2}/u.test(bare) && findDates(bare)[0]?.text !== bare && !undated.test(bare)
    ? bare
    : '';
}

function afterTitle(head: string, title: FoundTitle | undefined): string {
  const rest = head.slice(title?.end ?? 0);
  return rest.replace(new RegExp(webAddress, 'giu'), (url) => ' '.repeat(url.length));
}

function readUrl(text: string): { text: string; closed: boolean } | undefined {
  const match = webAddress.exec(text);
  if (match === null) return undefined;
  let url = match[0].replace(/[\])}]*[.,;:]+$/, '').replace(/\*+$/, '');
  // Closing brackets belong to it only as far as it opens them itself.
  for (let at = 0, open = 0; at < url.length; at++) {
    if (url[at] === '(') open++;
    else if ((url[at] === ')' && --open < 0) || (url[at] === ']' && open === 0)) {
      url = url.slice(0, at);
      break;
    }
  }
  const before = text[match.index - 1];
  const after = text.slice(match.index + url.length);
  return { text: url, closed: before !== '(' || /^\s?(?:"[^"]{0,80}"\s?)?\)/.test(after) };
}

function readPublished(rest: string, before: string): PreciseDate | undefined {
  const named = (text: string) => findDates(text).find(({ date }) => date !== undefined)?.date;
  const found = named(rest);
  if (found !== undefined) return found;
  if (undated.test(rest)) return noDate;
  return named(before) ?? (undated.test(before) ? noDate : undefined);
}

const pinpoint =
  /(?<![\p{L}\p{N}])(?:pp?\.|pgs?\.|pages?|paras?\.?|paragraphs?|¶+|§+|sections?|sec\.|sect\.|ch\.|chapters?|articles?|arts?\.|annex|footnotes?|fn\.|lines?|s\.|at(?=\s\d+\b(?!\s\p{L})))\s?(?:\d|[ivxlc]+\b|[A-Z]\b)[\w.,–-]*(?:\s?(?:–|-|and|to)\s?\d+)?/iu;

const fullMonth =
  /^\s*(\d{1,2}(?:\s?(?:st|nd|rd|th))?[\s,]*\p{L}+\.?,?\s*\d{1,6}|\p{L}+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s*\d{2,6}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\p{L}+\.?,?\s+\d{2,6}|\d{4})/u;

function readAccess(after: string): { raw: string; date: PreciseDate | undefined } {
  const bare = after.replace(/^[\s([*_]+/, '');
  const raw = (fullMonth.exec(bare)?.[1] ?? /^[^\])};]{0,40}/.exec(bare)?.[0] ?? '')
    .replace(/[\s.,;*_\])]+$/, '')
    .trim();
  const found = findDates(raw);
  const whole = found.find(({ text }) => text.length === raw.length);
  return { raw, date: whole?.date };
}
