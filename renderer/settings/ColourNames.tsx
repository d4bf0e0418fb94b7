import { firstColourWords } from '../../shared/evidence/colour-words.ts';
import { markColours } from '../../shared/evidence/mark.ts';
import type { ColourMeanings } from '../../shared/evidence/settings.ts';
import { useSettings } from '../app/use-settings.ts';
import { ColourDot } from '../ui/ColourDot.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './SettingsScreen.module.css';
import { useChangeSettings } from './use-change-settings.ts';

/** What each colour means here. The number in the dot tells colours apart, whatever they are called. */
export function ColourNames() {
  const { colourMeanings } = useSettings();
  const change = useChangeSettings();
  return (
    <ul className={styles['colours']}>
      {markColours.map((colour) => (
        <li key={`${colour} ${colourMeanings[colour] ?? ''}`}>
          <ColourDot colour={colour} />
          <TextInput
            aria-label={`Meaning of ${firstColourWords[colour]}`}
            placeholder={firstColourWords[colour]}
            defaultValue={colourMeanings[colour] ?? ''}
            maxLength={60}
            onBlur={({ target }) => {
              const name = target.value.trim();
              if (name === (colourMeanings[colour] ?? '')) return;
              const others = Object.entries(colourMeanings).filter(([other]) => other !== colour);
              const named = name === '' ? {} : { [colour]: name };
              const meanings: ColourMeanings = { ...Object.fromEntries(others), ...named };
              change({ colourMeanings: meanings });
            }}
          />
        </li>
      ))}
    </ul>
  );
}
