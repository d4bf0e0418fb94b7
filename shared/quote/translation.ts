// A translation beside the quote it is of: what is printed with it, and what can be counted on both sides.
import type { Translation, TranslationKind } from '../evidence/translation.ts';
import { bracketParity } from '../parity/bracket-parity.ts';
import { gapParity, type GapCount } from '../parity/gap-parity.ts';
import { numberParity, type ParityItem } from '../parity/number-parity.ts';
import { unambiguousDate } from './unambiguous-date.ts';

export const translationWords: Readonly<Record<TranslationKind, string>> = {
  own: 'Own translation',
  'third-party': 'Translation by a third party',
  published: 'Published translation',
};

/** “(Own translation by M. Li, 3 May 2025. The translator is a Chinese native speaker.)” */
export function translatorsNote({ kind, translator, competence, date }: Translation): string {
  const by = translator.trim() === '' ? '' : ` by ${translator.trim()}`;
  const on = date === '' ? '' : `, ${unambiguousDate(date)}`;
  const able = competence.trim() === '' ? '' : ` The translator is ${competence.trim()}.`;
  return `(${translationWords[kind]}${by}${on}.${able})`;
}

/**
 * What is not equal on both sides, as sentences; none never means that a translation is right. `printed`: the quote as it is
 * printed, gaps and brackets with it.
 */
export function parityFindings(text: string, printed: string): readonly string[] {
  const gaps = gapParity(text, printed);
  const { missing, added } = numberParity(text, printed);
  const brackets = bracketParity(text, printed);
  return [
    ...(gaps.equal
      ? []
      : [`gaps: ${countOf(gaps.translation)} in the translation, ${countOf(gaps.original)} here`]),
    ...missing.map((item) => `${itemWords(item)} of the original is not in the translation`),
    ...added.map((item) => `${itemWords(item)} of the translation is not in the original`),
    ...(brackets.equal
      ? []
      : [
          `words in brackets: ${String(brackets.translation.length)} in the translation, ${String(brackets.original.length)} here`,
        ]),
  ];
}

function countOf({ marked, bare }: GapCount): string {
  return String(marked + bare);
}

function itemWords({ kind, text }: ParityItem): string {
  return `the ${kind} “${text}”`;
}
