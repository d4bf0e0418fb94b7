import type { SourceId } from '../../shared/evidence/ids.ts';
import { pairOf, type RelationKind } from '../../shared/evidence/relation.ts';
import type { Act } from '../../shared/journal/change.ts';

export function relateAct(a: SourceId, b: SourceId, relation: RelationKind | 'undecided'): Act {
  const payload = { sources: pairOf(a, b), relation };
  return { subject: 'library', kind: 'sources-related', payload };
}
