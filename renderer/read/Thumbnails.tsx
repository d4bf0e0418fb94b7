import { useEffect, useMemo, useRef } from 'react';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { TextPage } from '../../shared/text/working-text.ts';
import { pageHeat } from './page-heat.ts';
import type { PageSession } from './page-session.ts';
import { Thumbnail } from './Thumbnail.tsx';
import styles from './Thumbnails.module.css';
import { showRow, useRows } from './use-rows.ts';

interface ThumbnailsProps {
  readonly session: PageSession;
  readonly pages: readonly TextPage[];
  readonly marks: readonly Mark[];
  /** Index of the page one is on. */
  readonly page: number;
  readonly onPage: (page: number) => void;
}

const width = 124;
/** Pixels below a picture: its label, and air. */
const belowPicture = 38;
const tallest = 260;

/** Small pictures of the pages, drawn when they are seen, with the colours of what is marked on them. */
export function Thumbnails({ session, pages, marks, page, onPage }: ThumbnailsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const sizes = useMemo(() => pages.map(sizeOf), [pages]);
  const heights = useMemo(() => sizes.map(({ height }) => height + belowPicture), [sizes]);
  const { stack, height, near } = useRows(scroller, heights);
  const heat = useMemo(() => pageHeat(pages, marks), [pages, marks]);
  useEffect(() => {
    showRow(scroller.current, stack, page);
  }, [stack, page]);
  const step = (direction: 1 | -1): void => {
    onPage(Math.max(0, Math.min(pages.length - 1, page + direction)));
  };
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label="Pages"
      aria-activedescendant={`thumbnail-${page}`}
      className={styles['scroller']}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        step(event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      <div role="presentation" className={styles['rows']} style={{ blockSize: height }}>
        {near.map((index) => {
          const stored = pages[index];
          const size = sizes[index];
          if (stored === undefined || size === undefined) return null;
          return (
            <Thumbnail
              key={index}
              session={session}
              index={index}
              label={stored.label === '' ? `${index + 1}` : stored.label}
              {...size}
              top={stack.tops[index] ?? 0}
              isHere={index === page}
              heat={heat.get(index)}
              onPage={onPage}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Pixels, and CSS pixels per point. */
function sizeOf(page: TextPage): {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
} {
  const scale = Math.min(width / Math.max(1, page.width), tallest / Math.max(1, page.height));
  return { width: page.width * scale, height: page.height * scale, scale };
}
