import { useState } from 'react';
import type { TagId } from '../../shared/evidence/ids.ts';
import { markColours } from '../../shared/evidence/mark.ts';
import type { Act } from '../../shared/journal/change.ts';
import { useSavedText } from '../annotate/use-saved-text.ts';
import { useNavigation } from '../app/navigation.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { useColourWords } from '../ui/mark-colours.ts';
import { Select, TextArea, TextInput } from '../ui/TextInput.tsx';
import { changeTagAct, mergeTagAct } from './tag-acts.ts';
import { possibleParents, type ListedTag } from './tag-rows.ts';
import styles from './TagsScreen.module.css';

interface TagDetailsProps {
  readonly tag: ListedTag;
  readonly tags: readonly ListedTag[];
  /** `text` is said with a way back; empty for nothing to say. */
  readonly onAct: (text: string, ...acts: readonly Act[]) => void;
  /** Whether it is on the disk now. */
  readonly onSave: (acts: readonly Act[]) => Promise<boolean>;
  readonly onMake: (name: string, parent: TagId | null) => void;
}

/** One tag: each field is saved when it is left. */
export function TagDetails({ tag, tags, onAct, onSave, onMake }: TagDetailsProps) {
  const { go } = useNavigation();
  const words = useColourWords();
  const [into, setInto] = useState('');
  const others = possibleParents(tags, tag.id);
  const name = useSavedText(`name of ${tag.id}`, tag.name, (text) => {
    // A tag without a name keeps the one it has.
    if (text.trim() === '') return Promise.resolve(true);
    return onSave([changeTagAct(tag, { name: text.trim() })]);
  });
  const definition = useSavedText(`definition of ${tag.id}`, tag.definition, (text) =>
    onSave([changeTagAct(tag, { definition: text })]),
  );
  const target = others.find(({ id }) => id === into);
  return (
    <section className={styles['details']} aria-label={`Tag ${tag.name}`}>
      <Field label="Name">
        {(control) => (
          <TextInput
            {...control}
            maxLength={200}
            value={name.text}
            onChange={(event) => {
              name.write(event.target.value);
            }}
            onBlur={() => void name.save()}
          />
        )}
      </Field>
      <Field label="Definition">
        {(control) => (
          <TextArea
            {...control}
            rows={4}
            placeholder="When it applies, and when not"
            value={definition.text}
            onChange={(event) => {
              definition.write(event.target.value);
            }}
            onBlur={() => void definition.save()}
          />
        )}
      </Field>
      <Field label="Colour">
        {(control) => (
          <Select
            {...control}
            value={tag.colour}
            onChange={({ target: { value } }) => {
              const colour = markColours.find((each) => each === value) ?? '';
              onAct('', changeTagAct(tag, { colour }));
            }}
          >
            <option value="">none</option>
            {markColours.map((colour) => (
              <option key={colour} value={colour}>
                {words[colour]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TagChoice
        label="Below"
        none="at the top"
        among={others}
        chosen={tag.parent ?? ''}
        onChoose={(parent) => {
          onAct(`Moved “${tag.name}”.`, changeTagAct(tag, { parent: parent?.id ?? null }));
        }}
      />
      {others.length > 0 && (
        <div className={styles['merge']}>
          <TagChoice
            label="Merge into"
            none="choose a tag"
            among={others}
            chosen={into}
            onChoose={(other) => {
              setInto(other?.id ?? '');
            }}
          />
          <Button
            disabled={target === undefined}
            onClick={() => {
              if (target === undefined) return;
              onAct(`“${tag.name}” is one with “${target.name}” now.`, mergeTagAct(tag, target.id));
            }}
          >
            Merge
          </Button>
        </div>
      )}
      <div className={styles['acts']}>
        <Button
          icon="add"
          onClick={() => {
            onMake('New tag', tag.id);
          }}
        >
          Make a tag below
        </Button>
        <Button
          icon="search"
          onClick={() => {
            go({ screen: 'search', query: `tag:"${tag.name}"` });
          }}
        >
          Show its marks
        </Button>
        <Button
          variant="danger"
          icon="trash"
          onClick={() => {
            onAct(`Removed “${tag.name}”.`, changeTagAct(tag, { removed: true }));
          }}
        >
          Remove
        </Button>
      </div>
    </section>
  );
}

interface TagChoiceProps {
  readonly label: string;
  /** What choosing none of them means. */
  readonly none: string;
  readonly among: readonly ListedTag[];
  readonly chosen: string;
  readonly onChoose: (tag: ListedTag | undefined) => void;
}

function TagChoice({ label, none, among, chosen, onChoose }: TagChoiceProps) {
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={chosen}
          onChange={({ target: { value } }) => {
            onChoose(among.find(({ id }) => id === value));
          }}
        >
          <option value="">{none}</option>
          {among.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
