import { useSettings } from '../app/use-settings.ts';
import styles from './SettingsScreen.module.css';
import { useChangeSettings } from './use-change-settings.ts';

export function SingleKeys() {
  const { singleKeys } = useSettings();
  const change = useChangeSettings();
  return (
    <label className={styles['check']}>
      <input
        type="checkbox"
        checked={singleKeys}
        onChange={(event) => {
          change({ singleKeys: event.target.checked });
        }}
      />
      Letters alone work as keys (<kbd>h</kbd> <kbd>a</kbd> <kbd>t</kbd> <kbd>/</kbd> <kbd>?</kbd>{' '}
      …)
    </label>
  );
}
