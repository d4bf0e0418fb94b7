// What the check knows of a source of the folder: what it says of itself at its head, and how long it is.
import type { SourceDetails } from '../evidence/source.ts';
import { wordSet, yearsIn } from './content-words.ts';

export interface SourceFacts {
  /** Path below the folder, with `/`. */
  readonly name: string;
  /** What it says of itself, as far as it could be read (`proposeDetails`). */
  readonly details: Partial<SourceDetails>;
  /** Its first lines, the file's name included. */
  readonly head: readonly string[];
  readonly headWords: ReadonlySet<string>;
  /** Years in its title lines, the edition's first. */
  readonly years: readonly string[];
  /** As counted by its format or by the page numbers in the text; undefined where it has no pages. */
  readonly pages: number | undefined;
}

const headLines = 20;
const longestLine = 300;
const headCharacters = 20_000;

export function sourceFacts(
  name: string,
  text: string,
  details: Partial<SourceDetails>,
  pages: number | undefined,
): SourceFacts {
  const lines = text
    .slice(0, headCharacters)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line.length <= longestLine);
  const head = [details.title ?? '', ...lines.slice(0, headLines)].filter((line) => line !== '');
  const said = [
    ...head,
    details.publisher ?? '',
    details.author ?? '',
    name.replace(/[^\p{L}\p{N}]+/gu, ' '),
  ];
  return {
    name,
    details,
    head,
    headWords: wordSet(said.join('\n')),
    years: editionYears(head, details),
    pages: pages ?? pagesByNumbers(text),
  };
}

const ofWork = /report|monitor|survey|review|profile|edition|yearbook|bulletin/i;
/** The host's days are not the work's. */
const ofHost = /accessed|last updated|cite as|©|copyright/i;

/** The year in a title, or else of the publication. */
function editionYears(
  head: readonly string[],
  { title = '', published }: Partial<SourceDetails>,
): string[] {
  const titled = [title, ...head.filter((line) => ofWork.test(line) && !ofHost.test(line))]
    .filter((line) => line.length < 160)
    .flatMap(yearsIn);
  const issued = published?.value.slice(0, 4) ?? '';
  return [...new Set(issued === '' ? titled : [...titled, issued])];
}

const widestStep = 4;
const fewestNumbers = 3;
const loneNumber =
  /\n\s*\n[ \t]*(?:page[ \t]+|[-–—][ \t]*)?(\d{1,4})(?:[ \t]*(?:of|\/)[ \t]*\d{1,4})?(?:[ \t]*[-–—])?[ \t]*\n(?=\s*\n|\f)/gi;

/** Form feeds, or page numbers that stand alone and go up; undefined for a text without either. */
function pagesByNumbers(text: string): number | undefined {
  const feeds = text.split('\f').length;
  if (feeds > 1) return feeds;
  let last = 0;
  let inARow = 0;
  for (const [, digits] of text.matchAll(loneNumber)) {
    const number = Number(digits);
    // A page that ends between two paragraphs is often saved without its number.
    if (number <= last || number > last + widestStep) continue;
    inARow++;
    last = number;
  }
  return inARow >= fewestNumbers ? last : undefined;
}
