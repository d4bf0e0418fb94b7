import type { Tag } from '../../shared/evidence/tag.ts';
import { Button } from '../ui/Button.tsx';
import styles from './TagsScreen.module.css';

interface RemovedTagsProps {
  readonly tags: readonly Tag[];
  readonly onRestore: (tag: Tag) => void;
}

/** Marks keep a removed tag: brought back, it stands on them again. */
export function RemovedTags({ tags, onRestore }: RemovedTagsProps) {
  if (tags.length === 0) return null;
  return (
    <section className={styles['removed']}>
      <h2>Removed</h2>
      <ul>
        {tags.map((tag) => (
          <li key={tag.id}>
            <span dir="auto">{tag.name}</span>
            <Button
              variant="quiet"
              icon="undo"
              onClick={() => {
                onRestore(tag);
              }}
            >
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
