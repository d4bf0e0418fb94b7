import { useRef } from 'react';
import { earlierOriginals, type Source } from '../../shared/evidence/source.ts';
import { Button } from '../ui/Button.tsx';
import { useNewVersion } from './use-new-version.ts';
import styles from './VersionActs.module.css';
import { VersionDialog } from './VersionDialog.tsx';

/** The acts by which a source gets another version, and the originals it was of before. */
export function VersionActs({ source }: { readonly source: Source }) {
  const access = useNewVersion(source);
  const file = useRef<HTMLInputElement>(null);
  const earlier = earlierOriginals(source);
  const isReading = access.state.kind === 'reading';
  return (
    <section className={styles['version']} aria-label="Version">
      {earlier.length > 0 && (
        <>
          <h3>Other originals held</h3>
          <ul>
            {earlier.map(({ file: held, name, sha256 }) => (
              <li key={held} dir="auto">
                {name}{' '}
                <small>
                  SHA-256 {sha256.slice(0, 4)}…{sha256.slice(-4)}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      <input
        ref={file}
        type="file"
        hidden
        aria-label="Newer file of this source"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen !== undefined) access.replaceBy(chosen);
          target.value = ''; // the same choice again is a change again
        }}
      />
      <div className={styles['acts']}>
        <Button disabled={isReading} onClick={() => file.current?.click()}>
          Replace by a newer file…
        </Button>
        <Button variant="quiet" disabled={isReading} onClick={access.readAgain}>
          Read again
        </Button>
      </div>
      <VersionDialog source={source} access={access} />
    </section>
  );
}
