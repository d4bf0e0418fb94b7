import { useState } from 'react';
import { effectiveLabel, withRange } from '../../shared/evidence/page-labels.ts';
import { pageLabelStyles, type PageLabelRange, type Source } from '../../shared/evidence/source.ts';
import type { TextPage } from '../../shared/text/working-text.ts';
import { useAct } from '../app/vault-context.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import styles from './PageLabelsDialog.module.css';
import { labelAct } from './source-acts.ts';

interface PageLabelsDialogProps {
  readonly source: Source;
  /** As the document calls them. */
  readonly pages: readonly TextPage[];
  /** The page one is on. */
  readonly page: number;
  readonly onClose: () => void;
}

const styleWords: Readonly<Record<PageLabelRange['style'], string>> = {
  decimal: '1, 2, 3',
  roman: 'i, ii, iii',
  ROMAN: 'I, II, III',
  letters: 'a, b, c',
  LETTERS: 'A, B, C',
  none: 'no number',
};

const longestPrefix = 40;
const mostNumber = 100_000;

/** What the pages are called from one page on. Every pinpoint says so from then, and undo takes it back. */
export function PageLabelsDialog({ source, pages, page, onClose }: PageLabelsDialogProps) {
  const act = useAct();
  const [labels, setLabels] = useState(source.labels ?? []);
  const here = labels.find(({ from }) => from === page);
  const [style, setStyle] = useState<PageLabelRange['style']>(here?.style ?? 'decimal');
  const [prefix, setPrefix] = useState(here?.prefix ?? '');
  const [first, setFirst] = useState(`${here?.first ?? 1}`);
  const number = /^\d{1,6}$/.test(first.trim()) ? Number(first) : NaN;
  const isNumber = number >= 1 && number <= mostNumber;
  const draft: PageLabelRange = { from: page, style, prefix, first: isNumber ? number : 1 };
  const others = labels.filter(({ from }) => from !== page);
  const save = (next: readonly PageLabelRange[]): void => {
    void act([labelAct(source.id, next)]);
    onClose();
  };
  return (
    <Dialog
      title="Page labels"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={!isNumber}
            onClick={() => {
              save(withRange(labels, draft));
            }}
          >
            {`Label from page ${page + 1} on`}
          </Button>
        </>
      }
    >
      <div className={styles['fields']}>
        <Field label="Numbers">
          {(control) => (
            <Select
              {...control}
              value={style}
              onChange={({ target }) => {
                setStyle(pageLabelStyles.find((name) => name === target.value) ?? 'decimal');
              }}
            >
              {pageLabelStyles.map((name) => (
                <option key={name} value={name}>
                  {styleWords[name]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Begin with" error={isNumber ? undefined : 'Type a number from 1 on.'}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              value={first}
              onChange={({ target }) => {
                setFirst(target.value);
              }}
            />
          )}
        </Field>
        <Field label="Before the number">
          {(control) => (
            <TextInput
              {...control}
              placeholder="nothing"
              maxLength={longestPrefix}
              value={prefix}
              onChange={({ target }) => {
                setPrefix(target.value);
              }}
            />
          )}
        </Field>
      </div>
      <p className={styles['preview']} role="status">
        {previewOf(pages, withRange(labels, draft), page)}
      </p>
      {others.length > 0 && (
        <>
          <h3>Other ranges</h3>
          <ul className={styles['ranges']}>
            {others.map((range) => (
              <li key={range.from}>
                <span>{`From page ${range.from + 1}: ${effectiveLabel([range], range.from, '') || 'no label'}`}</span>
                <IconButton
                  icon="trash"
                  label={`Remove the range from page ${range.from + 1}`}
                  onClick={() => {
                    setLabels((old) => old.filter(({ from }) => from !== range.from));
                  }}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {(source.labels ?? []).length > 0 && (
        <Button
          onClick={() => {
            save(labels.filter(({ from }) => from !== page && here !== undefined));
          }}
        >
          {others.length > 0 && here !== undefined
            ? 'Take this range away'
            : 'Use the document’s own labels'}
        </Button>
      )}
    </Dialog>
  );
}

const previewed = 3;

/** “Page 5 becomes 1, page 6 becomes 2, page 7 becomes 3.” */
function previewOf(
  pages: readonly TextPage[],
  labels: readonly PageLabelRange[],
  page: number,
): string {
  const told = pages.slice(page, page + previewed).map(({ label }, i) => {
    const called = effectiveLabel(labels, page + i, label);
    return `page ${page + i + 1} becomes ${called === '' ? 'a page without a label' : called}`;
  });
  const sentence = told.join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
