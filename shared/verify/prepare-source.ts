import type { SourceText } from './verdict.ts';

/** A source with its folds, built when first needed and reused over many quotes. */
export interface PreparedSource {
  readonly source: SourceText;
}

export function prepareSource(source: SourceText): PreparedSource {
  return { source };
}
