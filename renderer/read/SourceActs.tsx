import { use, useState } from 'react';
import type { Source } from '../../shared/evidence/source.ts';
import type { TextPage } from '../../shared/text/working-text.ts';
import { useAct } from '../app/vault-context.tsx';
import { ChooseBeside } from './ChooseBeside.tsx';
import { PageLabelsDialog } from './PageLabelsDialog.tsx';
import { PaneContext } from './pane-context.ts';
import { ReaderMenu } from './ReaderMenu.tsx';
import { readingAct } from './source-acts.ts';

interface SourceActsProps {
  readonly source: Source;
  /** As the document calls them. */
  readonly pages: readonly TextPage[];
  /** The page one is on. */
  readonly page: number;
  readonly isPdf: boolean;
}

/** The menu of the open source, and the dialogs that its acts open. */
export function SourceActs({ source, pages, page, isPdf }: SourceActsProps) {
  const act = useAct();
  const { onBeside } = use(PaneContext);
  const [dialog, setDialog] = useState<'labels' | 'beside'>();
  const close = (): void => {
    setDialog(undefined);
  };
  return (
    <>
      <ReaderMenu
        reading={source.reading?.state ?? 'unread'}
        isPdf={isPdf}
        hasPages={pages.length > 1}
        onReading={(state) => void act([readingAct(source.id, state)])}
        onLabel={() => {
          setDialog('labels');
        }}
        onBeside={() => {
          setDialog('beside');
        }}
      />
      {dialog === 'beside' && (
        <ChooseBeside
          source={source.id}
          onChoose={(other) => {
            close();
            onBeside(other);
          }}
          onClose={close}
        />
      )}
      {dialog === 'labels' && (
        <PageLabelsDialog source={source} pages={pages} page={page} onClose={close} />
      )}
    </>
  );
}
