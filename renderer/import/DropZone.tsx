import { useEffect, useState } from 'react';
import { isTyping } from '../app/shortcuts.ts';
import { useNavigation } from '../app/navigation.ts';
import { Icon } from '../ui/Icon.tsx';
import { droppedFiles, pastedFiles } from './chosen-files.ts';
import styles from './DropZone.module.css';
import { useImport } from './import-context.tsx';
import type { Chosen } from './page-parts.ts';

/** The whole window takes files that are dropped or pasted, whatever screen is shown; then the library is shown. */
export function DropZone() {
  const { add } = useImport();
  const { go } = useNavigation();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const take = ({ files, leftOut }: Chosen) => {
      if (files.length === 0) return;
      go({ screen: 'library' });
      add(files, undefined, leftOut);
    };
    // A screen that takes files of its own has said so by then: its handlers run first.
    const drag = (event: DragEvent) => {
      if (event.defaultPrevented) return;
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (event.defaultPrevented) return;
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      void droppedFiles(event.dataTransfer).then(take);
    };
    const paste = (event: ClipboardEvent) => {
      if (isTyping(event.target) || event.clipboardData === null) return;
      take({ files: pastedFiles(event.clipboardData, new Date()), leftOut: [] });
    };
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('dragover', drag, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    window.addEventListener('paste', paste, { signal });
    return () => {
      listening.abort();
    };
  }, [add, go]);

  if (!over) return null;
  return (
    <div className={styles['zone']} role="status">
      <p>
        <Icon name="add" />
        Drop to add to the library
      </p>
    </div>
  );
}
