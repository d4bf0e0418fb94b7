// A line under the title that names who wrote it. A pseudonym is an author like any other.

const linesLooked = 15;
const particles = String.raw`(?:de|da|dos|du|van|von|der|den|al|el|bin|ibn|le|la|ter|zu|y|e|i|and|&|,)`;
const name = String.raw`(?:\p{Lu}[\p{L}\p{M}.'’-]*|${particles})`;
const person = new RegExp(String.raw`^${name}(?:,? ${name}){0,9}$`, 'u');
const byline =
  /^(?:by|von|par|por|di|text|words|story|report(?:ed)?(?: by)?)(?::|\s)\s*(.{3,100})$/i;
/** 記者 沈渡, 文／沈渡, 記者沈渡／墨山報導. */
const chinese =
  /^(?:[【（(])?(?:本報|本报)?(?:特約|特约)?(?:記者|记者|作者|撰文|文|撰稿)(?:[:：／/\s\u3000]+)?([\p{sc=Han}·．]{2,12}?)(?:[／/\s\u3000].{0,20}|[】）)])?$/u;
const verbs = /[問问說说從从在了是有到的]/;
const arabic = /^(?:بقلم|كتبه|كتبت|كتب|إعداد)\s*:?\s*([\p{sc=Arabic}\s]{3,60})$/u;

/** The name in the first byline, or empty. */
export function bylineOf(opening: readonly string[]): {
  readonly name: string;
  readonly index: number;
} {
  for (const [index, line] of opening.slice(0, linesLooked).entries()) {
    const found = nameIn(line);
    if (found !== '') return { name: found, index };
  }
  return { name: '', index: -1 };
}

function nameIn(line: string): string {
  if (line.length > 120) return '';
  const latin =
    byline
      .exec(line)?.[1]
      ?.replace(/\s*[|–—·].*$/, '')
      .trim() ?? '';
  if (latin !== '') return person.test(latin) && /^\p{Lu}/u.test(latin) ? latin : '';
  const han = chinese.exec(line)?.[1] ?? '';
  if (han !== '') return verbs.test(han) ? '' : han;
  return arabic.exec(line)?.[1]?.trim() ?? '';
}

/** A file's stated author is often a login or a program: only what looks like a name is taken. */
export function personName(author: string): string {
  const trimmed = author.trim();
  const latin = /^\p{Lu}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){1,6}$/u.test(trimmed);
  const other = /^[\p{sc=Han}]{2,4}$|^[\p{sc=Arabic} ]{5,40}$|^[\p{sc=Cyrillic} .-]{5,60}$/u.test(
    trimmed,
  );
  return latin || other ? trimmed : '';
}
