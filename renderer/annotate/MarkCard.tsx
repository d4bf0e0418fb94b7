import { memo, useEffect, useRef } from 'react';
import type { TagId } from '../../shared/evidence/ids.ts';
import {
  markColours,
  reviewStates,
  wordsOf,
  type Mark,
  type MarkColour,
  type ReviewState,
} from '../../shared/evidence/mark.ts';
import type { Tag } from '../../shared/evidence/tag.ts';
import type { Act } from '../../shared/journal/change.ts';
import { pinpoint } from '../../shared/quote/pinpoint.ts';
import { areaWords } from '../../shared/quote/area-words.ts';
import { IconButton } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { ColourDot } from '../ui/ColourDot.tsx';
import { markPaint, useColourWords } from '../ui/mark-colours.ts';
import { Pill } from '../ui/Pill.tsx';
import { Select } from '../ui/TextInput.tsx';
import { AreaPicture } from './AreaPicture.tsx';
import { reviewWords } from './mark-words.ts';
import styles from './MarkCard.module.css';
import { NoteEditor } from './NoteEditor.tsx';
import { TagPicker } from './TagPicker.tsx';

/** What is being edited of the selected mark. */
export type Editing = 'note' | 'tag' | 'colour' | 'reading';

/** What a person does on a card; each is recorded at once. */
export interface MarkCommands {
  readonly goTo: (mark: Mark) => void;
  readonly select: (mark: Pick<Mark, 'id'>) => void;
  readonly edit: (mark: Pick<Mark, 'id'>, what: Editing) => void;
  readonly stopEditing: (mark: Pick<Mark, 'id'>) => void;
  readonly recolour: (mark: Mark, colour: MarkColour) => void;
  readonly note: (mark: Mark, text: string) => void;
  /** How its words should read; empty for as they were extracted. */
  readonly correct: (mark: Mark, reading: string) => void;
  readonly review: (mark: Mark, review: ReviewState) => void;
  readonly restyle: (mark: Mark, kind: 'highlight' | 'underline') => void;
  /** Several acts at once: one undo takes them all back. */
  readonly all: (acts: readonly Act[]) => void;
  readonly tag: (mark: Mark, tag: Tag) => void;
  readonly makeTag: (mark: Mark, name: string) => void;
  readonly untag: (mark: Mark, tag: TagId) => void;
  readonly remove: (mark: Mark) => void;
  readonly copy: (mark: Mark) => void;
  /** Makes a quote of it and opens that. */
  readonly quote: (mark: Mark) => void;
}

interface MarkCardProps {
  readonly mark: Mark;
  readonly author: string;
  readonly tags: readonly Tag[];
  readonly selected: boolean;
  /** It could not be found on its page: shown here with its text, drawn nowhere. */
  readonly unplaced: boolean;
  readonly editing: Editing | undefined;
  readonly commands: MarkCommands;
  /** One of several that are acted on together. */
  readonly chosen: boolean;
  /** `to`: all from the one chosen last. */
  readonly onChoose: (mark: Mark, how: 'toggle' | 'to') => void;
}

