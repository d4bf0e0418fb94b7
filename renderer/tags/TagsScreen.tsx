import { useState } from 'react';
import { randomId, type TagId } from '../../shared/evidence/ids.ts';
import type { Act } from '../../shared/journal/change.ts';
import { Answered } from '../app/Answered.tsx';
import { useAct, useVault, useVaultQuery } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { LibraryView } from '../vault/calls/library.ts';
import { RemovedTags } from './RemovedTags.tsx';
import { changeTagAct, makeTagAct } from './tag-acts.ts';
import { tagRows } from './tag-rows.ts';
import { TagDetails } from './TagDetails.tsx';
import styles from './TagsScreen.module.css';
import { TagTree } from './TagTree.tsx';

export function TagsScreen() {
  const library = useVaultQuery('library:read', null);
  return (
    <Answered query={library} failed="The tags could not be read">
      {(value) => <Tags library={value} />}
    </Answered>
  );
}

function Tags({ library: { tags, removedTags } }: { readonly library: LibraryView }) {
  const send = useAct();
  const vault = useVault();
  const toast = useToast();
  const [chosen, setChosen] = useState<TagId>();
  const record = async (acts: readonly Act[]): Promise<boolean> => (await send(acts)).ok;
  const act = (text: string, ...acts: readonly Act[]): void => {
    void record(acts).then((done) => {
      if (!done || text === '') return;
      toast({ text, action: { label: 'Undo', run: () => void vault.ask('undo', null) } });
    });
  };
  const make = (name: string, parent: TagId | null): void => {
    const id = randomId();
    act('', makeTagAct(id, name, parent));
    setChosen(id);
  };
  const selected = tags.find(({ id }) => id === chosen);
  return (
    <Page
      title="Tags"
      lead="Choose a tag to rename it, say when it applies, or put it below another; dragging does that, too."
    >
      <div className={styles['desk']}>
        <section aria-label="All tags" className={styles['list']}>
          <NewTag
            onMake={(name) => {
              make(name, null);
            }}
          />
          {tags.length === 0 && (
            <EmptyState icon="tag" title="No tags yet">
              Make one here, or with <kbd>t</kbd> while you mark.
            </EmptyState>
          )}
          <TagTree
            rows={tagRows(tags)}
            chosen={chosen}
            onChoose={setChosen}
            onMove={(tag, parent) => {
              act(`Moved “${tag.name}”.`, changeTagAct(tag, { parent }));
            }}
          />
          <RemovedTags
            tags={removedTags}
            onRestore={(tag) => {
              act('', changeTagAct(tag, { removed: false }));
            }}
          />
        </section>
        {selected !== undefined && (
          <TagDetails
            key={selected.id}
            tag={selected}
            tags={tags}
            onAct={act}
            onSave={record}
            onMake={make}
          />
        )}
      </div>
    </Page>
  );
}

function NewTag({ onMake }: { readonly onMake: (name: string) => void }) {
  const [name, setName] = useState('');
  const typed = name.trim();
  return (
    <form
      className={styles['new']}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed === '') return;
        onMake(typed);
        setName('');
      }}
    >
      <TextInput
        aria-label="Name of the new tag"
        placeholder="New tag"
        maxLength={200}
        value={name}
        onChange={({ target }) => {
          setName(target.value);
        }}
      />
      <Button type="submit" icon="add" disabled={typed === ''}>
        Make tag
      </Button>
    </form>
  );
}
