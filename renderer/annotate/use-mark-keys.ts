import { reviewStates, type Mark } from '../../shared/evidence/mark.ts';
import { useShortcuts, type Shortcut } from '../app/shortcuts.ts';
import type { MarkCommands } from './mark-commands.ts';

interface MarkKeys {
  /** Of the text that is open, in document order. */
  readonly marks: readonly Mark[];
  readonly selected: Mark | undefined;
  /** Keys of a selection in the text come first. */
  readonly hasSelection: boolean;
  readonly commands: MarkCommands;
}

/** What keys do with the selected mark while no text is selected. */
export function useMarkKeys({ marks, selected, hasSelection, commands }: MarkKeys): void {
  const key = (keys: string, label: string, run: (mark: Mark) => void): Shortcut => ({
    ...{ keys, label, group },
    when: () => selected !== undefined && !hasSelection,
    run: () => {
      if (selected !== undefined) run(selected);
    },
  });
  const step = (by: 1 | -1) => (): void => {
    const at = marks.findIndex(({ id }) => id === selected?.id);
    const next = at < 0 ? marks.at(by === 1 ? 0 : -1) : marks[at + by];
    if (next !== undefined) commands.goTo(next);
  };
  const ofWords = (run: (mark: Mark) => void) => (mark: Mark) => {
    if (mark.kind !== 'area') run(mark);
  };
  useShortcuts([
    { keys: 'n', label: 'Next mark', group, run: step(1), when: () => marks.length > 0 },
    { keys: 'p', label: 'Previous mark', group, run: step(-1), when: () => marks.length > 0 },
    key('a', 'Write its note', (mark) => {
      commands.edit(mark, 'note');
    }),
    key('t', 'Add a tag to it', (mark) => {
      commands.edit(mark, 'tag');
    }),
    key(
      'r',
      'Correct its reading',
      ofWords((mark) => {
        commands.edit(mark, 'reading');
      }),
    ),
    key(
      'u',
      'Underline or highlight it',
      ofWords((mark) => {
        commands.restyle(mark, mark.kind === 'underline' ? 'highlight' : 'underline');
      }),
    ),
    key('e', 'Size and move a marked area', (mark) => {
      if (mark.kind === 'area') commands.reshape(mark);
    }),
    key('v', 'Review it: draft, checked, disputed', (mark) => {
      const at = reviewStates.indexOf(mark.review);
      commands.review(mark, reviewStates[(at + 1) % reviewStates.length] ?? 'draft');
    }),
    key('Delete', 'Delete it', commands.remove),
  ]);
}

const group = 'Selected mark';
