import { createContext, use } from 'react';
import type { ask, onNotice } from '../bridge/ask.ts';

/** The door to main, as the screens use it; tests give their own. */
export interface AppBridge {
  readonly ask: typeof ask;
  readonly onNotice: typeof onNotice;
}

export const BridgeContext = createContext<AppBridge | undefined>(undefined);

export function useBridge(): AppBridge {
  const bridge = use(BridgeContext);
  if (bridge === undefined) throw new Error('a screen stands outside BridgeContext');
  return bridge;
}
