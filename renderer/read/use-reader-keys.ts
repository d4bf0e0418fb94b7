import type { RefObject } from 'react';
import { useShortcuts } from '../app/shortcuts.ts';
import type { Zoom } from './use-zoom.ts';

interface ReaderKeys {
  readonly zoom: Zoom;
  readonly pageBox: RefObject<HTMLInputElement | null>;
}

export function useReaderKeys({ zoom, pageBox }: ReaderKeys): void {
  const group = 'Reader';
  const enlarge = (): void => {
    zoom.change(1);
  };
  useShortcuts([
    { keys: 'Ctrl++', label: 'Larger', group, run: enlarge },
    // The same key without Shift.
    { keys: 'Ctrl+=', label: 'Larger', group, run: enlarge },
    {
      keys: 'Ctrl+-',
      label: 'Smaller',
      group,
      run: () => {
        zoom.change(-1);
      },
    },
    { keys: 'Ctrl+0', label: 'Natural size', group, run: zoom.reset },
    { keys: 'f', label: 'Fit width', group, run: zoom.fit },
    {
      keys: 'Ctrl+Shift+G',
      label: 'Go to a page',
      group,
      run: () => pageBox.current?.focus(),
      when: () => pageBox.current !== null,
    },
  ]);
}
