import type { SourceId } from '../../shared/evidence/ids.ts';
import { canBeOpened } from '../../shared/evidence/readable.ts';
import { shownName } from '../../shared/evidence/shown-name.ts';
import { displayTitle, missingDetails, type SourceFormat } from '../../shared/evidence/source.ts';
import { harmWords, statusLabel, statusSentence } from '../import/source-words.ts';
import { Menu } from '../ui/Menu.tsx';
import { Pill } from '../ui/Pill.tsx';
import { proposedNames } from './describe-acts.ts';
import { detailWords, languageWords } from './detail-words.ts';
import { dateWords, precisionWords } from './precise-date.ts';
import type { LibrarySource } from './source-list.ts';
import styles from './SourceTable.module.css';

export interface RowActs {
  /** One more or one less, or with Shift all as far as this one. */
  readonly onChoose: (source: SourceId, how: 'toggle' | 'extend') => void;
  readonly onSelect: (source: SourceId) => void;
  readonly onRead: (source: SourceId) => void;
  /** Asks what to read beside it. */
  readonly onBeside: (source: SourceId) => void;
  readonly onRemove: (source: LibrarySource) => void;
}

interface SourceRowProps extends RowActs {
  readonly source: LibrarySource;
  readonly selected: boolean;
  readonly chosen: boolean;
  /** It is one of two that can be read side by side. */
  readonly readPair: (() => void) | undefined;
}

export function SourceRow(props: SourceRowProps) {
  const { source, selected, chosen, onChoose, onSelect, onRead, onBeside, onRemove } = props;
  const { id, details, marks, working } = source;
  const missing = missingDetails(details);
  const proposals = proposedNames(source);
  const precision = precisionWords[details.published.precision];
  const readable = canBeOpened(source);
  const open = () => {
    onSelect(id);
  };
  const read = () => {
    if (readable) onRead(id);
    else onSelect(id);
  };
  return (
    // The row takes clicks for the mouse's sake; the title is the button for everyone.
    <tr
      aria-selected={selected || chosen}
      onClick={(event) => {
        if (isControl(event.target)) return;
        if (event.shiftKey) onChoose(id, 'extend');
        else if (event.ctrlKey || event.metaKey) onChoose(id, 'toggle');
        else open();
      }}
      onMouseDown={(event) => {
        if (event.shiftKey) event.preventDefault(); // else the words between are selected, too
      }}
    >
      <td className={styles['choose']}>
        <input
          type="checkbox"
          aria-label={`Choose ${displayTitle(source)}`}
          checked={chosen}
          onChange={() => undefined}
          onClick={(event) => {
            onChoose(id, event.shiftKey ? 'extend' : 'toggle');
          }}
        />
      </td>
      <td className={styles['title']}>
        <button
          type="button"
          className={styles['name']}
          dir="auto"
          data-row={id}
          onClick={read}
          onKeyDown={(event) => {
            if (event.altKey) return;
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            const command = event.ctrlKey || event.metaKey;
            if (command && event.key === ' ') onChoose(id, 'toggle');
            else if (command) return;
            else if (step !== undefined) {
              const to = focusRow(event.currentTarget, step);
              if (event.shiftKey && to !== undefined) {
                if (!chosen) onChoose(id, 'toggle');
                onChoose(to, 'extend');
              }
            } else if (event.key === ' ') open();
            else if (event.key === 'Delete') onRemove(source);
            else return;
            event.preventDefault();
          }}
        >
          {displayTitle(source)}
        </button>
        <small className={styles['facts']} dir="auto">
          {factsOf(source)}
        </small>
        {fileOf(source) !== undefined && <small className={styles['file']}>{fileOf(source)}</small>}
      </td>
      <td className={styles['publisher']}>
        {details.publisher === '' ? <Missing name="publisher" /> : details.publisher}
        {details.author !== '' && <small className={styles['facts']}>{details.author}</small>}
      </td>
      <td className={styles['published']}>
        {details.published.precision === 'none' ? (
          <Missing name="published" />
        ) : (
          dateWords(details.published)
        )}
        {precision !== undefined && <small className={styles['facts']}>{precision}</small>}
      </td>
      <td className={styles['words']}>{working?.words.toLocaleString() ?? '–'}</td>
      <td className={styles['marks']}>{marks.toLocaleString()}</td>
      <td>
        <span className={styles['pills']}>
          <Pill
            tone={source.status === 'text' ? 'good' : 'plain'}
            title={statusSentence(source) ?? 'It can be read and marked.'}
          >
            {statusLabel(source)}
          </Pill>
          {source.reading !== undefined && (
            <Pill tone="plain" title={readingWords[source.reading.state].sentence}>
              {readingWords[source.reading.state].short}
            </Pill>
          )}
          {source.harm !== undefined && (
            <Pill tone="bad" title={harmWords[source.harm].sentence}>
              {harmWords[source.harm].short}
            </Pill>
          )}
          {source.related.length > 0 && (
            <Pill
              tone="accent"
              title="Other copies and editions of it are held; the details name them."
            >
              {relatedWords(source.related)}
            </Pill>
          )}
          {proposals.length > 0 && (
            <Pill title={`Read off the document, not confirmed: ${namesOf(proposals)}.`}>
              {proposals.length} to confirm
            </Pill>
          )}
          {missing.length > 0 && (
            <Pill
              tone="warn"
              title={missing.map((name) => `${detailWords[name]} missing`).join(', ')}
            >
              {missing.length === 1 ? '1 detail missing' : `${missing.length} details missing`}
            </Pill>
          )}
        </span>
      </td>
      <td className={styles['acts']}>
        <Menu
          icon="more"
          label={`Acts on ${displayTitle(source)}`}
          items={[
            { label: 'Read', icon: 'read', keys: 'Enter', disabled: !readable, run: read },
            props.readPair === undefined
              ? {
                  label: 'Read beside another…',
                  icon: 'beside',
                  disabled: !readable,
                  run: () => {
                    onBeside(id);
                  },
                }
              : {
                  label: 'Read the two side by side',
                  icon: 'beside',
                  keys: 'Ctrl Enter',
                  run: props.readPair,
                },
            { label: 'Details', icon: 'pen', keys: 'Space', run: open },
            {
              label: 'Remove',
              icon: 'trash',
              keys: 'Del',
              danger: true,
              run: () => {
                onRemove(source);
              },
            },
          ]}
        />
      </td>
    </tr>
  );
}

