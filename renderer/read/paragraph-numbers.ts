// Numbers in the margin of a text: those printed before its paragraphs, or its paragraphs counted.
import { landmarksOf } from '../../shared/text/landmarks.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import type { TextBlock } from './text-blocks.ts';

export type NumberMode = 'printed' | 'counted' | 'none';

/** By offset of the block's beginning. */
export function paragraphNumbers(
  work: WorkingText,
  blocks: readonly TextBlock[],
  mode: NumberMode,
): ReadonlyMap<number, string> {
  switch (mode) {
    case 'none':
      return new Map();
    case 'printed':
      return new Map(landmarksOf(work).paragraphs.map(({ start, number }) => [start, number]));
    case 'counted':
      return new Map(
        blocks.filter(isParagraph).map(({ start }, i): [number, string] => [start, `${i + 1}`]),
      );
  }
}

function isParagraph({ level, runs }: TextBlock): boolean {
  return level === 0 && runs.some(({ kind }) => kind === 'body');
}
