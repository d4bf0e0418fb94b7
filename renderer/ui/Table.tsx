import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import styles from './Table.module.css';

export function Table({ className, ...rest }: ComponentPropsWithRef<'table'>) {
  return <table {...rest} className={classNames(styles['table'], className)} />;
}

type SortDirection = 'ascending' | 'descending';

interface SortHeaderProps {
  /** Undefined while the table is sorted by another column. */
  readonly direction: SortDirection | undefined;
  readonly onSort: () => void;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function SortHeader({ direction, onSort, className, children }: SortHeaderProps) {
  return (
    <th scope="col" aria-sort={direction ?? 'none'} className={className}>
      <button type="button" className={styles['sort']} onClick={onSort}>
        {children}
        <span className={direction === undefined ? styles['unsorted'] : undefined}>
          <Icon name={direction === 'descending' ? 'down' : 'up'} />
        </span>
      </button>
    </th>
  );
}
