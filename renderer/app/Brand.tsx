import styles from './Brand.module.css';

export function Brand() {
  return (
    <span className={styles['brand']}>
      <span className={styles['sign']} aria-hidden="true" />
      Evidence Locker
    </span>
  );
}
