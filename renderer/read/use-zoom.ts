import { useCallback, useEffect, useState, type RefObject } from 'react';

export interface Zoom {
  /** 1 is the natural size. */
  readonly factor: number;
  readonly fits: boolean;
  readonly change: (direction: 1 | -1) => void;
  readonly reset: () => void;
  readonly fit: () => void;
}

const steps = [0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];
/** A page much wider than the window is still made readable by hand; much narrower it is not blown up. */
const leastFit = 0.3;
const mostFit = 2;

/** The next step up or down from any factor; itself at the ends. */
export function stepZoom(factor: number, direction: 1 | -1): number {
  const further =
    direction > 0
      ? steps.find((step) => step > factor * 1.01)
      : steps.findLast((step) => step < factor * 0.99);
  return further ?? factor;
}

/**
 * Zoom of the document in `frame`. `naturalWidth` is the width at factor 1 in CSS pixels that `fit` makes as wide as the
 * frame; `undefined` for a text, whose column fits by itself.
 */
export function useZoom(
  frame: RefObject<HTMLElement | null>,
  naturalWidth: number | undefined,
  spare: number,
): Zoom {
  const [chosen, setChosen] = useState<number>();
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setWidth(element.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [frame]);
  const fitting =
    naturalWidth === undefined || width === 0
      ? 1
      : Math.max(leastFit, Math.min(mostFit, (width - spare) / naturalWidth));
  const factor = chosen ?? fitting;
  const change = useCallback(
    (direction: 1 | -1) => {
      setChosen((old) => stepZoom(old ?? fitting, direction));
    },
    [fitting],
  );
  const reset = useCallback(() => {
    setChosen(1);
  }, []);
  const fit = useCallback(() => {
    setChosen(undefined);
  }, []);
  return { factor, fits: chosen === undefined, change, reset, fit };
}
