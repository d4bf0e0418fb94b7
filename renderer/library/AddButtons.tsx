import { useRef, type ChangeEvent } from 'react';
import { pickedFiles } from '../import/chosen-files.ts';
import { useImport } from '../import/import-context.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './AddButtons.module.css';

/** The system's own file choosers; main never sees a path or a byte of a source. */
export function AddButtons() {
  const { add } = useImport();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const { files: chosen, leftOut } = pickedFiles(event.target.files ?? []);
    add(chosen, undefined, leftOut);
    event.target.value = ''; // the same choice again is a change again
  };
  const hidden = { type: 'file', multiple: true, hidden: true, onChange: take } as const;
  return (
    <div className={styles['buttons']}>
      <input {...hidden} ref={files} aria-label="Files to add" />
      <input
        {...hidden}
        ref={(element) => {
          if (element !== null) element.webkitdirectory = true; // React knows no such attribute
          folder.current = element;
        }}
        aria-label="Folder to add"
      />
      <Button icon="folder" onClick={() => folder.current?.click()}>
        Add folder…
      </Button>
      <Button variant="primary" icon="add" onClick={() => files.current?.click()}>
        Add files…
      </Button>
    </div>
  );
}
