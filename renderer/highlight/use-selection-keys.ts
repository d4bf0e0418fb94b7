import { useMemo } from 'react';
import { markColours } from '../../shared/evidence/mark.ts';
import { sentences } from '../../shared/text/sentences.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { useShortcuts, type Shortcut } from '../app/shortcuts.ts';
import { markKey, useColourWords } from '../ui/mark-colours.ts';
import { moveEnd, nearSentence, type Step } from './move-selection.ts';
import type { Marking } from './use-marking.ts';
import type { ReaderSelection } from './use-selection.ts';

interface SelectionKeys {
  readonly work: WorkingText;
  readonly selection: ReaderSelection | undefined;
  readonly select: (selection: ReaderSelection) => void;
  readonly clear: () => void;
  readonly marking: Marking;
  /** Where the sentence walk begins while nothing is selected. */
  readonly placeInView: () => number;
  /** Where it goes on instead: the mark that was made last, while it can be seen. */
  readonly resume: () => TextRange | undefined;
  readonly reveal: (range: TextRange) => void;
}

const longestHeard = 400;

/** Selecting and marking without a mouse. Answers what a screen reader should say. */
export function useSelectionKeys(parts: SelectionKeys): string {
  const { work, selection, select, clear, marking, placeInView, resume, reveal } = parts;
  // Not before somebody walks: of a book they take as long as opening it.
  const walk = useMemo(() => {
    let known: readonly TextRange[] | undefined;
    return () => (known ??= sentences(work.text, work.ranges));
  }, [work]);
  const words = useColourWords();
  const selected = (): boolean => selection !== undefined;

  const show = (range: TextRange, moving: ReaderSelection['moving']): void => {
    select({ range, moving, by: 'keyboard' });
    reveal(range);
  };
  const sentence = (direction: 1 | -1) => (): void => {
    const found = nearSentence(
      work.text,
      walk(),
      selection?.range ?? resume(),
      placeInView(),
      direction,
    );
    if (found !== undefined) show(found, 'end');
  };
  const further = (): void => {
    const found = nearSentence(work.text, walk(), selection?.range ?? resume(), placeInView(), 1);
    if (found === undefined) return;
    show({ start: selection?.range.start ?? found.start, end: found.end }, 'end');
  };
  const move = (keys: string, label: string, step: Step, direction: 1 | -1): Shortcut => ({
    keys,
    label,
    group,
    when: selected,
    run: () => {
      if (selection === undefined) return;
      const moved = moveEnd(work.text, selection, step, direction);
      show(moved.range, moved.moving);
    },
  });
  const act = (keys: string, label: string, run: () => void): Shortcut => ({
    keys,
    label,
    group,
    run,
    when: selected,
  });

  useShortcuts([
    // Before the bare key: some layouts type the full stop with Shift, too.
    { keys: 'Shift+.', label: 'Add the next sentence', group, run: further },
    { keys: '.', label: 'Select the next sentence', group, run: sentence(1) },
    { keys: ',', label: 'Select the previous sentence', group, run: sentence(-1) },
    move('Shift+Right', 'Select a character more', 'character', 1),
    move('Shift+Left', 'Select a character less', 'character', -1),
    move('Ctrl+Shift+Right', 'Select a word more', 'word', 1),
    move('Ctrl+Shift+Left', 'Select a word less', 'word', -1),
    ...markColours.map((colour) =>
      act(markKey(colour), `Mark: ${words[colour]}`, () => {
        marking.mark(colour);
      }),
    ),
    act('h', 'Mark in the colour used last', marking.markAgain),
    act('Alt+1', 'Mark in the colour used last', marking.markAgain),
    act('Alt+2', 'Underline', marking.underline),
    act('u', 'Underline', marking.underline),
    act('Alt+3', 'Mark and write a note', marking.markWithNote),
    {
      ...act('m', 'Add to the selected mark', marking.addToMark),
      when: () => selected() && marking.canAdd,
    },
    act('a', 'Mark and write a note', marking.markWithNote),
    act('t', 'Mark and add a tag', marking.markWithTag),
    act('Ctrl+Shift+C', 'Copy the bare text', marking.copyBare),
    act('Esc', 'Let go of the selection', clear),
  ]);

  if (selection?.by !== 'keyboard') return '';
  const { start, end } = selection.range;
  return `Selected: ${work.text.slice(start, Math.min(end, start + longestHeard))}`;
}

const group = 'Selection';
