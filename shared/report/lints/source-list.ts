import { wordSet, yearsIn } from '../content-words.ts';
import type { Lint, LintResult } from '../lint.ts';
import type { Citation, ListedSource } from '../report.ts';
import { citationsOf } from './house-style.ts';

/** Everyone cited is listed, everyone listed is cited or marked "consulted, nothing found". Names may be short or long. */
export const listedNotCited: Lint = ({ report }) => {
  const citations = citationsOf(report);
  if (citations.length === 0) return [];
  return report.listed.flatMap((entry): LintResult[] => {
    if (entry.nothingFound || citations.some((citation) => means(entry, citation))) return [];
    const message = `“${entry.name}” is listed, but cited nowhere.`;
    return [{ id: 'listed-not-cited', line: entry.line, message }];
  });
};

export const citedNotListed: Lint = ({ report }) => {
  if (report.listed.length === 0) return [];
  const allWords = wordSet(report.listText);
  const told = new Set<string>();
  return citationsOf(report).flatMap((citation): LintResult[] => {
    const { publisher, title, repeats, line } = citation;
    const name = publisher === '' ? (title?.text ?? '') : publisher;
    if (repeats || name === '' || told.has(name)) return [];
    if (report.listed.some((entry) => means(entry, citation))) return [];
    // Its name stands in the list in some other way: in a heading, a description, a table.
    const words = wordSet(publisher);
    if (words.size > 0 && isWithin(words, allWords)) return [];
    told.add(name);
    return [{ id: 'cited-not-listed', line, message: `“${name}” is cited, but not listed.` }];
  });
};

function means(entry: ListedSource, { publisher, title, url }: Citation): boolean {
  const [listedTitle, citedTitle] = [entry.title, title?.text ?? ''];
  // A list of documents: the title decides, with its year.
  if (listedTitle !== '' && citedTitle !== '') {
    const [a, b] = [wordSet(listedTitle), wordSet(citedTitle)];
    const years = [yearsIn(listedTitle), yearsIn(citedTitle)];
    const sameYear =
      years.some((list) => list.length === 0) ||
      years[0]?.some((year) => years[1]?.includes(year)) === true;
    return sameYear && (isWithin(a, b) || isWithin(b, a));
  }
  const listed = wordSet(entry.name);
  const cited = wordSet(publisher);
  if (listed.size > 0 && cited.size > 0 && (isWithin(listed, cited) || isWithin(cited, listed)))
    return true;
  if (isShortFor(entry.name, publisher) || isShortFor(publisher, entry.name)) return true;
  if (listed.size > 1 && citedTitle !== '' && isWithin(listed, wordSet(citedTitle))) return true;
  return entry.url !== '' && hostOf(entry.url) === hostOf(url?.text ?? '');
}

function isWithin(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && [...a].every((word) => b.has(word));
}

/** USDOS for "US Department of State", HRW for "Human Rights Watch". */
function isShortFor(short: string, long: string): boolean {
  const letters = /(?<!\p{L})\p{Lu}{2,8}(?!\p{L})/u.exec(short)?.[0];
  if (letters === undefined) return false;
  const words = long.match(/[\p{L}\p{N}]+/gu) ?? [];
  const initials = (minor: boolean) =>
    words
      .filter((word) => minor || !/^(?:of|the|for|and|on|in|to)$/i.test(word))
      .map((word) => (word === word.toUpperCase() ? word : word.charAt(0).toUpperCase()))
      .join('');
  return (
    [initials(false), initials(true)].some((all) => all === letters || `US${all}` === letters) ||
    // USDOS has the O of "of", DoS has not.
    new RegExp(`\\b${letters}\\b`).test(long)
  );
}

function hostOf(url: string): string {
  return /^(?:https?:\/\/)?(?:www\.)?([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}
