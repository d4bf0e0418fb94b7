import { markColours, type Mark } from '../../shared/evidence/mark.ts';
import type { Tag } from '../../shared/evidence/tag.ts';
import { ColourDot } from '../ui/ColourDot.tsx';
import { markColourLabels } from '../ui/mark-colours.ts';
import { TogglePill } from '../ui/Pill.tsx';
import { toggle, type MarkFilter } from './filter-marks.ts';
import styles from './MarginList.module.css';

interface FilterBarProps {
  readonly marks: readonly Mark[];
  readonly tags: readonly Tag[];
  readonly filter: MarkFilter;
  readonly onChange: (filter: MarkFilter) => void;
}

/** Colours and tags that occur among the marks, as switches. */
export function FilterBar({ marks, tags, filter, onChange }: FilterBarProps) {
  const colours = markColours.filter((colour) => marks.some((mark) => mark.colour === colour));
  const used = tags.filter(({ id }) => marks.some((mark) => mark.tags.includes(id)));
  return (
    <div role="group" aria-label="Show only" className={styles['filters']}>
      {colours.length > 1 &&
        colours.map((colour) => (
          <button
            key={colour}
            type="button"
            className={styles['colourFilter']}
            aria-pressed={filter.colours.has(colour)}
            aria-label={markColourLabels[colour]}
            onClick={() => {
              onChange({ ...filter, colours: toggle(filter.colours, colour) });
            }}
          >
            <ColourDot colour={colour} />
          </button>
        ))}
      {used.map((tag) => (
        <TogglePill
          key={tag.id}
          pressed={filter.tags.has(tag.id)}
          onToggle={() => {
            onChange({ ...filter, tags: toggle(filter.tags, tag.id) });
          }}
        >
          {tag.name}
        </TogglePill>
      ))}
    </div>
  );
}
