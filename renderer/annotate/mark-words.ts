import type { MarkKind, ReviewState } from '../../shared/evidence/mark.ts';

export const reviewWords: Readonly<Record<ReviewState, string>> = {
  draft: 'draft',
  checked: 'checked',
  disputed: 'disputed',
};

export const kindWords: Readonly<Record<MarkKind, string>> = {
  highlight: 'highlights',
  underline: 'underlines',
  area: 'areas',
};
