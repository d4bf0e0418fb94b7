// A text as quotes are looked for in it: raw as decoded, or the working text a person reads.
import { findNoteReferences } from '../text/note-references.ts';
import { textSections } from '../text/sections.ts';
import type { WorkingText } from '../text/working-text.ts';
import { findPageFurniture } from './page-furniture.ts';
import type { SkippedRange, SourceText } from './verdict.ts';

/** From text as decoded: offsets are its own, whatever its line ends. */
export function sourceFromRaw(text: string): SourceText {
  const furniture = findPageFurniture(text);
  const notes = findNoteReferences(text, furniture);
  return {
    text,
    skipped: [...furniture, ...notes].sort((a, b) => a.start - b.start),
    sections: textSections(text).map(({ start, title }) => ({ start, title })),
  };
}

/** From a working text, whose extractor has found furniture and references to notes. */
export function sourceFromWorkingText({
  text,
  ranges,
  sections,
}: Pick<WorkingText, 'text' | 'ranges' | 'sections'>): SourceText {
  const skipped = ranges.flatMap(({ start, end, kind }): SkippedRange[] =>
    kind === 'furniture' || kind === 'noteref' ? [{ start, end, kind }] : [],
  );
  return { text, skipped, sections: sections.map(({ start, title }) => ({ start, title })) };
}
