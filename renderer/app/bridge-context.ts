import { createContext } from 'react';
import type { ask, onNotice } from '../bridge/ask.ts';
import { useProvided } from '../ui/use-provided.ts';

/** The door to main, as the screens use it; tests give their own. */
export interface AppBridge {
  readonly ask: typeof ask;
  readonly onNotice: typeof onNotice;
}

export const BridgeContext = createContext<AppBridge | undefined>(undefined);

export function useBridge(): AppBridge {
  return useProvided(BridgeContext, 'BridgeContext');
}
