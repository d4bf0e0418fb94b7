import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import styles from './MarginList.module.css';

interface CardGroupProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly cards: number;
  /** Laid out wherever the window is. */
  readonly always: boolean;
  readonly children: () => ReactNode;
}

const guessedCardHeight = 120;
const margin = '800px 0px';

/** A list of cards that is an empty box of about the right height while it is far from the window. */
export function CardGroup({ scroller, cards, always, children }: CardGroupProps) {
  const list = useRef<HTMLUListElement>(null);
  const [near, setNear] = useState(false);
  const [height, setHeight] = useState(cards * guessedCardHeight);
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined) return;
        if (!entry.isIntersecting) setHeight(entry.boundingClientRect.height);
        setNear(entry.isIntersecting);
      },
      { root: scroller.current, rootMargin: margin },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [scroller]);
  const shown = always || near;
  return (
    <ul ref={list} className={styles['group']} style={shown ? undefined : { blockSize: height }}>
      {shown && children()}
    </ul>
  );
}
