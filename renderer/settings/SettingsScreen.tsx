import type { AppInfo } from '../../shared/ipc.ts';
import { directions, themes, type Direction, type Theme } from '../app/preferences.ts';
import { useNavigation } from '../app/navigation.ts';
import { usePreferences } from '../app/preferences-context.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Group } from '../ui/Group.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Select } from '../ui/TextInput.tsx';
import { ColourNames } from './ColourNames.tsx';
import { KnownLockersSettings } from './KnownLockersSettings.tsx';
import { LockingSettings } from './LockingSettings.tsx';
import { SingleKeys } from './SingleKeys.tsx';
import { PersonSettings } from './PersonSettings.tsx';
import styles from './SettingsScreen.module.css';

const themeWords: Readonly<Record<Theme, string>> = {
  system: 'as the system',
  light: 'light',
  dark: 'dark',
};

const directionWords: Readonly<Record<Direction, string>> = {
  system: 'as the system',
  ltr: 'left to right',
  rtl: 'right to left',
};

export function SettingsScreen({ info }: { readonly info: AppInfo | undefined }) {
  const { preferences, change } = usePreferences();
  const { go } = useNavigation();
  return (
    <Page title="Settings" lead="Every change takes effect at once.">
      <Group title="You" note="Everyone who works in this locker sees who marked and added what.">
        <PersonSettings />
      </Group>
      <Group title="Locking" note="Kept inside the locker, for everybody who opens it.">
        <LockingSettings />
      </Group>
      <Group title="Passphrases" note="Yours, those of other people, and the recovery key.">
        <Button
          onClick={() => {
            go({ screen: 'keys' });
          }}
        >
          Open “Keys and people”
        </Button>
      </Group>
      <Group
        title="Looks"
        note="Remembered on this computer, so that the lock screen looks the same. It says nothing of the locker."
      >
        <Field label="Light or dark">
          {(control) => (
            <Select
              {...control}
              value={preferences.theme}
              onChange={(event) => {
                change({ theme: themes.find((theme) => theme === event.target.value) ?? 'system' });
              }}
            >
              {themes.map((theme) => (
                <option key={theme} value={theme}>
                  {themeWords[theme]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Direction of the interface">
          {(control) => (
            <Select
              {...control}
              value={preferences.direction}
              onChange={(event) => {
                change({
                  direction: directions.find((each) => each === event.target.value) ?? 'system',
                });
              }}
            >
              {directions.map((each) => (
                <option key={each} value={each}>
                  {directionWords[each]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </Group>
      <Group
        title="Lockers on this computer"
        note="Kept outside of the lockers, readable for whoever can use this computer."
      >
        <KnownLockersSettings />
      </Group>
      <Group
        title="Colours of marks"
        note="Kept inside the locker. What a colour means here; empty for the name it came with."
      >
        <ColourNames />
      </Group>
      <Group title="Keys" note="Kept inside the locker. Press ? to see every key.">
        <SingleKeys />
      </Group>
      <Group title="About">
        <p>Evidence Locker {info === undefined ? '' : `${info.version}, for ${info.platform}`}</p>
        <p className={styles['quiet']}>
          Free software under the GNU Affero General Public License, version 3 or later. It opens no
          network connection.
        </p>
        {info?.shell === 'stand-in' && (
          <Notice tone="warn">
            Electron is not installed, so this is a stand-in window: good for trying things out, not
            for real work.
          </Notice>
        )}
      </Group>
    </Page>
  );
}
