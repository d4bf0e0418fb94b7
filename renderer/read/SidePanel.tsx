import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { IconButton } from '../ui/Button.tsx';
import { keyAlongLine } from '../ui/key-along-line.ts';
import styles from './SidePanel.module.css';

export type SideTab = 'contents' | 'pages' | 'found';

interface SidePanelProps {
  readonly tabs: readonly SideTab[];
  readonly tab: SideTab;
  readonly onTab: (tab: SideTab) => void;
  readonly onHide: () => void;
  readonly children: ReactNode;
}

const names: Readonly<Record<SideTab, string>> = {
  contents: 'Contents',
  pages: 'Pages',
  found: 'Found',
};

/** What leads through the document, beside it: its headings, its pages, what was found in it. */
export function SidePanel({ tabs, tab, onTab, onHide, children }: SidePanelProps) {
  const id = useId();
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const direction = { ArrowRight: 1, ArrowLeft: -1 }[keyAlongLine(event)];
    if (direction === undefined) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(tab) + direction + tabs.length) % tabs.length];
    if (next === undefined) return;
    onTab(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <aside className={styles['panel']} aria-label="In this source">
      <header className={styles['head']}>
        <div role="tablist" aria-label="In this source" className={styles['tabs']}>
          {tabs.map((name) => (
            <button
              key={name}
              id={`${id}-${name}`}
              type="button"
              role="tab"
              aria-selected={name === tab}
              aria-controls={`${id}-panel`}
              tabIndex={name === tab ? 0 : -1}
              className={styles['tab']}
              onClick={() => {
                onTab(name);
              }}
              onKeyDown={move}
            >
              {names[name]}
            </button>
          ))}
        </div>
        <IconButton icon="close" label="Hide this panel (F4)" onClick={onHide} />
      </header>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${tab}`}
        className={styles['body']}
      >
        {children}
      </div>
    </aside>
  );
}
