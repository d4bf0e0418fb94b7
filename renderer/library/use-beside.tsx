import { useState, type ReactNode } from 'react';
import type { SourceId } from '../../shared/evidence/ids.ts';
import { canBeOpened } from '../../shared/evidence/readable.ts';
import { useNavigation } from '../app/navigation.ts';
import { isTyping, useShortcuts } from '../app/shortcuts.ts';
import { ChooseBeside } from '../read/ChooseBeside.tsx';
import type { LibrarySource } from './source-list.ts';

interface ReadingBeside {
  /** Opens the two that are chosen side by side; absent unless two are chosen that can be read. */
  readonly readPair: (() => void) | undefined;
  /** Asks what to open beside it. */
  readonly ask: (source: SourceId) => void;
  /** The question, while it is asked. */
  readonly dialog: ReactNode;
}

/** Reading two sources side by side from the library. `chosen` are in the order they are shown in. */
export function useBeside(chosen: readonly LibrarySource[]): ReadingBeside {
  const { go } = useNavigation();
  const [asked, setAsked] = useState<SourceId>();
  const [first, second] = chosen;
  const isPair = chosen.length === 2 && chosen.every(canBeOpened);
  const readPair = (): void => {
    if (first === undefined || second === undefined) return;
    go({ screen: 'reader', source: first.id, beside: second.id });
  };
  useShortcuts([
    {
      keys: 'Ctrl+Enter',
      group: 'Library',
      label: 'Read the two chosen sources side by side',
      when: () => isPair && !isTyping(document.activeElement),
      run: readPair,
    },
  ]);
  const close = (): void => {
    setAsked(undefined);
  };
  return {
    readPair: isPair ? readPair : undefined,
    ask: setAsked,
    dialog: asked !== undefined && (
      <ChooseBeside
        source={asked}
        onChoose={(beside) => {
          close();
          go({ screen: 'reader', source: asked, beside });
        }}
        onClose={close}
      />
    ),
  };
}
