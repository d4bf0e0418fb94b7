import { effectiveLabel, effectiveLabels } from '../../shared/evidence/page-labels.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { PageLabelRange } from '../../shared/evidence/source.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';

type Labels = readonly PageLabelRange[] | undefined;

/** The text with its pages called as a person says; itself where nobody said anything. */
export function labelledText(work: WorkingText, labels: Labels): WorkingText {
  if (labels === undefined || labels.length === 0) return work;
  const pages = work.pages.map((page, index) => ({
    ...page,
    label: effectiveLabel(labels, index, page.label),
  }));
  return { ...work, pages };
}

export function labelledMarks(marks: readonly Mark[], labels: Labels): readonly Mark[] {
  if (labels === undefined || labels.length === 0) return marks;
  return marks.map((mark) => ({ ...mark, pageLabel: effectiveLabels(labels, mark) }));
}
