import { useMemo, useRef, type RefObject } from 'react';
import type { DocumentHandle, ReadingPlace } from './document-handle.ts';

const start: ReadingPlace = { offset: 0, page: 0, fraction: 0 };

/** A handle that stays the same while the document behind it is laid out anew, and the ref that document is given. */
export function useDocumentHandle(): readonly [RefObject<DocumentHandle | null>, DocumentHandle] {
  const document = useRef<DocumentHandle>(null);
  const handle = useMemo(
    (): DocumentHandle => ({
      rangeOf: (range) => document.current?.rangeOf(range),
      rectsOf: (range) => document.current?.rectsOf(range) ?? [],
      reveal: (range) => document.current?.reveal(range),
      revealPage: (page) => document.current?.revealPage(page),
      revealArea: (area) => document.current?.revealArea(area),
      middleInView: () => document.current?.middleInView() ?? nowhere,
      placeInView: () => document.current?.placeInView() ?? 0,
      place: () => document.current?.place() ?? start,
      returnTo: (place) => document.current?.returnTo(place),
    }),
    [],
  );
  return [document, handle];
}

const nowhere = { page: 0, point: { x: 0, y: 0 } };
