import { usePreferences } from '../app/preferences-context.tsx';
import { Menu } from '../ui/Menu.tsx';
import type { Reading } from './use-reading-state.ts';

interface ReaderMenuProps {
  readonly reading: Reading;
  readonly isPdf: boolean;
  readonly hasPages: boolean;
  readonly onReading: (state: Reading) => void;
  readonly onLabel: () => void;
  readonly onBeside: () => void;
}

/** What is done with the open source now and then. */
export function ReaderMenu(props: ReaderMenuProps) {
  const { reading, isPdf, hasPages, onReading, onLabel, onBeside } = props;
  const { preferences, change } = usePreferences();
  const { textOnly, paragraphNumbers } = preferences;
  const numberings = [
    ['printed', 'Show printed paragraph numbers'],
    ['counted', 'Count the paragraphs'],
    ['none', 'No paragraph numbers'],
  ] as const;
  const states = [
    ['done', 'Done reading'],
    ['reading', 'Still reading'],
    ['unread', 'Not read yet'],
  ] as const;
  return (
    <Menu
      icon="more"
      label="More of this source"
      items={[
        ...states
          .filter(([state]) => state !== reading)
          .map(([state, label]) => ({
            label,
            ...(state === 'done' ? { icon: 'check' as const } : {}),
            run: () => {
              onReading(state);
            },
          })),
        { label: 'Open another beside…', icon: 'beside', run: onBeside },
        ...(hasPages ? [{ label: 'Label pages from here on…', run: onLabel }] : []),
        {
          label: textOnly ? 'Show what is not the text' : 'Hide what is not the text',
          run: () => {
            change({ textOnly: !textOnly });
          },
        },
        ...(isPdf ? [] : numberings)
          .filter(([mode]) => mode !== paragraphNumbers)
          .map(([mode, label]) => ({
            label,
            run: () => {
              change({ paragraphNumbers: mode });
            },
          })),
      ]}
    />
  );
}
