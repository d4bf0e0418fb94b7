import { createContext } from 'react';
import type { SourceId } from '../../shared/evidence/ids.ts';

/** One of the documents that are open beside each other. */
export interface Pane {
  /** The keys and the margin are this one's. */
  readonly isActive: boolean;
  readonly isPaired: boolean;
  /** Where the margin of the active one is shown, for both at the same place. */
  readonly margin: HTMLElement | null;
  /** Closes this one, where there is another. */
  readonly onClose: (() => void) | undefined;
  readonly onBeside: (source: SourceId) => void;
}

export const PaneContext = createContext<Pane>({
  isActive: true,
  isPaired: false,
  margin: null,
  onClose: undefined,
  onBeside: () => undefined,
});
