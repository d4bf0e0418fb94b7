import type { Mark } from '../../shared/evidence/mark.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { FoundList } from './FoundList.tsx';
import { Outline } from './Outline.tsx';
import type { PageSession } from './page-session.ts';
import { SidePanel } from './SidePanel.tsx';
import { Thumbnails } from './Thumbnails.tsx';
import type { DocumentHandle } from './document-handle.ts';
import type { Find } from './use-find.ts';
import type { SidePanelState } from './use-side-panel.ts';

interface BesideProps {
  readonly panel: SidePanelState;
  readonly work: WorkingText;
  readonly session: PageSession | undefined;
  readonly marks: readonly Mark[];
  readonly find: Find;
  readonly document: DocumentHandle;
  /** Where one is. */
  readonly page: number;
  readonly offset: number;
}

/** The panel beside the document, with what is chosen in it. */
export function Beside(props: BesideProps) {
  const { panel, work, session, marks, find, document, page, offset } = props;
  if (panel.tab === undefined) return null;
  return (
    <SidePanel tabs={panel.tabs} tab={panel.tab} onTab={panel.open} onHide={panel.hide}>
      {panel.tab === 'contents' && (
        <Outline
          sections={work.sections}
          offset={offset}
          onGo={(start) => {
            document.reveal({ start, end: start + 1 });
          }}
        />
      )}
      {panel.tab === 'pages' && session !== undefined && (
        <Thumbnails
          session={session}
          pages={work.pages}
          marks={marks}
          page={page}
          onPage={document.revealPage}
        />
      )}
      {panel.tab === 'found' && (
        <FoundList work={work} places={find.places} at={find.at} onGo={find.goTo} />
      )}
    </SidePanel>
  );
}
