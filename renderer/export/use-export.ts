import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import { useVault } from '../app/vault-context.tsx';
import {
  exportQuotes,
  type ExportHost,
  type ExportProgress,
  type ExportWish,
  type FinishedExport,
} from './export-quotes.ts';

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: ExportProgress }
  | { readonly kind: 'finished'; readonly outcome: FinishedExport }
  | { readonly kind: 'failed'; readonly error: ErrorCode };

/** One export at a time; leaving the screen stops it. */
export function useExport(host: ExportHost) {
  const vault = useVault();
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  const start = useCallback(
    async (wish: ExportWish) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const { signal } = controller;
      const result = await exportQuotes(
        vault,
        host,
        wish,
        (progress) => {
          if (!signal.aborted) setState({ kind: 'running', progress });
        },
        signal,
      );
      if (running.current !== controller) return;
      setState(
        result.ok
          ? { kind: 'finished', outcome: result.value }
          : { kind: 'failed', error: result.error },
      );
    },
    [vault, host],
  );
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);
  return { state, start, stop };
}
