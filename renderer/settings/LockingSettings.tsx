import {
  autoLockChoices,
  hidingChoices,
  type LockerSettings,
} from '../../shared/evidence/settings.ts';
import { useSettings } from '../app/use-settings.ts';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/TextInput.tsx';
import styles from './SettingsScreen.module.css';
import { useChangeSettings } from './use-change-settings.ts';

const hidingWords: Readonly<Record<LockerSettings['hiding'], string>> = {
  lock: 'covers everything and locks at once',
  wait: 'covers everything, and locks after a minute',
};

export function LockingSettings() {
  const settings = useSettings();
  const change = useChangeSettings();
  return (
    <>
      <Field
        label="Lock by itself"
        hint="It also locks when the lid closes, when the computer sleeps and when the system locks its screen. That cannot be switched off: nobody is looking then. Ctrl L locks at any time."
      >
        {(control) => (
          <Select
            {...control}
            value={settings.autoLockMinutes}
            onChange={(event) => {
              const chosen = Number(event.target.value);
              const autoLockMinutes = autoLockChoices.find((minutes) => minutes === chosen);
              if (autoLockMinutes !== undefined) change({ autoLockMinutes });
            }}
          >
            {autoLockChoices.map((minutes) => (
              <option key={minutes} value={minutes}>
                {`after ${minutes} minute${minutes === 1 ? '' : 's'} without a touch`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label="The key for hiding, F9 or Ctrl Shift H"
        hint={
          settings.hiding === 'lock'
            ? 'Coming back needs the passphrase.'
            : 'Within that minute the same key or a click brings everything back, for whoever presses it.'
        }
      >
        {(control) => (
          <Select
            {...control}
            value={settings.hiding}
            onChange={(event) => {
              const hiding = hidingChoices.find((choice) => choice === event.target.value);
              if (hiding !== undefined) change({ hiding });
            }}
          >
            {hidingChoices.map((choice) => (
              <option key={choice} value={choice}>
                {hidingWords[choice]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={settings.quitWhenLocking}
          onChange={(event) => {
            change({ quitWhenLocking: event.target.checked });
          }}
        />
        Close the whole program when locking
      </label>
      <p className={styles['quiet']}>
        The strictest choice: what was typed and exported goes from memory with the program. It must
        then be started again.
      </p>
    </>
  );
}
