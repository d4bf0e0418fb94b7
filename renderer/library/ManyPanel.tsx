import { useState } from 'react';
import type { Organisation } from '../../shared/evidence/organisation.ts';
import type { SourceId } from '../../shared/evidence/ids.ts';
import { displayTitle, type SourceDetails } from '../../shared/evidence/source.ts';
import { useAct } from '../app/vault-context.tsx';
import { useShortcuts } from '../app/shortcuts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import {
  commonDetail,
  confirmAll,
  describeAll,
  missingFrom,
  proposedNames,
} from './describe-acts.ts';
import { describeAct } from './describe-acts.ts';
import { DetailControl } from './DetailControl.tsx';
import { detailGroups, type DetailName } from './detail-fields.ts';
import { DetailGroupView } from './DetailGroupView.tsx';
import styles from './DetailsPanel.module.css';
import { ManyDate } from './ManyDate.tsx';
import { PublisherList, publisherListId } from './PublisherList.tsx';
import type { LibrarySource } from './source-list.ts';

interface ManyPanelProps {
  /** The chosen ones, as they are shown. */
  readonly chosen: readonly LibrarySource[];
  readonly sources: readonly LibrarySource[];
  readonly organisations: readonly Organisation[];
  readonly onClear: () => void;
  /** Present where two are chosen that can be read. */
  readonly readPair: (() => void) | undefined;
  readonly onRemove: (sources: readonly LibrarySource[]) => void;
}

/** A title is of one document alone. */
const alone: readonly DetailName[] = ['title'];

/** Details of many sources at once: what is written here is written to all of them, in one step of undo. */
export function ManyPanel({
  chosen,
  sources,
  organisations,
  onClear,
  readPair,
  onRemove,
}: ManyPanelProps) {
  const act = useAct();
  const toast = useToast();
  useShortcuts([
    { keys: 'Esc', group: 'Library', label: 'Let go of the chosen sources', run: onClear },
  ]);
  const apply = (details: Partial<SourceDetails>) => {
    const acts = describeAll(chosen, details);
    if (acts.length === 0) return;
    void act(acts).then((answer) => {
      if (answer.ok) toast({ text: `Written to ${countWords(acts.length)}.` });
    });
  };
  const unconfirmed = chosen.filter((source) => proposedNames(source).length > 0);
  const field = (name: DetailName) => {
    const value = commonDetail(chosen, name);
    const differ = value === undefined;
    if (name === 'published') {
      return (
        <ManyDate
          key={name}
          date={typeof value === 'object' ? value : undefined}
          onSave={(published) => {
            apply({ published });
          }}
        />
      );
    }
    return (
      <DetailControl
        key={`${name} ${String(differ)}`}
        name={name}
        value={typeof value === 'string' ? value : ''}
        {...(differ ? { placeholder: 'they differ' } : {})}
        list={name === 'publisher' ? publisherListId : undefined}
        onSave={apply}
      />
    );
  };
  return (
    <aside className={styles['panel']} aria-label="Details of the chosen sources">
      <PublisherList sources={sources} organisations={organisations} />
      <header className={styles['head']}>
        <h2>{countWords(chosen.length)} chosen</h2>
        <IconButton icon="close" label="Let go of the chosen sources (Esc)" onClick={onClear} />
      </header>
      {readPair !== undefined && (
        <Button icon="beside" onClick={readPair}>
          Read side by side
        </Button>
      )}
      <p className={styles['hint']}>What you write here is written to all of them.</p>
      {unconfirmed.length > 0 && (
        <Button icon="check" onClick={() => void act(confirmAll(unconfirmed))}>
          Confirm details of {countWords(unconfirmed.length)}
        </Button>
      )}
      <CopyFrom
        chosen={chosen}
        onCopy={(from) => {
          const acts = chosen
            .map((source) => ({ source, details: missingFrom(source, from) }))
            .filter(({ details }) => Object.keys(details).length > 0)
            .map(({ source, details }) => describeAct(source, details));
          if (acts.length > 0) void act(acts);
          toast({
            text:
              acts.length === 0
                ? 'None of them lacked anything that it has.'
                : `Filled in ${countWords(acts.length)}.`,
          });
        }}
      />
      <div>
        {detailGroups.map(({ id, title, fields }) => (
          <DetailGroupView key={id} id={id} title={title} filled={0}>
            {fields.filter((name) => !alone.includes(name)).map(field)}
          </DetailGroupView>
        ))}
      </div>
      <footer className={styles['foot']}>
        <Button
          variant="quiet"
          icon="trash"
          onClick={() => {
            onRemove(chosen);
          }}
        >
          Remove {countWords(chosen.length)}
        </Button>
      </footer>
    </aside>
  );
}

interface CopyFromProps {
  readonly chosen: readonly LibrarySource[];
  readonly onCopy: (from: LibrarySource) => void;
}

function CopyFrom({ chosen, onCopy }: CopyFromProps) {
  const [id, setId] = useState<SourceId>();
  const from = chosen.find((source) => source.id === id) ?? chosen[0];
  return (
    <Field
      label="Fill in what is missing from"
      hint="Publisher, author, kind, series, language, country and the like; never title, date or address."
    >
      {(control) => (
        <div className={styles['copy']}>
          <Select
            {...control}
            value={from?.id}
            onChange={({ target }) => {
              setId(chosen.find((source) => source.id === target.value)?.id);
            }}
          >
            {chosen.map((source) => (
              <option key={source.id} value={source.id}>
                {displayTitle(source)}
              </option>
            ))}
          </Select>
          <Button
            onClick={() => {
              if (from !== undefined) onCopy(from);
            }}
          >
            Fill in
          </Button>
        </div>
      )}
    </Field>
  );
}

function countWords(count: number): string {
  return count === 1 ? '1 source' : `${count.toLocaleString()} sources`;
}
