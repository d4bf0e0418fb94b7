import { use } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { ShortcutContext, type Shortcut } from './shortcuts.ts';
import styles from './ShortcutSheet.module.css';

/** Every key that works now, by group. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const groups = Map.groupBy(use(ShortcutContext).list(), ({ group }) => group);
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      {[...groups].map(([group, shortcuts]) => (
        <section key={group} className={styles['group']}>
          <h3>{group}</h3>
          <dl>
            {[...joinByLabel(shortcuts)].map(([label, keys]) => (
              <div key={label} className={styles['row']}>
                <dt>{label}</dt>
                <dd>
                  {keys.map((key) => (
                    <kbd key={key}>{key.replaceAll('+', ' ')}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

function joinByLabel(shortcuts: readonly Shortcut[]): ReadonlyMap<string, readonly string[]> {
  const byLabel = Map.groupBy(shortcuts, ({ label }) => label);
  return new Map([...byLabel].map(([label, same]) => [label, same.map(({ keys }) => keys)]));
}
