import { useCallback, useRef, useState, type ReactNode } from 'react';
import type { MarkId, SourceId } from '../../shared/evidence/ids.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import { useNavigation } from '../app/navigation.ts';
import { ShortcutScope, useShortcuts } from '../app/shortcuts.ts';
import { PaneContext, type Pane } from './pane-context.ts';
import { ReaderPane } from './ReaderPane.tsx';
import styles from './ReaderScreen.module.css';

interface ReaderScreenProps {
  readonly source: SourceId;
  /** The mark to go to. */
  readonly mark?: MarkId | undefined;
  /** The passage to point out. */
  readonly at?: TextRange | undefined;
  /** Opened beside it, and the passage to point out there. */
  readonly beside?: SourceId | undefined;
  readonly besideAt?: TextRange | undefined;
}

/** One source, or two of them side by side: original and translation, two editions. */
export function ReaderScreen({ source, mark, at, beside, besideAt }: ReaderScreenProps) {
  const { go } = useNavigation();
  const panes = useRef<HTMLDivElement>(null);
  const [chosen, setActive] = useState(0);
  const [margin, setMargin] = useState<HTMLElement | null>(null);
  const isPaired = beside !== undefined;
  const active = isPaired ? chosen : 0;
  useShortcuts([
    {
      keys: 'F6',
      label: 'Go to the other document',
      group: 'Reader',
      when: () => isPaired,
      run: () => {
        const other = 1 - active;
        setActive(other);
        panes.current
          ?.querySelector<HTMLElement>(`[data-pane="${other}"] [data-document] [tabindex="0"]`)
          ?.focus();
      },
    },
  ]);
  const paneOf = (index: number, closeTo: SourceId | undefined): Pane => ({
    isActive: active === index,
    isPaired,
    margin,
    onClose:
      closeTo === undefined
        ? undefined
        : () => {
            go({ screen: 'reader', source: closeTo });
          },
    onBeside: (other) => {
      go({ screen: 'reader', source: index === 0 ? source : (beside ?? source), beside: other });
    },
  });
  return (
    <div className={styles['screen']}>
      <div ref={panes} className={styles['panes']}>
        <PaneFrame key={source} index={0} pane={paneOf(0, beside)} onActive={setActive}>
          <ReaderPane source={source} mark={mark} at={at} />
        </PaneFrame>
        {beside !== undefined && (
          <PaneFrame
            key={`beside ${beside}`}
            index={1}
            pane={paneOf(1, source)}
            onActive={setActive}
          >
            <ReaderPane source={beside} at={besideAt} />
          </PaneFrame>
        )}
      </div>
      <div ref={setMargin} className={styles['marginHost']} />
    </div>
  );
}

interface PaneFrameProps {
  readonly index: number;
  readonly pane: Pane;
  readonly onActive: (index: number) => void;
  readonly children: ReactNode;
}

/** Whatever is touched in a pane, its margin included, makes it the one the keys are for. */
function PaneFrame({ index, pane, onActive, children }: PaneFrameProps) {
  const { isActive, isPaired } = pane;
  const counts = useCallback(() => isActive, [isActive]);
  const activate = (): void => {
    if (!isActive) onActive(index);
  };
  return (
    <div
      data-pane={index}
      data-active={isPaired ? isActive : undefined}
      role={isPaired ? 'group' : undefined}
      aria-label={isPaired ? `Document ${index + 1} of 2` : undefined}
      className={styles['pane']}
      onFocusCapture={activate}
      onPointerDownCapture={activate}
    >
      <ShortcutScope value={counts}>
        <PaneContext value={pane}>{children}</PaneContext>
      </ShortcutScope>
    </div>
  );
}