export const MarkCard = memo(function MarkCard(props: MarkCardProps) {
  const { mark, author, tags, selected, unplaced, editing, commands, chosen, onChoose } = props;
  const card = useRef<HTMLLIElement>(null);
  // After the frame in which the mark itself is painted: scrolling a long margin measures all of it.
  useEffect(() => {
    if (!selected) return;
    const timer = setTimeout(() => {
      card.current?.scrollIntoView({ block: 'nearest' });
    });
    return () => {
      clearTimeout(timer);
    };
  }, [selected, editing]);
  const own = mark.tags.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);
  const place = pinpoint({ mark, section: '', paragraph: '' });
  return (
    <li
      ref={card}
      className={classNames(
        styles['card'],
        selected && styles['selected'],
        chosen && styles['chosen'],
      )}
      style={{ ['--c' as string]: markPaint(mark.colour) }}
      aria-current={selected}
    >
      <button
        type="button"
        className={classNames(styles['quote'], mark.kind === 'underline' && styles['underlined'])}
        dir="auto"
        data-mark={mark.id}
        aria-pressed={chosen}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey) onChoose(mark, 'toggle');
          else if (event.shiftKey) onChoose(mark, 'to');
          else commands.goTo(mark);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'x' && event.key !== 'X') return;
          event.stopPropagation();
          onChoose(mark, event.shiftKey ? 'to' : 'toggle');
        }}
      >
        {mark.area === undefined ? (
          wordsOf(mark)
        ) : (
          <AreaPicture area={mark.area} words={areaWords({ ...mark, note: '' }, 'this source')} />
        )}
      </button>
      {editing === 'reading' ? (
        <NoteEditor
          label="Corrected reading"
          note={mark.reading === '' ? wordsOf(mark) : mark.reading}
          onSave={(text) => {
            commands.correct(mark, text === wordsOf(mark) ? '' : text);
          }}
          onClose={() => {
            commands.stopEditing(mark);
          }}
        />
      ) : (
        mark.reading !== '' && (
          <button
            type="button"
            className={styles['note']}
            dir="auto"
            onClick={() => {
              commands.edit(mark, 'reading');
            }}
          >
            Read as: {mark.reading}
          </button>
        )
      )}
      {unplaced && (
        <p className={styles['unplaced']}>
          Not found on its page as it is read now. The passage is kept here as it was marked.
        </p>
      )}
      {editing === 'note' ? (
        <NoteEditor
          note={mark.note}
          onSave={(text) => {
            commands.note(mark, text);
          }}
          onClose={() => {
            commands.stopEditing(mark);
          }}
        />
      ) : (
        mark.note !== '' && (
          <button
            type="button"
            className={styles['note']}
            dir="auto"
            onClick={() => {
              commands.edit(mark, 'note');
            }}
          >
            {mark.note}
          </button>
        )
      )}
      <div className={styles['foot']}>
        <ColourDot colour={mark.colour} />
        {mark.review !== 'draft' && !selected && (
          <Pill tone={mark.review === 'checked' ? 'good' : 'bad'}>{reviewWords[mark.review]}</Pill>
        )}
        {place !== '' && <span>{place}</span>}
        {own.map((tag) => (
          <TagChip
            key={tag.id}
            tag={tag}
            onRemove={() => {
              commands.untag(mark, tag.id);
            }}
          />
        ))}
        <span className={styles['author']}>{author}</span>
        {selected && <Acts mark={mark} commands={commands} />}
      </div>
      {editing === 'colour' && (
        <ColourChoice
          chosen={mark.colour}
          onChoose={(colour) => {
            commands.recolour(mark, colour);
          }}
        />
      )}
      {editing === 'tag' && (
        <TagPicker
          tags={tags.filter(({ id }) => !mark.tags.includes(id))}
          onPick={(tag) => {
            commands.tag(mark, tag);
          }}
          onCreate={(name) => {
            commands.makeTag(mark, name);
          }}
          onClose={() => {
            commands.stopEditing(mark);
          }}
        />
      )}
    </li>
  );
});

function TagChip({ tag, onRemove }: { readonly tag: Tag; readonly onRemove: () => void }) {
  return (
    <span className={styles['tag']}>
      {tag.name}
      <button type="button" aria-label={`Remove tag ${tag.name}`} onClick={onRemove}>
        ×
      </button>
    </span>
  );
}

function Acts({ mark, commands }: { readonly mark: Mark; readonly commands: MarkCommands }) {
  return (
    <span className={styles['acts']}>
      <Select
        aria-label="Review"
        className={styles['review']}
        value={mark.review}
        onChange={({ target }) => {
          commands.review(mark, reviewStates.find((state) => state === target.value) ?? 'draft');
        }}
      >
        {reviewStates.map((state) => (
          <option key={state} value={state}>
            {reviewWords[state]}
          </option>
        ))}
      </Select>
      <IconButton
        icon="pen"
        label="Change colour"
        onClick={() => {
          commands.edit(mark, 'colour');
        }}
      />
      <IconButton
        icon="note"
        label="Write a note"
        onClick={() => {
          commands.edit(mark, 'note');
        }}
      />
      <IconButton
        icon="tag"
        label="Add a tag"
        onClick={() => {
          commands.edit(mark, 'tag');
        }}
      />
      {mark.kind !== 'area' && (
        <>
          <IconButton
            icon="reading"
            label="Correct the reading (r)"
            onClick={() => {
              commands.edit(mark, 'reading');
            }}
          />
          <IconButton
            icon="underline"
            label={mark.kind === 'underline' ? 'Highlight it (u)' : 'Underline it (u)'}
            onClick={() => {
              commands.restyle(mark, mark.kind === 'underline' ? 'highlight' : 'underline');
            }}
          />
          <IconButton
            icon="quotes"
            label="Make a quote (q)"
            onClick={() => {
              commands.quote(mark);
            }}
          />
        </>
      )}
      <IconButton
        icon="copy"
        label="Copy with citation"
        onClick={() => {
          commands.copy(mark);
        }}
      />
      <IconButton
        icon="trash"
        label="Delete this mark"
        onClick={() => {
          commands.remove(mark);
        }}
      />
    </span>
  );
}

interface ColourChoiceProps {
  readonly chosen: MarkColour | undefined;
  readonly onChoose: (colour: MarkColour) => void;
}

export function ColourChoice({ chosen, onChoose }: ColourChoiceProps) {
  const words = useColourWords();
  return (
    <div role="group" aria-label="Colour" className={styles['colours']}>
      {markColours.map((colour) => (
        <button
          key={colour}
          type="button"
          aria-pressed={colour === chosen}
          aria-label={words[colour]}
          onClick={() => {
            onChoose(colour);
          }}
        >
          <ColourDot colour={colour} />
        </button>
      ))}
    </div>
  );
}
