import type { ProposedRelation } from '../vault/calls/sources.ts';

/** As they follow “Because:”. */
export const reasonWords: Readonly<Record<ProposedRelation['reasons'][number], string>> = {
  'same-text': 'the text is the same',
  'nearly-same-text': 'nearly all of the text is the same',
  'much-same-text': 'parts of the text are the same',
  'one-holds-the-other': 'the text of one stands in the other',
  'same-title': 'one title',
  'same-series': 'titles of one series',
  'same-publisher': 'one publisher',
  'other-publisher': 'different publishers',
  'other-edition': 'the titles name different editions',
  'other-date': 'different years',
};

const likely: Readonly<Record<ProposedRelation['confidence'], string>> = {
  sure: 'This looks like',
  likely: 'This is likely',
  possible: 'This may be',
};

/** As it comes before the other's title. */
export function proposalWords({ relation, confidence }: ProposedRelation): string {
  const what = relation === 'same-work' ? 'another copy of' : 'another edition of';
  return `${likely[confidence]} ${what}`;
}
