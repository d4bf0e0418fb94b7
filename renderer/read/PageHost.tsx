import { memo, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { TextPage } from '../../shared/text/working-text.ts';
import type { TextLayerIndex } from '../highlight/page-selection.ts';
import styles from './PdfDocument.module.css';

interface PageHostProps {
  readonly index: number;
  readonly stored: TextPage;
  readonly scale: number;
  readonly near: boolean;
  readonly layers: TextLayerIndex;
  readonly children: ReactNode;
}

/** The place of a page in the column: one light element for each of a thousand pages. */
export const PageHost = memo(function PageHost(props: PageHostProps) {
  const { index, stored, scale, near, layers, children } = props;
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = host.current;
    if (near || element === null) return;
    layers.addPlaceholder(index, element);
    return () => {
      layers.removePlaceholder(element);
    };
  }, [near, index, layers]);
  return (
    <div
      ref={host}
      data-box={index}
      className={styles['host']}
      role="region"
      aria-label={`Page ${stored.label === '' ? index + 1 : stored.label}`}
      style={{ inlineSize: stored.width * scale, blockSize: stored.height * scale }}
    >
      {children}
    </div>
  );
});
