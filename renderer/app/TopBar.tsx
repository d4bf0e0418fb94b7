import { useState, type RefObject } from 'react';
import type { AppInfo } from '../../shared/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Pill } from '../ui/Pill.tsx';
import { Brand } from './Brand.tsx';
import { useNavigation } from './navigation.ts';
import styles from './TopBar.module.css';

interface TopBarProps {
  readonly info: AppInfo | undefined;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  readonly onLock: () => void;
}

export function TopBar({ info, searchBox, onLock }: TopBarProps) {
  return (
    <header className={styles['top']}>
      <div className={styles['brand']}>
        <Brand />
      </div>
      <SearchBox searchBox={searchBox} />
      <span className={styles['spacer']} />
      {info?.shell === 'stand-in' ? (
        <Pill tone="warn" title="Electron is not installed: this window is for trying things out.">
          stand-in window
        </Pill>
      ) : (
        <Pill tone="good">offline by design</Pill>
      )}
      <Button icon="lock" keys="Ctrl L" onClick={onLock}>
        Lock
      </Button>
    </header>
  );
}

/** Typing goes to the search screen at once; there the query is part of the place, so Back brings it back. */
function SearchBox({ searchBox }: Pick<TopBarProps, 'searchBox'>) {
  const { trail, go, back } = useNavigation();
  const { here } = trail;
  const [left, setLeft] = useState('');
  const query = here.screen === 'search' ? here.query : left;
  return (
    <search className={styles['search']}>
      <Icon name="search" />
      <input
        ref={searchBox}
        type="search"
        aria-label="Search marks"
        placeholder="Search marks, notes and tags"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setLeft(event.target.value);
          go({ screen: 'search', query: event.target.value });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go({ screen: 'search', query });
          if (event.key !== 'Escape') return;
          event.currentTarget.blur();
          if (here.screen === 'search' && query === '') back();
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </search>
  );
}
