import type { Section } from './working-text.ts';

/** The section an offset stands in: the last one that starts at or before it. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  return sections.findLast(({ start }) => start <= offset);
}
