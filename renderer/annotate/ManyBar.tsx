import { useState } from 'react';
import { randomId } from '../../shared/evidence/ids.ts';
import { reviewStates, type Mark } from '../../shared/evidence/mark.ts';
import type { Tag } from '../../shared/evidence/tag.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { newTagActs, recolourAct, removeAct, reviewAct, tagAct } from './mark-acts.ts';
import { ColourChoice } from './ColourChoice.tsx';
import type { MarkCommands } from './mark-commands.ts';
import styles from './MarginList.module.css';
import { reviewWords } from './mark-words.ts';
import { TagPicker } from './TagPicker.tsx';

interface ManyBarProps {
  /** At least one. */
  readonly marks: readonly Mark[];
  readonly tags: readonly Tag[];
  readonly commands: MarkCommands;
  readonly onQuote: (marks: readonly Mark[]) => void;
  readonly onClear: () => void;
}

/** What can be done with all marks that were chosen; each is one act to undo. */
export function ManyBar({ marks, tags, commands, onQuote, onClear }: ManyBarProps) {
  const [open, setOpen] = useState<'colour' | 'tag'>();
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <div role="group" aria-label="All chosen marks" className={styles['many']}>
      <p role="status">{marks.length === 1 ? '1 chosen' : `${marks.length} chosen`}</p>
      <IconButton
        icon="pen"
        label="Colour all chosen"
        aria-expanded={open === 'colour'}
        onClick={() => {
          setOpen(open === 'colour' ? undefined : 'colour');
        }}
      />
      <IconButton
        icon="tag"
        label="Tag all chosen"
        aria-expanded={open === 'tag'}
        onClick={() => {
          setOpen('tag');
        }}
      />
      <Menu
        icon="check"
        label="Review all chosen"
        items={reviewStates.map((review) => ({
          label: reviewWords[review],
          run: () => {
            commands.all(marks.map((mark) => reviewAct(mark, review)));
          },
        }))}
      />
      <IconButton
        icon="quotes"
        label="Make one quote of all chosen"
        onClick={() => {
          onQuote(marks);
        }}
      />
      <IconButton
        icon="trash"
        label="Delete all chosen"
        onClick={() => {
          commands.all(marks.map(removeAct));
          onClear();
        }}
      />
      <Button variant="quiet" onClick={onClear}>
        Choose none
      </Button>
      {open === 'colour' && (
        <ColourChoice
          chosen={undefined}
          onChoose={(colour) => {
            commands.all(marks.map((mark) => recolourAct(mark, colour)));
            close();
          }}
        />
      )}
      {open === 'tag' && (
        <TagPicker
          tags={tags}
          onPick={(tag) => {
            commands.all(marks.map((mark) => tagAct(mark, tag.id)));
            close();
          }}
          onCreate={(name) => {
            const [first, ...others] = marks;
            const id = randomId();
            if (first === undefined) return;
            commands.all([
              ...newTagActs(first, id, name),
              ...others.map((mark) => tagAct(mark, id)),
            ]);
            close();
          }}
          onClose={close}
        />
      )}
    </div>
  );
}
