import { TogglePill } from '../ui/Pill.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './FilterBar.module.css';
import { facets, hasFacet, type Facet, type LibrarySource } from './source-list.ts';

interface FilterBarProps {
  readonly sources: readonly LibrarySource[];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly chosen: ReadonlySet<Facet>;
  readonly onChosen: (chosen: ReadonlySet<Facet>) => void;
}

const facetWords: Readonly<Record<Facet, string>> = {
  readable: 'Text ready',
  unreadable: 'Not readable',
  'needs-details': 'Needs details',
  proposed: 'To confirm',
  marked: 'With marks',
  unmarked: 'Without marks',
  unread: 'Unread',
  reading: 'Reading',
  done: 'Done',
};

/** Conditions that some sources have, with how many; a condition that none has is not offered. */
export function FilterBar({ sources, text, onText, chosen, onChosen }: FilterBarProps) {
  const counted = facets
    .map((facet) => ({ facet, count: sources.filter((source) => hasFacet(source, facet)).length }))
    .filter(({ facet, count }) => count > 0 || chosen.has(facet));
  const toggle = (facet: Facet) => {
    const next = new Set(chosen);
    if (!next.delete(facet)) next.add(facet);
    onChosen(next);
  };
  return (
    <div className={styles['bar']} role="group" aria-label="Filter the sources">
      <TextInput
        className={styles['text']}
        type="search"
        aria-label="Filter by words"
        placeholder="Filter the sources"
        value={text}
        onChange={(event) => {
          onText(event.target.value);
        }}
      />
      {counted.map(({ facet, count }) => (
        <TogglePill
          key={facet}
          tone={facet === 'needs-details' ? 'warn' : 'plain'}
          pressed={chosen.has(facet)}
          onToggle={() => {
            toggle(facet);
          }}
        >
          {facetWords[facet]} {count.toLocaleString()}
        </TogglePill>
      ))}
    </div>
  );
}
