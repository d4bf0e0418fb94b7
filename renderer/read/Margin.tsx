import { useMemo } from 'react';
import { areaPlaceOn, placeOn } from '../../shared/anchor/place.ts';
import type { MarkId } from '../../shared/evidence/ids.ts';
import type { Tag } from '../../shared/evidence/tag.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import { placeAct } from '../annotate/mark-acts.ts';
import { MarginList } from '../annotate/MarginList.tsx';
import { MarksToPlace } from '../annotate/MarksToPlace.tsx';
import { labelledMarks } from './labelled-text.ts';
import type { AnnotatedSource, Annotating } from './use-annotating.ts';

interface MarginProps {
  readonly subject: AnnotatedSource;
  readonly annotating: Annotating;
  readonly tags: readonly Tag[];
  /** Marks whose text is not found on their page as it is read now. */
  readonly unplaced: ReadonlySet<MarkId>;
  readonly show: (ranges: readonly TextRange[]) => void;
}

/** The marks beside the document; those of an earlier text, with what may be their place now, above them. */
export function Margin({ subject, annotating, tags, unplaced, show }: MarginProps) {
  const { source, people, workingFile, work, map } = subject;
  const { placed, adrift, selection, selected, editing, commands, record, clear } = annotating;
  const marks = useMemo(() => labelledMarks(placed ?? [], source.labels), [placed, source.labels]);
  return (
    <MarginList
      marks={marks}
      people={people}
      tags={tags}
      selected={selected}
      editing={editing}
      unplaced={unplaced}
      commands={commands}
      onQuote={annotating.quoteAll}
      hasText={work.text !== ''}
      toPlace={
        adrift.length === 0 ? undefined : (
          <MarksToPlace
            marks={adrift}
            selected={selection?.range}
            onReveal={show}
            onPlace={(mark, range, more) => {
              const place =
                mark.area === undefined
                  ? placeOn(work, map, range, more)
                  : areaPlaceOn(work, mark.area);
              void record([placeAct(mark, { workingFile, ...place })]);
              clear();
            }}
            onRemove={commands.remove}
          />
        )
      }
    />
  );
}
