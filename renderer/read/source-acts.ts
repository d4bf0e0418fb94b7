import type { SourceId } from '../../shared/evidence/ids.ts';
import type { PageLabelRange } from '../../shared/evidence/source.ts';
import type { Act } from '../../shared/journal/change.ts';

export function labelAct(source: SourceId, labels: readonly PageLabelRange[]): Act {
  return { subject: `source/${source}`, kind: 'pages-labelled', payload: { source, labels } };
}

export function readingAct(source: SourceId, state: 'unread' | 'reading' | 'done'): Act {
  return { subject: `source/${source}`, kind: 'reading-set', payload: { source, state } };
}
