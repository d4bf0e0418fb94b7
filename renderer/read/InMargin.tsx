import { use, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { PaneContext } from './pane-context.ts';

/** The margin of the document one is in: beside a single one, and at the outer edge of two, whichever is active. */
export function InMargin({ children }: { readonly children: ReactNode }) {
  const { isPaired, isActive, margin } = use(PaneContext);
  if (!isPaired) return children;
  return isActive && margin !== null ? createPortal(children, margin) : null;
}
