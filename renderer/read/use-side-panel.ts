import { useState } from 'react';
import { usePreferences } from '../app/preferences-context.tsx';
import { useShortcuts } from '../app/shortcuts.ts';
import type { SideTab } from './SidePanel.tsx';

export interface SidePanelState {
  readonly tabs: readonly SideTab[];
  /** `undefined` while the panel is hidden. */
  readonly tab: SideTab | undefined;
  readonly open: (tab: SideTab) => void;
  readonly toggle: () => void;
  readonly hide: () => void;
}

/** A window this wide has room for the panel beside page and margin. */
const roomyPixels = 1400;

/** The panel beside the document: which part of it is shown. The choice is remembered; what was found is no choice. */
export function useSidePanel(has: Readonly<Record<SideTab, boolean>>): SidePanelState {
  const { preferences, change } = usePreferences();
  const [isFound, setFound] = useState(false);
  const tabs = (['contents', 'pages', 'found'] as const).filter((tab) => has[tab]);
  const lasting = tabs.filter((tab) => tab !== 'found');
  const { readerPanel } = preferences;
  const isRoomy = lasting.length > 0 && window.innerWidth >= roomyPixels;
  const chosen =
    readerPanel === 'none' || (readerPanel === 'auto' && !isRoomy)
      ? undefined
      : (lasting.find((tab) => tab === readerPanel) ?? lasting[0] ?? 'found');
  const tab = isFound && has.found ? 'found' : chosen;

  const open = (wanted: SideTab): void => {
    setFound(wanted === 'found');
    if (wanted !== 'found') change({ readerPanel: wanted });
  };
  const hide = (): void => {
    if (isFound && has.found) setFound(false);
    if (chosen !== undefined) change({ readerPanel: 'none' });
  };
  const toggle = (): void => {
    if (tab === undefined) open(lasting[0] ?? 'found');
    else hide();
  };
  useShortcuts([
    { keys: 'F4', label: 'Show or hide contents and pages', group: 'Reader', run: toggle },
  ]);
  return { tabs, tab, open, toggle, hide };
}
