import { useCallback, useEffect, useState } from 'react';
import type { TextRange } from '../../shared/text/text-map.ts';

const shownMs = 1500;
const none: readonly TextRange[] = [];

/** Passages pointed out for a moment, all at once, and the way to point some out. */
export function useFlash(): readonly [
  readonly TextRange[],
  (ranges: readonly TextRange[]) => void,
] {
  const [flash, setFlash] = useState(none);
  useEffect(() => {
    if (flash.length === 0) return;
    const timer = setTimeout(() => {
      setFlash(none);
    }, shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [flash]);
  const show = useCallback((ranges: readonly TextRange[]) => {
    setFlash(ranges.map(({ start, end }) => ({ start, end })));
  }, []);
  return [flash, show];
}
