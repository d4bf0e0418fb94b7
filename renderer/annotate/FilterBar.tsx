import { markColours, markKinds, reviewStates, type Mark } from '../../shared/evidence/mark.ts';
import type { Person } from '../../shared/evidence/person.ts';
import type { Tag } from '../../shared/evidence/tag.ts';
import { withAllBelow } from '../../shared/library/tag-tree.ts';
import { ColourDot } from '../ui/ColourDot.tsx';
import { useColourWords } from '../ui/mark-colours.ts';
import { TogglePill } from '../ui/Pill.tsx';
import { toggle, type MarkFilter } from './filter-marks.ts';
import { kindWords, reviewWords } from './mark-words.ts';
import styles from './MarginList.module.css';

interface FilterBarProps {
  readonly marks: readonly Mark[];
  readonly people: readonly Person[];
  readonly tags: readonly Tag[];
  readonly filter: MarkFilter;
  readonly onChange: (filter: MarkFilter) => void;
}

/** What occurs among the marks, as switches; where all marks are alike there is nothing to choose. */
export function FilterBar({ marks, people, tags, filter, onChange }: FilterBarProps) {
  const words = useColourWords();
  const given = new Set(marks.flatMap((mark) => mark.tags));
  const used = tags.filter(({ id }) => [...withAllBelow(tags, id)].some((tag) => given.has(tag)));
  const held = {
    colours: markColours.filter((colour) => marks.some((mark) => mark.colour === colour)),
    kinds: markKinds.filter((kind) => marks.some((mark) => mark.kind === kind)),
    reviews: reviewStates.filter((review) => marks.some((mark) => mark.review === review)),
    people: people.filter(({ id }) => marks.some(({ markedBy }) => markedBy === id)),
  };
  return (
    <div role="group" aria-label="Show only" className={styles['filters']}>
      {several(held.colours).map((colour) => (
        <button
          key={colour}
          type="button"
          className={styles['colourFilter']}
          aria-pressed={filter.colours.has(colour)}
          aria-label={words[colour]}
          onClick={() => {
            onChange({ ...filter, colours: toggle(filter.colours, colour) });
          }}
        >
          <ColourDot colour={colour} />
        </button>
      ))}
      {several(held.kinds).map((kind) => (
        <TogglePill
          key={kind}
          pressed={filter.kinds.has(kind)}
          onToggle={() => {
            onChange({ ...filter, kinds: toggle(filter.kinds, kind) });
          }}
        >
          {kindWords[kind]}
        </TogglePill>
      ))}
      {several(held.reviews).map((review) => (
        <TogglePill
          key={review}
          pressed={filter.reviews.has(review)}
          onToggle={() => {
            onChange({ ...filter, reviews: toggle(filter.reviews, review) });
          }}
        >
          {reviewWords[review]}
        </TogglePill>
      ))}
      {several(held.people).map(({ id, name }) => (
        <TogglePill
          key={id}
          pressed={filter.people.has(id)}
          onToggle={() => {
            onChange({ ...filter, people: toggle(filter.people, id) });
          }}
        >
          {`by ${name}`}
        </TogglePill>
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

function several<T>(values: readonly T[]): readonly T[] {
  return values.length > 1 ? values : [];
}
