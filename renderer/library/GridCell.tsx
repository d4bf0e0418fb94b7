import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { missingDetails, sourceTypes, type SourceDetails } from '../../shared/evidence/source.ts';
import { classNames } from '../ui/class-names.ts';
import { cellChange, cellText } from './cell-text.ts';
import { detailFields, sourceTypeWords, type DetailName } from './detail-fields.ts';
import styles from './EditGrid.module.css';
import { LanguageOptions } from './LanguageField.tsx';
import { publisherListId } from './PublisherList.tsx';
import type { LibrarySource } from './source-list.ts';

/** To another cell, in rows and columns. */
export interface GridMove {
  readonly down: number;
  readonly across: number;
}

interface GridCellProps {
  readonly name: DetailName;
  readonly source: LibrarySource;
  /** `row:column`, by which cells find each other. */
  readonly place: string;
  /** What the row above has in this column. */
  readonly above: () => string | undefined;
  readonly onSave: (difference: Partial<SourceDetails>) => void;
  readonly onMove: (by: GridMove) => void;
  /** A block of several cells was pasted here. */
  readonly onPaste: (text: string) => void;
}

export function GridCell(props: GridCellProps) {
  const { name, source, place, above, onSave, onMove, onPaste } = props;
  const { kind, label } = detailFields[name];
  const [typed, setTyped] = useState<string>();
  const value = cellText(source.details, name);
  const text = typed ?? value;
  const confidence = source.proposed?.[name];
  const isWrong = cellChange(name, text) === undefined;

  const save = (written: string, isConfirmed = false) => {
    const change = cellChange(name, written);
    if (change === undefined) return false; // stays as it was typed, marked as wrong, until it is a date
    setTyped(undefined);
    if (isConfirmed || written.trim() !== value) onSave(change);
    return true;
  };
  const keyed = (event: KeyboardEvent<HTMLElement>) => {
    const command = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter') {
      if (save(text, command)) onMove({ down: event.shiftKey ? -1 : 1, across: 0 });
    } else if (command && event.key.toLowerCase() === 'd') {
      const value = above();
      if (value === undefined) return;
      save(value);
    } else if (kind !== 'language' && kind !== 'source-type' && isUpOrDown(event)) {
      onMove({ down: event.key === 'ArrowDown' ? 1 : -1, across: 0 });
    } else if (event.key === 'Escape' && typed !== undefined) {
      setTyped(undefined);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const pasted = (event: ClipboardEvent) => {
    const block = event.clipboardData.getData('text/plain');
    if (!/[\n\t]/.test(block.trim())) return;
    event.preventDefault();
    setTyped(undefined);
    onPaste(block);
  };
  const shared = {
    'data-cell': place,
    'aria-label': `${label}${confidence === undefined ? '' : ', not confirmed'}`,
    className: styles['cell'],
    onKeyDown: keyed,
  };
  return (
    <td
      className={classNames(
        confidence !== undefined && styles['proposed'],
        missingDetails(source.details).includes(name) && styles['missing'],
      )}
    >
      {kind === 'language' || kind === 'source-type' ? (
        <select
          {...shared}
          value={value}
          onChange={({ target }) => {
            save(target.value);
          }}
        >
          {kind === 'language' ? (
            <LanguageOptions language={value} nothing="" />
          ) : (
            <>
              <option value="" />
              {sourceTypes.map((type) => (
                <option key={type} value={type}>
                  {sourceTypeWords[type]}
                </option>
              ))}
            </>
          )}
        </select>
      ) : (
        <input
          {...shared}
          type="text"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          list={name === 'publisher' ? publisherListId : undefined}
          placeholder={kind === 'date' || kind === 'day' ? '2007-06-12' : undefined}
          aria-invalid={isWrong || undefined}
          title={isWrong ? 'This is not a date: 2007-06-12, June 2007 or 2007.' : text}
          value={text}
          onChange={({ target }) => {
            setTyped(target.value);
          }}
          onBlur={() => {
            if (typed !== undefined) save(typed);
          }}
          onPaste={pasted}
        />
      )}
    </td>
  );
}

/** Where a list of suggestions is open the arrows are the browser's: it is open only after typing. */
function isUpOrDown({ key, altKey }: KeyboardEvent): boolean {
  return !altKey && (key === 'ArrowDown' || key === 'ArrowUp');
}
