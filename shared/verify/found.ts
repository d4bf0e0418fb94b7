import type { Stretch } from './markup.ts';
import type { Difference, Flag, Tier } from './verdict.ts';

/** A place of a segment in the source's text, at its tier. */
export interface Found extends Stretch {
  readonly tier: Tier;
  readonly similarity: number;
  /** Said only of the place that is chosen. */
  readonly differences: () => readonly Difference[];
  /** `bracket-swallows` only: the other flags depend on the segments around. */
  readonly flags: readonly Flag[];
}
