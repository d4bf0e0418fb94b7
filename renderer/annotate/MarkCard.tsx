import { memo, useEffect, useRef } from 'react';
import { wordsOf, type Mark } from '../../shared/evidence/mark.ts';
import type { Tag } from '../../shared/evidence/tag.ts';
import { areaWords } from '../../shared/quote/area-words.ts';
import { pinpoint } from '../../shared/quote/pinpoint.ts';
import { classNames } from '../ui/class-names.ts';
import { ColourDot } from '../ui/ColourDot.tsx';
import { markPaint } from '../ui/mark-colours.ts';
import { Pill } from '../ui/Pill.tsx';
import { AreaPicture } from './AreaPicture.tsx';
import { CardText } from './CardText.tsx';
import { ColourChoice } from './ColourChoice.tsx';
import { MarkActs } from './MarkActs.tsx';
import type { Editing, MarkCommands } from './mark-commands.ts';
import { reviewWords } from './mark-words.ts';
import styles from './MarkCard.module.css';
import { TagPicker } from './TagPicker.tsx';

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
  const stopEditing = () => {
    commands.stopEditing(mark);
  };
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
      <CardText
        field={`reading of ${mark.id}`}
        label="Corrected reading"
        text={mark.reading}
        shown={`Read as: ${mark.reading}`}
        begun={wordsOf(mark)}
        isEdited={editing === 'reading'}
        onEdit={() => {
          commands.edit(mark, 'reading');
        }}
        onSave={(text) => commands.correct(mark, text === wordsOf(mark) ? '' : text)}
        onClose={stopEditing}
      />
      {unplaced && (
        <p className={styles['unplaced']}>
          Not found on its page as it is read now. The passage is kept here as it was marked.
        </p>
      )}
      <CardText
        field={`note of ${mark.id}`}
        text={mark.note}
        isEdited={editing === 'note'}
        onEdit={() => {
          commands.edit(mark, 'note');
        }}
        onSave={(text) => commands.note(mark, text)}
        onClose={stopEditing}
      />
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
        {selected && <MarkActs mark={mark} commands={commands} />}
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
          onClose={stopEditing}
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
