// What a gap leaves out between two segments of a quote.
import { flagOf } from './edge-flags.ts';
import type { Stretch } from './markup.ts';
import type { PreparedSource } from './prepare-source.ts';
import { withoutSkipped } from './sentence-at.ts';
import type { Flag } from './verdict.ts';
import { isContrast, wordsIn } from './word-classes.ts';

const longGap = 300;
const opening = 3;
const mostRead = 20_000;

/** Flags of the segment after the gap; `gap` is the source between the two, `before` the segment before it. */
export function gapFlags(prepared: PreparedSource, before: Stretch, gap: Stretch): Flag[] {
  const { sections } = prepared.source;
  const text = withoutSkipped(prepared, gap.start, Math.min(gap.end, gap.start + mostRead));
  const words = wordsIn(text);
  const flags: Flag[] = [];
  const contrast = words.slice(0, opening).find(({ word }) => isContrast(word));
  if (contrast)
    flags.push(
      flagOf('gap-contrast', prepared, gap.start + contrast.start, gap.start + contrast.end),
    );
  const section = sections.find(({ start }) => start >= gap.start && start < gap.end);
  if (section)
    flags.push({
      flag: 'gap-section',
      words: section.title,
      start: section.start,
      end: Math.min(gap.end, section.start + section.title.length),
    });
  if (words.length > longGap || gap.end - gap.start > mostRead)
    flags.push(flagOf('gap-long', prepared, gap.start, gap.end));
  const speaker = speaks.exec(text);
  const spoken = prepared.source.text.slice(before.start, before.end);
  if (speaker && (/[“”"«»]/.test(text) || speaks.test(spoken))) {
    const start = gap.start + speaker.index;
    flags.push(flagOf('gap-speaker', prepared, start, start + speaker[0].length));
  }
  return flags;
}

const verb =
  '(?:said|says|told|stated|testified|recalled|explained|added|argued|wrote|warned|commented|replied)';
const person =
  "(?:\\p{Lu}[\\p{L}’'-]{1,30}|[Hh]e|[Ss]he|[Tt]hey|spokes(?:man|woman|person)|officials?|wom[ae]n|m[ae]n|witness(?:es)?|survivors?|victims?|lawyers?|director|minister|activists?|residents?|workers?|(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother) \\p{Ll}{2,20})";

/**
 * Somebody speaks: "Li said", "said the spokesperson". A change of speaker it is only beside quotation marks, or where
 * somebody spoke before the gap as well: reports say of officials that they said something on every page.
 */
const speaks = new RegExp(
  `(?:${person} (?:also |later |further )?${verb}\\b|\\b${verb} (?:the |a |an )?(?:\\p{Ll}{1,20} )?${person})`,
  'u',
);
