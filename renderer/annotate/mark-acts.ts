// The acts of the margin, as changes for the journal. A mark's own changes belong to its source's notes; a tag is the
// library's.
import type { TagId } from '../../shared/evidence/ids.ts';
import type { Mark, MarkColour, MarkPlacement, ReviewState } from '../../shared/evidence/mark.ts';
import { generalCase, type Act, type Subject } from '../../shared/journal/change.ts';

type MarkRef = Pick<Mark, 'id' | 'source'>;

export function recolourAct(mark: MarkRef, colour: MarkColour): Act {
  return { subject: subjectOf(mark), kind: 'mark-coloured', payload: { mark: mark.id, colour } };
}

export function noteAct(mark: MarkRef, text: string): Act {
  return { subject: subjectOf(mark), kind: 'noted', payload: { mark: mark.id, text } };
}

export function restyleAct(mark: MarkRef, kind: 'highlight' | 'underline'): Act {
  return { subject: subjectOf(mark), kind: 'mark-restyled', payload: { mark: mark.id, kind } };
}

export function readingAct(mark: MarkRef, reading: string): Act {
  const payload = { mark: mark.id, reading };
  return { subject: subjectOf(mark), kind: 'reading-corrected', payload };
}

export function reviewAct(mark: MarkRef, review: ReviewState): Act {
  return { subject: subjectOf(mark), kind: 'reviewed', payload: { mark: mark.id, review } };
}

export function placeAct(mark: MarkRef, placement: MarkPlacement): Act {
  const payload = { source: mark.source, marks: [{ mark: mark.id, ...placement }] };
  return { subject: subjectOf(mark), kind: 'marks-placed', payload };
}

export function removeAct(mark: MarkRef): Act {
  return { subject: subjectOf(mark), kind: 'unmarked', payload: { mark: mark.id } };
}

export function tagAct(mark: MarkRef, tag: TagId): Act {
  return { subject: subjectOf(mark), kind: 'tagged', payload: { mark: mark.id, tag } };
}

export function untagAct(mark: MarkRef, tag: TagId): Act {
  return { subject: subjectOf(mark), kind: 'untagged', payload: { mark: mark.id, tag } };
}

/** A tag that does not exist yet, made and given in one call, so that undo takes both. */
export function newTagActs(mark: MarkRef, id: TagId, name: string): readonly Act[] {
  return [
    { subject: 'library', kind: 'tag-made', payload: { tag: { id, name } } },
    tagAct(mark, id),
  ];
}

function subjectOf(mark: MarkRef): Subject {
  return `marks/${mark.source}/${generalCase}`;
}
