// What changes of marks add up to: passages, their looks, notes, tags and review.
import type { MarkId } from '../evidence/ids.ts';
import type { Mark } from '../evidence/mark.ts';
import type { Folds, LibraryDraft } from './library-draft.ts';

export const markFolds = {
  marked: ({ marks }, { payload: { mark }, person, at }) => {
    marks.set(mark.id, {
      ...{ kind: 'highlight', more: [], ...mark },
      ...{ tags: [], note: '', reading: '', review: 'draft' },
      markedBy: person,
      markedAt: at,
      changedAt: at,
      removed: false,
    });
  },
  'marks-placed': (draft, { payload, at }) => {
    for (const { mark, area, ...placement } of payload.marks) {
      // A mark of words has no rectangle, whatever somebody's change says.
      const isArea = draft.marks.get(mark)?.kind === 'area';
      const sized = isArea && area !== undefined ? { area } : {};
      changeMark(draft, mark, at, { more: [], ...placement, ...sized });
    }
  },
  'mark-coloured': (draft, { payload: { mark, colour }, at }) => {
    changeMark(draft, mark, at, { colour });
  },
  'mark-restyled': (draft, { payload: { mark, kind }, at }) => {
    if (draft.marks.get(mark)?.kind !== 'area') changeMark(draft, mark, at, { kind });
  },
  'reading-corrected': (draft, { payload: { mark, reading }, at }) => {
    changeMark(draft, mark, at, { reading });
  },
  reviewed: (draft, { payload: { mark, review }, at }) => {
    changeMark(draft, mark, at, { review });
  },
  noted: (draft, { payload: { mark, text }, at }) => {
    changeMark(draft, mark, at, { note: text });
  },
  tagged: (draft, { payload: { mark, tag }, at }) => {
    const tags = draft.marks.get(mark)?.tags ?? [];
    if (!tags.includes(tag)) changeMark(draft, mark, at, { tags: [...tags, tag] });
  },
  untagged: (draft, { payload: { mark, tag }, at }) => {
    const tags = draft.marks.get(mark)?.tags ?? [];
    changeMark(draft, mark, at, { tags: tags.filter((each) => each !== tag) });
  },
  unmarked: (draft, { payload: { mark }, at }) => {
    changeMark(draft, mark, at, { removed: true });
  },
  remarked: (draft, { payload: { mark }, at }) => {
    changeMark(draft, mark, at, { removed: false });
  },
} satisfies Partial<Folds>;

function changeMark(
  { marks }: LibraryDraft,
  id: MarkId,
  at: number,
  difference: Partial<Mark & { removed: boolean }>,
): void {
  const mark = marks.get(id);
  if (mark !== undefined) marks.set(id, { ...mark, ...difference, changedAt: at });
}
