import { reviewStates, type Mark } from '../../shared/evidence/mark.ts';
import { IconButton } from '../ui/Button.tsx';
import type { IconName } from '../ui/Icon.tsx';
import { Select } from '../ui/TextInput.tsx';
import type { Editing, MarkCommands } from './mark-commands.ts';
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
        {actsOn(mark, commands).map(({ icon, label, run }) => (
          <IconButton key={icon} icon={icon} label={label} onClick={run} />
        ))}
      </span>
    </>
  );
}

interface MarkAct {
  readonly icon: IconName;
  /** With its key, where it has one of its own. */
  readonly label: string;
  readonly run: () => void;
}

function actsOn(mark: Mark, commands: MarkCommands): readonly MarkAct[] {
  const edit = (what: Editing) => () => {
    commands.edit(mark, what);
  };
  const act = (run: (mark: Mark) => void) => () => {
    run(mark);
  };
  return [
    { icon: 'pen', label: 'Change colour', run: edit('colour') },
    { icon: 'note', label: 'Write a note', run: edit('note') },
    { icon: 'tag', label: 'Add a tag', run: edit('tag') },
    ...(mark.kind === 'area'
      ? [{ icon: 'area', label: 'Size and move it (e)', run: act(commands.reshape) } as const]
      : actsOnWords(mark, commands, edit('reading'))),
    { icon: 'copy', label: 'Copy with citation', run: act(commands.copy) },
    { icon: 'trash', label: 'Delete this mark', run: act(commands.remove) },
  ];
}

function actsOnWords(
  mark: Mark,
  { restyle, quote }: MarkCommands,
  correct: () => void,
): readonly MarkAct[] {
  const isUnderline = mark.kind === 'underline';
  return [
    { icon: 'reading', label: 'Correct the reading (r)', run: correct },
    {
      icon: 'underline',
      label: isUnderline ? 'Highlight it (u)' : 'Underline it (u)',
      run: () => {
        restyle(mark, isUnderline ? 'highlight' : 'underline');
      },
    },
    {
      icon: 'quotes',
      label: 'Make a quote (q)',
      run: () => {
        quote(mark);
      },
    },
  ];
}
