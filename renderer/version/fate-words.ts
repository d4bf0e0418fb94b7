import type { PassageFate } from '../vault/calls/versions.ts';
import type { Tone } from '../ui/Pill.tsx';

interface FateWords {
  readonly name: string;
  readonly tone: Tone;
  /** As the heading of their list. */
  readonly means: string;
}

/** Total by type, in the order they are told: what needs a look first. */
export const fateWords: Readonly<Record<PassageFate['how'], FateWords>> = {
  orphaned: {
    name: 'not found',
    tone: 'bad',
    means: 'Not in the new text, or at several places. They stay as they are and need a look.',
  },
  changed: {
    name: 'changed',
    tone: 'warn',
    means: 'Something like it stands there in other words. They stay as they are and need a look.',
  },
  moved: {
    name: 'moved',
    tone: 'good',
    means: 'The same words at another place. They go along.',
  },
  exact: {
    name: 'as it was',
    tone: 'good',
    means: 'The same words at the same place. They go along.',
  },
};

export const fates = Object.keys(fateWords) as readonly PassageFate['how'][];
