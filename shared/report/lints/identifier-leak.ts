import type { Lint, LintResult } from '../lint.ts';

/** An identifier of the case as a whole word: initials letter by letter, names in any case. */
export const identifierLeak: Lint = ({ report, identifiers }) => {
  const wanted = identifiers.flatMap((identifier) => {
    const pattern = patternOf(identifier.trim());
    return pattern === undefined ? [] : [{ identifier: identifier.trim(), pattern }];
  });
  return report.lines.flatMap(({ number, text }) =>
    wanted.flatMap(({ identifier, pattern }): LintResult[] => {
      if (!pattern.test(text)) return [];
      const message = `The identifier “${identifier}” stands in the report.`;
      return [{ id: 'identifier-leak', line: number, message }];
    }),
  );
};

function patternOf(identifier: string): RegExp | undefined {
  if (!/[\p{L}\p{N}]/u.test(identifier)) return undefined;
  const initials = /^(?:\p{Lu}\.?\s?){1,4}$/u.test(identifier);
  const source = initials
    ? (identifier.match(/\p{Lu}/gu) ?? []).map(escape).join('(?:\\.\\s?)?')
    : identifier.split(/\s+/).map(escape).join('\\s+');
  // Chinese has no spaces between words.
  const [before, after] = /^[\u3040-\u9fff]/.test(identifier)
    ? ['', '']
    : ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
  return new RegExp(`${before}${source}${after}`, initials ? 'u' : 'iu');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
