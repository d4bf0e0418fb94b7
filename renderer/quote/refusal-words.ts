import type { EditRefusal } from '../../shared/quote/edit-quote.ts';

/** Why an act on a quote is not done, and what to do. Total by type. */
export const refusalWords: Readonly<Record<EditRefusal, string>> = {
  'nothing-chosen': 'Choose some words of the source first.',
  'not-in-quote': 'These words are not in the quote. Take them in first.',
  'in-quote-already': 'These words are in the quote already.',
  'nothing-left': 'Nothing would be left of the quote. Remove it instead.',
  'across-a-gap': 'These words go across a gap. Choose words between two gaps.',
  'across-an-edit': 'A bracket stands there already. Take it out first.',
  'too-many-words': 'A bracket may stand for eight words at most. Cut the rest with [...].',
  'no-letter': 'This word begins with no letter that has another case.',
  'no-words': 'Write the words that stand in the bracket.',
  'words-too-long': 'A bracket has room for 300 characters.',
  'words-not-allowed':
    'A reader would take this bracket for another sign. Brackets, asterisks, dots and [sic] have acts of their own.',
};
