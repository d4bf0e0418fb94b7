import { displayTitle } from '../../shared/evidence/source.ts';
import {
  typedFilters,
  withFilter,
  withoutFilters,
  type FilterKind,
  type TypedFilter,
} from '../../shared/search/query.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/TextInput.tsx';
import { useColourWords } from '../ui/mark-colours.ts';
import type { LibraryView } from '../vault/calls/library.ts';
import styles from './SearchFilters.module.css';

interface SearchFiltersProps {
  readonly query: string;
  readonly library: Pick<LibraryView, 'tags' | 'sources'>;
  readonly onQuery: (query: string) => void;
}

/** The filters of the query as things to choose; what is chosen is written into the query, where it can be typed too. */
export function SearchFilters({ query, library, onQuery }: SearchFiltersProps) {
  const filters = typedFilters(query);
  const colours = Object.values(useColourWords());
  const titles = new Set(
    library.sources.filter(({ marks }) => marks > 0).map((source) => displayTitle(source)),
  );
  return (
    <div className={styles['filters']} role="group" aria-label="Filters">
      <Choice
        kind="tag"
        names={library.tags.filter(({ marks }) => marks > 0).map(({ name }) => name)}
        {...{ query, filters, onQuery }}
      />
      <Choice kind="source" names={[...titles]} {...{ query, filters, onQuery }} />
      <Choice kind="colour" names={colours} {...{ query, filters, onQuery }} />
      {filters.length > 0 && (
        <Button
          variant="quiet"
          icon="close"
          onClick={() => {
            onQuery(withoutFilters(query));
          }}
        >
          Clear filters
        </Button>
      )}
    </div>
  );
}

const labels = { tag: 'Tag', source: 'Source', colour: 'Colour' } as const;

interface ChoiceProps {
  readonly kind: Exclude<FilterKind, 'by' | 'before'>;
  readonly names: readonly string[];
  readonly query: string;
  readonly filters: readonly TypedFilter[];
  readonly onQuery: (query: string) => void;
}

function Choice({ kind, names, query, filters, onQuery }: ChoiceProps) {
  const typed = filters.filter((filter) => filter.kind === kind).map(({ value }) => value);
  const value = typed.join(' + ');
  const offered = value === '' || names.includes(value) ? names : [value, ...names];
  return (
    <label className={styles['choice']}>
      {labels[kind]}
      <Select
        value={value}
        onChange={(event) => {
          onQuery(withFilter(query, kind, event.target.value));
        }}
      >
        <option value="">any</option>
        {offered.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
    </label>
  );
}
