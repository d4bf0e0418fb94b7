import { reviewStates, type Mark } from '../../shared/evidence/mark.ts';
import { IconButton } from '../ui/Button.tsx';
import { Select } from '../ui/TextInput.tsx';
import type { MarkCommands } from './mark-commands.ts';
import { reviewWords } from './mark-words.ts';
import styles from './MarkCard.module.css';

interface MarkActsProps {
  readonly mark: Mark;
  readonly commands: MarkCommands;
}

/** What can be done with the selected mark. */
export function MarkActs({ mark, commands }: MarkActsProps) {
  return (
    <>
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
        {mark.kind === 'area' && (
          <IconButton
            icon="area"
            label="Size and move it (e)"
            onClick={() => {
              commands.reshape(mark);
            }}
          />
        )}
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
    </>
  );
}
