import type { PreciseDate } from '../evidence/source.ts';
import type { Sketch } from './sketch.ts';

/** What is known of a source that may be another's copy or edition. */
export interface EditionFacts {
  readonly title: string;
  readonly publisher: string;
  readonly published: PreciseDate;
  readonly sketch: Sketch;
}

/** Proposed to a person, never decided. */
export interface Relation {
  readonly kind: 'same-work' | 'edition' | 'none';
  readonly confidence: 'sure' | 'likely' | 'possible';
  readonly reasons: readonly string[];
  readonly newer?: 'a' | 'b';
}

export function proposeRelation(a: EditionFacts, b: EditionFacts): Relation {
  void a;
  void b;
  return { kind: 'none', confidence: 'possible', reasons: [] };
}
