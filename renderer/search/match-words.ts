import type { MatchField, MatchReason } from '../../shared/search/answer.ts';

/** Why something was found, as a person says it. Nothing needs saying where it stands as typed. */
export const reasonWords: Readonly<Record<Exclude<MatchReason, 'as-typed'>, string>> = {
  spelling: 'corrected spelling',
  'other-script': 'other script',
  accents: 'without accents',
};

export const fieldWords: Readonly<Record<MatchField, string>> = {
  text: 'in the passage',
  note: 'in the note',
  tag: 'in a tag',
  title: 'in the source’s title',
};
