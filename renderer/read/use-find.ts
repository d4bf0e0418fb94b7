import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FoundPlaces } from '../../shared/search/find-in-text.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import type { DocumentHandle } from './document-handle.ts';
import { Finder } from './finder.ts';
import { placeBeside, placeFrom, rangesOf } from './found-list.ts';

export interface Find {
  readonly isOpen: boolean;
  readonly query: string;
  readonly wholeWords: boolean;
  /** All places, in the order of the text. */
  readonly places: readonly TextRange[];
  /** Index of the place one stands at; −1 for none. */
  readonly at: number;
  readonly isCut: boolean;
  /** Not yet answered. */
  readonly isLooking: boolean;
  /** `query`: what to begin with; what was looked for last where it is empty. */
  readonly open: (query: string) => void;
  readonly close: () => void;
  readonly type: (query: string) => void;
  readonly chooseWholeWords: (on: boolean) => void;
  readonly step: (direction: 1 | -1) => void;
  readonly goTo: (at: number) => void;
}

interface Asked {
  readonly query: string;
  readonly wholeWords: boolean;
}

interface Answered {
  readonly asked: Asked;
  readonly found: FoundPlaces;
}

const none: readonly TextRange[] = [];
const afterMs = 90;

/** Find in document: what is looked for, where it stands, and where among these places one is. */
export function useFind(work: WorkingText, document: DocumentHandle): Find {
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState<Asked>({ query: '', wholeWords: false });
  const [answered, setAnswered] = useState<Answered>();
  const [at, setAt] = useState(-1);
  const finder = useRef<Finder>(undefined);
  /** Where one was when the bar was opened: typing on looks from there, not from the last place. */
  const from = useRef(0);

  useEffect(
    () => () => {
      finder.current?.end();
      finder.current = undefined;
    },
    [work],
  );

  useEffect(() => {
    if (!isOpen || asked.query.trim() === '') return;
    const timer = setTimeout(() => {
      finder.current ??= new Finder(work);
      finder.current.find({ text: asked.query, wholeWords: asked.wholeWords }, (found) => {
        setAnswered({ asked, found });
        const places = rangesOf(found);
        const first = placeFrom(places, from.current);
        setAt(first);
        const place = places[first];
        if (place !== undefined) document.reveal(place);
      });
    }, afterMs);
    return () => {
      clearTimeout(timer);
    };
  }, [work, document, isOpen, asked]);

  const isAsking = isOpen && asked.query.trim() !== '';
  const found = isAsking ? answered?.found : undefined;
  const places = useMemo(() => (found === undefined ? none : rangesOf(found)), [found]);

  const goTo = useCallback(
    (index: number) => {
      const place = places[index];
      if (place === undefined) return;
      setAt(index);
      document.reveal(place);
    },
    [places, document],
  );
  const open = useCallback(
    (query: string) => {
      from.current = document.placeInView();
      setOpen(true);
      if (query !== '') setAsked((old) => ({ ...old, query }));
    },
    [document],
  );
  const close = useCallback(() => {
    setOpen(false);
  }, []);
  const type = useCallback((query: string) => {
    setAsked((old) => ({ ...old, query }));
  }, []);
  const chooseWholeWords = useCallback((wholeWords: boolean) => {
    setAsked((old) => ({ ...old, wholeWords }));
  }, []);
  const step = useCallback(
    (direction: 1 | -1) => {
      goTo(placeBeside(places.length, at, direction));
    },
    [goTo, places, at],
  );

  return {
    ...{ isOpen, places, at, open, close, type, chooseWholeWords, step, goTo },
    query: asked.query,
    wholeWords: asked.wholeWords,
    isCut: found?.isCut === true,
    isLooking: isAsking && answered?.asked !== asked,
  };
}
