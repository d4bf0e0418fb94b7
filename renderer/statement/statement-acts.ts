import type { SourceId, StatementId } from '../../shared/evidence/ids.ts';
import { generalCase, type Act } from '../../shared/journal/change.ts';

export function stateAct(id: StatementId, source: SourceId, terms: readonly string[]): Act {
  const payload = { statement: { id, source, terms } };
  return { subject: `marks/${source}/${generalCase}`, kind: 'statement-made', payload };
}

export function unstateAct(source: SourceId, statement: StatementId): Act {
  const payload = { source, statement };
  return { subject: `marks/${source}/${generalCase}`, kind: 'statement-removed', payload };
}
