import { memo, useEffect, useRef } from 'react';
import type { TagId } from '../../shared/evidence/ids.ts';
import { markColours, type Mark, type MarkColour } from '../../shared/evidence/mark.ts';
import type { Tag } from '../../shared/evidence/tag.ts';
import { pinpoint } from '../../shared/quote/pinpoint.ts';
import { areaWords } from '../../shared/quote/area-words.ts';
import { IconButton } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { ColourDot } from '../ui/ColourDot.tsx';
import { markColourLabels, markPaint } from '../ui/mark-colours.ts';
import { AreaPicture } from './AreaPicture.tsx';
import styles from './MarkCard.module.css';
import { NoteEditor } from './NoteEditor.tsx';
import { TagPicker } from './TagPicker.tsx';

/** What is being edited of the selected mark. */
export type Editing = 'note' | 'tag' | 'colour';

/** What a person does on a card; each is recorded at once. */
export interface MarkCommands {
  readonly goTo: (mark: Mark) => void;
  readonly select: (mark: Pick<Mark, 'id'>) => void;
  readonly edit: (mark: Pick<Mark, 'id'>, what: Editing) => void;
  readonly stopEditing: (mark: Pick<Mark, 'id'>) => void;
  readonly recolour: (mark: Mark, colour: MarkColour) => void;
  readonly note: (mark: Mark, text: string) => void;
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
}

export const MarkCard = memo(function MarkCard(props: MarkCardProps) {
  const { mark, author, tags, selected, unplaced, editing, commands } = props;
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
      className={classNames(styles['card'], selected && styles['selected'])}
      style={{ ['--c' as string]: markPaint(mark.colour) }}
      aria-current={selected}
    >
      <button
        type="button"
        className={styles['quote']}
        dir="auto"
        data-mark={mark.id}
        onClick={() => {
          commands.goTo(mark);
        }}
      >
        {mark.area === undefined ? (
          mark.anchor.exact
        ) : (
          <AreaPicture area={mark.area} words={areaWords({ ...mark, note: '' }, 'this source')} />
        )}
      </button>
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
      {mark.area === undefined && (
        <IconButton
          icon="quotes"
          label="Make a quote (q)"
          onClick={() => {
            commands.quote(mark);
          }}
        />
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
  readonly chosen: MarkColour;
  readonly onChoose: (colour: MarkColour) => void;
}

function ColourChoice({ chosen, onChoose }: ColourChoiceProps) {
  return (
    <div role="group" aria-label="Colour" className={styles['colours']}>
      {markColours.map((colour) => (
        <button
          key={colour}
          type="button"
          aria-pressed={colour === chosen}
          aria-label={markColourLabels[colour]}
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
