import { useShortcuts } from '../app/shortcuts.ts';
import type { Find } from './use-find.ts';

/** `selected`: what the bar begins with. */
export function useFindKeys(find: Find, selected: () => string): void {
  const group = 'Reader';
  const isFound = (): boolean => find.isOpen && find.places.length > 0;
  const step = (direction: 1 | -1) => (): void => {
    find.step(direction);
  };
  useShortcuts([
    {
      keys: 'Ctrl+F',
      label: 'Find in this source',
      group,
      run: () => {
        find.open(selected());
      },
    },
    { keys: 'F3', label: 'Next place found', group, run: step(1), when: isFound },
    { keys: 'Shift+F3', label: 'Previous place found', group, run: step(-1), when: isFound },
  ]);
}
