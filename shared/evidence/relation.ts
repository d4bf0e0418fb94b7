import type { PersonId, SourceId } from './ids.ts';

/** Two sources, ids ascending: a pair has one name. */
export interface SourcePair {
  readonly sources: readonly [SourceId, SourceId];
}

/**
 * - same-work: one work, held twice: by another publisher, from an archive, in another format
 * - edition: the same series in another year or issue
 * - apart: neither, although it may look so
 */
export type RelationKind = 'same-work' | 'edition' | 'apart';

/** What a person decided. */
export interface SourceRelation extends SourcePair {
  readonly relation: RelationKind;
  readonly decidedBy: PersonId;
  readonly decidedAt: number;
}

export function pairOf(a: SourceId, b: SourceId): SourcePair['sources'] {
  return a < b ? [a, b] : [b, a];
}

export function pairKey([a, b]: SourcePair['sources']): string {
  return `${a} ${b}`;
}

/** Another source that goes with one, and how. */
export interface RelatedSource {
  readonly source: SourceId;
  readonly relation: Exclude<RelationKind, 'apart'>;
}

/**
 * The sources that go with each, directly or by way of others: the copy of a copy is a copy, and whatever an edition lies
 * between is an edition. Nearest first.
 */
export class RelatedSources {
  readonly #beside = new Map<SourceId, RelatedSource[]>();

  constructor(relations: Iterable<SourceRelation>) {
    for (const { sources, relation } of relations) {
      if (relation === 'apart') continue;
      const [a, b] = sources;
      this.#put(a, { source: b, relation });
      this.#put(b, { source: a, relation });
    }
  }

  of(source: SourceId): readonly RelatedSource[] {
    const found = new Map<SourceId, RelatedSource>();
    // Copies of copies before anything an edition lies between: the nearer relation wins.
    const waiting: RelatedSource[] = [{ source, relation: 'same-work' }];
    const editions: RelatedSource[] = [];
    for (;;) {
      const next = waiting.shift() ?? editions.shift();
      if (next === undefined) break;
      if (found.has(next.source)) continue;
      found.set(next.source, next);
      for (const beside of this.#beside.get(next.source) ?? []) {
        const isCopy = next.relation === 'same-work' && beside.relation === 'same-work';
        if (isCopy) waiting.push(beside);
        else editions.push({ source: beside.source, relation: 'edition' });
      }
    }
    found.delete(source);
    return [...found.values()];
  }

  #put(source: SourceId, beside: RelatedSource): void {
    this.#beside.set(source, [...(this.#beside.get(source) ?? []), beside]);
  }
}
