import { markColours, type MarkColour } from '../../shared/evidence/mark.ts';
import { ColourDot } from '../ui/ColourDot.tsx';
import { useColourWords } from '../ui/mark-colours.ts';
import styles from './MarkCard.module.css';

interface ColourChoiceProps {
  readonly chosen: MarkColour | undefined;
  readonly onChoose: (colour: MarkColour) => void;
}

export function ColourChoice({ chosen, onChoose }: ColourChoiceProps) {
  const words = useColourWords();
  return (
    <div role="group" aria-label="Colour" className={styles['colours']}>
      {markColours.map((colour) => (
        <button
          key={colour}
          type="button"
          aria-pressed={colour === chosen}
          aria-label={words[colour]}
          onClick={() => {
            onChoose(colour);
          }}
        >
          <ColourDot colour={colour} />
        </button>
      ))}
    </div>
  );
}
