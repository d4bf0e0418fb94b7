import { useState } from 'react';
import type { SourceId } from '../../shared/evidence/ids.ts';
import { displayTitle } from '../../shared/evidence/source.ts';
import { fold } from '../../shared/search/fold.ts';
import { useNavigation } from '../app/navigation.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './ChooseBeside.module.css';

interface ChooseBesideProps {
  readonly source: SourceId;
  readonly onChoose: (source: SourceId) => void;
  readonly onClose: () => void;
}

const mostShown = 50;

/** Which source to open beside this one; the one read before it and its copies and editions first. */
export function ChooseBeside({ source, onChoose, onClose }: ChooseBesideProps) {
  const { trail } = useNavigation();
  const library = useVaultQuery('library:read', null);
  const [words, setWords] = useState('');
  const sources = library.state === 'answered' ? library.value.sources : [];
  const related = new Set(
    sources.find(({ id }) => id === source)?.related.map((each) => each.source),
  );
  const read = [...trail.back, trail.here].filter((place) => place.screen === 'reader');
  const last = read.findLast((place) => place.source !== source)?.source;
  const rank = (id: SourceId): number => (id === last ? 2 : related.has(id) ? 1 : 0);
  const wanted = fold(words.trim());
  const offered = sources
    .filter(({ id, working }) => id !== source && working !== undefined)
    .filter((each) => fold(displayTitle(each)).includes(wanted))
    .sort((a, b) => rank(b.id) - rank(a.id));
  return (
    <Dialog title="Open beside" onClose={onClose}>
      <TextInput
        type="search"
        aria-label="Title"
        placeholder="Part of the title"
        value={words}
        onChange={({ target }) => {
          setWords(target.value);
        }}
      />
      <ul className={styles['sources']}>
        {offered.slice(0, mostShown).map((each) => (
          <li key={each.id}>
            <Button
              variant="quiet"
              wide
              className={styles['source']}
              onClick={() => {
                onChoose(each.id);
              }}
            >
              <span dir="auto">{displayTitle(each)}</span>
              {related.has(each.id) ? (
                <small>copy or edition</small>
              ) : (
                each.id === last && <small>read last</small>
              )}
            </Button>
          </li>
        ))}
      </ul>
      {offered.length === 0 && <p>No other source with text has such a title.</p>}
      {offered.length > mostShown && (
        <p>{`${offered.length - mostShown} more: type a part of the title.`}</p>
      )}
    </Dialog>
  );
}
