import { useState, type ReactNode, type Ref } from 'react';
import type { TextPage } from '../../shared/text/working-text.ts';
import type { AreaMarking } from '../highlight/use-area-marking.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { findPage, pageBoxText } from './page-labels.ts';
import styles from './ReaderBar.module.css';
import type { SidePanelState } from './use-side-panel.ts';
import type { Zoom } from './use-zoom.ts';

interface ReaderBarProps {
  readonly title: string;
  readonly pages: readonly TextPage[];
  readonly page: number;
  readonly zoom: Zoom;
  readonly canFit: boolean;
  readonly pageBox: Ref<HTMLInputElement>;
  readonly areas: AreaMarking;
  readonly onPage: (page: number) => void;
  readonly panel: SidePanelState;
  readonly menu: ReactNode;
  /** Closes this one of two documents. */
  readonly onClose: (() => void) | undefined;
  readonly onFind: () => void;
  readonly onBack: () => void;
}

export function ReaderBar(props: ReaderBarProps) {
  const { title, pages, page, zoom, canFit, pageBox, areas, panel, menu } = props;
  const { onPage, onFind, onBack, onClose } = props;
  return (
    <div role="group" aria-label={`Reader: ${title}`} className={styles['bar']}>
      <Button
        variant="quiet"
        icon="back"
        title="Back to the library"
        aria-label="Library"
        onClick={onBack}
      >
        <span className={styles['word']}>Library</span>
      </Button>
      <IconButton
        icon="outline"
        label="Contents and pages (F4)"
        aria-pressed={panel.tab !== undefined}
        onClick={panel.toggle}
      />
      <h1 className={styles['title']} dir="auto" title={title}>
        {title}
      </h1>
      {pages.length > 1 && <PageBox pages={pages} page={page} box={pageBox} onPage={onPage} />}
      {areas.isPossible && (
        <Button
          variant="quiet"
          icon="area"
          aria-pressed={areas.isOn}
          title="Mark an area of the page (Alt 5)"
          onClick={areas.toggle}
        >
          Area
        </Button>
      )}
      <IconButton icon="search" label="Find in this source (Ctrl F)" onClick={onFind} />
      <div role="group" aria-label="Zoom" className={styles['zoom']}>
        <Button
          variant="quiet"
          aria-label="Smaller"
          title="Smaller (Ctrl −)"
          onClick={() => {
            zoom.change(-1);
          }}
        >
          −
        </Button>
        <button
          type="button"
          className={styles['factor']}
          title="Natural size (Ctrl 0)"
          onClick={zoom.reset}
        >
          {Math.round(zoom.factor * 100)} %
        </button>
        <Button
          variant="quiet"
          aria-label="Larger"
          title="Larger (Ctrl +)"
          onClick={() => {
            zoom.change(1);
          }}
        >
          +
        </Button>
        {canFit && (
          <Button variant="quiet" aria-pressed={zoom.fits} title="Fit width (f)" onClick={zoom.fit}>
            Fit width
          </Button>
        )}
      </div>
      {menu}
      {onClose !== undefined && (
        <IconButton icon="close" label="Close this document" onClick={onClose} />
      )}
    </div>
  );
}

interface PageBoxProps {
  readonly pages: readonly TextPage[];
  readonly page: number;
  readonly box: Ref<HTMLInputElement>;
  readonly onPage: (page: number) => void;
}

/** Shows where one is, takes a label or a number. */
function PageBox({ pages, page, box, onPage }: PageBoxProps) {
  const [typed, setTyped] = useState<string>();
  const wanted = typed === undefined ? page : findPage(pages, typed);
  return (
    <form
      className={styles['page']}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted === undefined || typed === undefined) return;
        setTyped(undefined);
        onPage(wanted);
      }}
    >
      <TextInput
        ref={box}
        aria-label="Page"
        dir="ltr"
        aria-invalid={wanted === undefined && typed?.trim() !== ''}
        title="Page: type a label or a number (Ctrl Shift G)"
        className={styles['pageInput']}
        value={typed ?? pageBoxText(pages, page)}
        onFocus={({ target }) => {
          setTyped(pages[page]?.label ?? '');
          requestAnimationFrame(() => {
            target.select();
          });
        }}
        onBlur={() => {
          setTyped(undefined);
        }}
        onChange={({ target }) => {
          setTyped(target.value);
        }}
      />
    </form>
  );
}
