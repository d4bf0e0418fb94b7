// Where it lies on the web and when that was seen, as the text says it.
import { readDate } from '../text/dates.ts';
import type { Found } from './found.ts';
import type { LabelledFields } from './labels.ts';

export interface Addresses {
  readonly url?: Found<string>;
  readonly archiveUrl?: Found<string>;
  /** `YYYY-MM-DD`. */
  readonly accessed?: Found<string>;
}

const archives =
  /^https?:\/\/(?:web\.archive\.org|archive\.(?:org\/web|ph|is|today|vn|li)|perma\.cc|webcitation\.org|.*\.archive-it\.org)\//i;
/** An archived page names the address it was saved from. */
const savedFrom = /^https?:\/\/web\.archive\.org\/web\/\d{4,14}[a-z_]*\/(https?:\/\/.+)$/i;
const cited =
  /\b(?:available (?:at|from|online at)|online at|source|link)\s*:?\s*<?(https?:\/\/[^\s<>"”]+)/iu;
const lone = /^<?(https?:\/\/\S+?)>?$/;
const citedAccess =
  /[[(](?:last )?(?:accessed|retrieved|visited)(?: on)?:? ([^\])]{6,40})[\])]|\b(?:last )?(?:accessed|retrieved|visited)(?: on)?:? (\d{1,2} \p{Lu}\p{L}+ \d{4})\b/iu;

export function readAddresses(
  fields: LabelledFields,
  opening: readonly string[],
  closing: readonly string[],
): Addresses {
  const stated = fields.url ?? '';
  const lines = [...opening.slice(0, 25), ...closing.slice(-8)].filter(
    ({ length }) => length < 700,
  );
  const inText = firstIn(lines, (line) => cited.exec(line)?.[1]?.replace(/[\].,;)]+$/, ''));
  const alone = firstIn(lines, (line) => lone.exec(line)?.[1]);
  const found = [stated, fields.archiveUrl ?? '', inText, alone].filter((url) => URL.canParse(url));
  const archive = fields.archiveUrl ?? found.find((url) => archives.test(url));
  const url = found.find((each) => each !== archive && !archives.test(each));
  const original = savedFrom.exec(archive ?? '')?.[1];
  const access =
    fields.accessed ??
    firstIn(lines, (line) => {
      const [, bracketed, running] = citedAccess.exec(line) ?? [];
      return bracketed ?? running;
    });
  const day = readDate(access);
  return {
    ...(url !== undefined
      ? { url: { value: url, confidence: url === alone ? 'likely' : 'stated' } }
      : original !== undefined && { url: { value: original, confidence: 'likely' } }),
    ...(archive !== undefined && { archiveUrl: { value: archive, confidence: 'stated' } }),
    ...(day?.precision === 'day' && { accessed: { value: day.value, confidence: 'stated' } }),
  };
}

function firstIn(lines: readonly string[], read: (line: string) => string | undefined): string {
  for (const line of lines) {
    const found = read(line);
    if (found !== undefined) return found;
  }
  return '';
}
