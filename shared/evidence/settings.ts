// What a locker remembers of how it wants to be guarded. It lies in the journal, sealed like everything else: whoever can
// alter the program's profile cannot switch any of it off.
import { isBoolean, oneOf, record, text, type Shape } from '../shape.ts';
import { markColours, type MarkColour } from './mark.ts';

/** There is no "never": a locker that stays open in an empty room is what the setting is for. */
export const autoLockChoices = [1, 2, 5, 10, 15, 30, 60] as const;

/** What the key for hiding does: `lock` at once, or `wait` behind the cover for a minute and lock then. */
export const hidingChoices = ['lock', 'wait'] as const;

export interface LockerSettings {
  /** Minutes without a touch after which the locker locks. Sleep and the system's screen lock always lock. */
  readonly autoLockMinutes: (typeof autoLockChoices)[number];
  /** Locking ends the whole program, so that nothing that was typed stays in the memory of any of its processes. */
  readonly quitWhenLocking: boolean;
  readonly hiding: (typeof hidingChoices)[number];
  /** Letters alone as shortcuts (WCAG 2.1.4 wants a way to switch them off). */
  readonly singleKeys: boolean;
  /** A person's own names of the colours; a colour without one keeps its first name. */
  readonly colourMeanings: ColourMeanings;
}

export type ColourMeanings = Partial<Readonly<Record<MarkColour, string>>>;

export const defaultSettings: LockerSettings = {
  autoLockMinutes: 5,
  quitWhenLocking: false,
  hiding: 'lock',
  singleKeys: true,
  colourMeanings: {},
};

const isAutoLockChoice: Shape<LockerSettings['autoLockMinutes']> = (
  value,
): value is LockerSettings['autoLockMinutes'] =>
  autoLockChoices.some((minutes) => minutes === value);

const isMeaning = text(1_000);
const isColourMeanings = record<ColourMeanings>(
  {
    key: isMeaning,
    supports: isMeaning,
    contradicts: isMeaning,
    figure: isMeaning,
    law: isMeaning,
    person: isMeaning,
    doubt: isMeaning,
    translate: isMeaning,
  },
  markColours,
);

export const isSomeSettings = record<Partial<LockerSettings>>(
  {
    autoLockMinutes: isAutoLockChoice,
    quitWhenLocking: isBoolean,
    hiding: oneOf(...hidingChoices),
    singleKeys: isBoolean,
    colourMeanings: isColourMeanings,
  },
  ['autoLockMinutes', 'quitWhenLocking', 'hiding', 'singleKeys', 'colourMeanings'],
);
