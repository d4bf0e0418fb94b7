import type { SourceId } from '../../shared/evidence/ids.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
import { proposalWords } from './relation-words.ts';

interface RelationHintProps {
  readonly source: SourceId;
  readonly titleOf: (source: SourceId) => string | undefined;
}

/** Of a source just added: what it looks to be beside the others. Its details ask. */
export function RelationHint({ source, titleOf }: RelationHintProps) {
  const asked = useVaultQuery('relations:propose', { source });
  const [first] = asked.state === 'answered' ? asked.value : [];
  if (first === undefined) return null;
  return (
    <span>
      {proposalWords(first)} <bdi>{titleOf(first.source) ?? 'another source'}</bdi>.
    </span>
  );
}
