import { expect, test } from 'vitest';
import { cleanProposal } from '../../../../shared/details/clean-proposal.ts';

const stated = 'stated' as const;

test('characters that turn a line round are taken out, white space is one space', () => {
  const proposal = {
    details: { title: '\u202eReport \u2067of\u2069\n\tthe  year\u200f', publisher: 'Delta Watch' },
    confidence: { title: stated, publisher: 'likely' as const },
  };
  expect(cleanProposal(proposal)).toEqual({
    details: { title: 'Report of the year', publisher: 'Delta Watch' },
    confidence: proposal.confidence,
  });
});

test.each(['   ', '\u200b\u200d', '\u202e', '\u3164\u3164', '\u2800', '\u00ad\u00a0'])(
  'what nobody can see is not proposed: %j',
  (title) => {
    const proposal = { details: { title }, confidence: { title: stated } };
    expect(cleanProposal(proposal)).toEqual({ details: {}, confidence: {} });
  },
);

test('a joiner inside a word stays, and so does a date', () => {
  const published = { value: '2025-03-01', precision: 'day' as const };
  const proposal = {
    details: { title: 'می\u200cخواهم', published },
    confidence: { title: stated, published: stated },
  };
  expect(cleanProposal(proposal)).toEqual(proposal);
});