function Missing({ name }: { readonly name: keyof typeof detailWords }) {
  return <span className={styles['missing']}>{detailWords[name]} missing</span>;
}

function factsOf({ details, working, format }: LibrarySource): string {
  const pages = working?.pages ?? 0;
  const facts = [
    pages > 1 && `${pages.toLocaleString()} pages`,
    languageWords(details.language),
    details.country,
    format !== 'unknown' && formatWords[format],
  ];
  return facts.filter(Boolean).join(' · ');
}

/** The name of its file, where the title is another. */
function fileOf({ details, original }: LibrarySource): string | undefined {
  const isTold = details.title !== '' && details.title !== original.name;
  return isTold ? shownName(original.name) : undefined;
}

const readingWords = {
  reading: { short: 'reading', sentence: 'Somebody has begun to read it.' },
  done: { short: '✓ read', sentence: 'It was read to the end.' },
} as const;

const formatWords: Readonly<Record<SourceFormat, string>> = {
  pdf: 'PDF',
  plain: 'plain text',
  markdown: 'Markdown',
  html: 'web page',
  docx: 'Word document',
  mail: 'mail',
  image: 'picture',
  link: 'link',
};

/** The title so many rows further, where there is one. */
function focusRow(from: HTMLElement, step: number): SourceId | undefined {
  const rows = [...(from.closest('tbody')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const to = rows[rows.indexOf(from) + step];
  to?.focus();
  return to?.dataset['row'] as SourceId | undefined;
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, input, [popover]') !== null;
}

function namesOf(names: readonly (keyof typeof detailWords)[]): string {
  return names.map((name) => detailWords[name]).join(', ');
}

function relatedWords(related: LibrarySource['related']): string {
  const copies = related.filter(({ relation }) => relation === 'same-work').length;
  const editions = related.length - copies;
  const parts = [
    ...(copies === 0 ? [] : [copies === 1 ? '1 copy' : `${copies} copies`]),
    ...(editions === 0 ? [] : [editions === 1 ? '1 edition' : `${editions} editions`]),
  ];
  return `+ ${parts.join(', ')}`;
}
