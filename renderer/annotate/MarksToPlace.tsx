import { wordsOf, type Mark } from '../../shared/evidence/mark.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { markPaint } from '../ui/mark-colours.ts';
import type { MarkToPlace } from '../vault/calls/marks.ts';
import { WordsApart } from '../version/WordsApart.tsx';
import styles from './MarksToPlace.module.css';

interface MarksToPlaceProps {
  /** Of one source, none of them of its present text; at least one. */
  readonly marks: readonly Mark[];
  /** What is selected in the text. */
  readonly selected: TextRange | undefined;
  readonly onReveal: (ranges: readonly TextRange[]) => void;
  /** `more`: its further ranges, where it keeps them. */
  readonly onPlace: (mark: Mark, range: TextRange, more: readonly TextRange[]) => void;
  readonly onRemove: (mark: Mark) => void;
}

/** Marks of an earlier text, with their old words: drawn nowhere until a person says where they belong. */
export function MarksToPlace({ marks, ...acts }: MarksToPlaceProps) {
  const [first] = marks;
  if (first === undefined) return null;
  return <List marks={marks} source={first.source} {...acts} />;
}

function List({
  marks,
  source,
  selected,
  onReveal,
  onPlace,
  onRemove,
}: MarksToPlaceProps & Pick<Mark, 'source'>) {
  const asked = useVaultQuery('marks:to-place', { source });
  const answers = asked.state === 'answered' ? asked.value : [];
  return (
    <section className={styles['list']} aria-label="Marks that need a look">
      <h3>{marks.length === 1 ? '1 mark needs a look' : `${marks.length} marks need a look`}</h3>
      <p>This source has a new text. These marks keep the words they had before.</p>
      <ul>
        {marks.map((mark) => (
          <li key={mark.id} style={{ ['--c' as string]: markPaint(mark.colour) }}>
            <p className={styles['words']} dir="auto">
              {mark.kind === 'area' ? 'A marked area' : `“${wordsOf(mark)}”`}
            </p>
            <Found
              answer={answers.find((each) => each.mark === mark.id)}
              isArea={mark.kind === 'area'}
            />
            <Acts
              isArea={mark.kind === 'area'}
              range={rangeOf(answers.find((each) => each.mark === mark.id))}
              selected={selected}
              onReveal={(range) => {
                const found = answers.find((each) => each.mark === mark.id);
                onReveal([range, ...(found?.more ?? [])]);
              }}
              onPlace={(range) => {
                const found = answers.find((each) => each.mark === mark.id);
                const isThere = found?.found.how !== 'orphaned' && range !== selected;
                onPlace(mark, range, isThere ? (found?.more ?? []) : []);
              }}
              onRemove={() => {
                onRemove(mark);
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function rangeOf(answer: MarkToPlace | undefined): TextRange | undefined {
  if (answer === undefined || answer.found.how === 'orphaned') return undefined;
  return { start: answer.found.start, end: answer.found.end };
}

interface FoundProps {
  readonly answer: MarkToPlace | undefined;
  readonly isArea: boolean;
}

function Found({ answer, isArea }: FoundProps) {
  if (answer === undefined) return null;
  const { found, now } = answer;
  if (isArea) {
    return found.how === 'orphaned' ? (
      <p>
        Its page is not there any more, or is smaller than it was. Mark it anew where it stands now.
      </p>
    ) : (
      <p>Its page differs from the one it was marked on. See whether it shows the same there.</p>
    );
  }
  switch (found.how) {
    case 'exact':
    case 'moved':
      return <p>The same words stand in this text.</p>;
    case 'changed':
      return (
        <>
          <p dir="auto">Now: “{now}”</p>
          <WordsApart differences={found.differences} />
        </>
      );
    case 'orphaned':
      return <p>Its words are not in this text, or at several places of it.</p>;
  }
}

interface ActsProps {
  readonly isArea: boolean;
  readonly range: TextRange | undefined;
  readonly selected: TextRange | undefined;
  readonly onReveal: (range: TextRange) => void;
  readonly onPlace: (range: TextRange) => void;
  readonly onRemove: () => void;
}

function Acts({ isArea, range, selected, onReveal, onPlace, onRemove }: ActsProps) {
  return (
    <div className={styles['acts']}>
      {range !== undefined && (
        <>
          <Button
            onClick={() => {
              onReveal(range);
            }}
          >
            Show the place
          </Button>
          <Button
            onClick={() => {
              onPlace(range);
            }}
          >
            Place it there
          </Button>
        </>
      )}
      {!isArea && (
        <Button
          variant="quiet"
          disabled={selected === undefined}
          title="Select the words it belongs to first"
          onClick={() => {
            if (selected !== undefined) onPlace(selected);
          }}
        >
          At the selection
        </Button>
      )}
      <Button variant="quiet" onClick={onRemove}>
        Delete
      </Button>
    </div>
  );
}
