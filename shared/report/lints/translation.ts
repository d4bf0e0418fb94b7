import { gapParity } from '../../parity/gap-parity.ts';
import { numberParity } from '../../parity/number-parity.ts';
import type { Lint, LintResult } from '../lint.ts';
import type { Finding, Report } from '../report.ts';

/** A finding whose quote is a translation, with the line of that quote. */
interface Translated {
  readonly finding: Finding;
  readonly line: number;
}

/** The quote a note or an original belongs to is the last one before it. */
function translatedIn({ findings }: Report): Translated[] {
  return findings.flatMap((finding): Translated[] => {
    const quote = finding.quotes.at(-1);
    const isTranslated = finding.translatorNote !== undefined || finding.originals.length > 0;
    return quote !== undefined && isTranslated ? [{ finding, line: quote.line }] : [];
  });
}

export const originalMissing: Lint = ({ report }) =>
  translatedIn(report).flatMap(({ finding, line }): LintResult[] => {
    if (finding.originals.some(({ text }) => text.trim() !== '')) return [];
    const message = 'The quote is said to be a translation, but the original is not given.';
    return [{ id: 'original-missing', line, message }];
  });

export const translationNoteMissing: Lint = ({ report }) =>
  translatedIn(report).flatMap(({ finding, line }): LintResult[] => {
    if (finding.translatorNote !== undefined) return [];
    const message = 'The original is given, but nobody says who translated it.';
    return [{ id: 'translation-note-missing', line, message }];
  });

/** Translation and original as two texts. One original for several quotes is the original of all of them. */
function pairs(report: Report): (Translated & { translation: string; original: string })[] {
  return translatedIn(report).flatMap(({ finding, line }) => {
    const original = finding.originals.map(({ text }) => text).join('\n');
    const { quotes, originals } = finding;
    const of = originals.length === 1 && quotes.length > 1 ? quotes.slice(-1) : quotes;
    const translation = of.map(({ text }) => text).join('\n');
    return original.trim() === '' ? [] : [{ finding, line, translation, original }];
  });
}

export const gapsDiffer: Lint = ({ report }) =>
  pairs(report).flatMap(({ line, ...pair }): LintResult[] => {
    const { equal, translation, original } = gapParity(pair.translation, pair.original);
    if (equal) return [];
    const message = `The translation has ${translation.marked} gaps, the original ${original.marked}.`;
    return [{ id: 'gap-parity', line, message }];
  });

export const numbersDiffer: Lint = ({ report }) =>
  pairs(report).flatMap(({ line, translation, original }): LintResult[] => {
    const { missing, added } = numberParity(translation, original);
    if (missing.length + added.length === 0) return [];
    const told = [
      ...missing.map(({ text }) => `“${text}” stands only in the original`),
      ...added.map(({ text }) => `“${text}” only in the translation`),
    ];
    return [{ id: 'number-parity', line, message: `${told.join('; ')}.` }];
  });
