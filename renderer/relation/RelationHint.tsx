import type { SourceId } from '../../shared/evidence/ids.ts';
import type { ProposedRelation } from '../vault/calls/sources.ts';
import { proposalWords } from './relation-words.ts';

interface RelationHintProps {
  readonly proposed: ProposedRelation;
  readonly titleOf: (source: SourceId) => string | undefined;
}

/** Of a source just added: what it looks to be beside the others. Its details ask. */
export function RelationHint({ proposed, titleOf }: RelationHintProps) {
  return (
    <span>
      {proposalWords(proposed)} <bdi>{titleOf(proposed.source) ?? 'another source'}</bdi>.
    </span>
  );
}
