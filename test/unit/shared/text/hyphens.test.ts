import { describe, expect, test } from 'vitest';
import { joinHyphen, readVocabulary } from '../../../../shared/text/hyphens.ts';

const join = (a: string, b: string, ...others: string[]) =>
  joinHyphen(a, b, readVocabulary([...others, a, b])).join;

describe('a hyphen at a line’s end, where the document says nothing of the word', () => {
  test.each([
    ['a certificate of regis-', 'tration was asked for'],
    ['the treat-', 'ment of witnesses'],
    ['three organ-', 'izations left'],
    ['it was complete-', 'ly empty'],
  ])('goes where what follows is no word: %s %s', (a, b) => {
    expect(join(a, b)).toBe('drop');
  });

  test.each([
    ['a police-', 'station was near'],
    ['a state-', 'ordered visit'],
    ['for self-', 'government'],
    ['a non-', 'nation'],
    ['the anti-', 'corruption bureau'],
    ['the mill-', 'owner said'],
    ['a long-', 'term plan'],
  ])('stays where it may be the word’s own: %s %s', (a, b) => {
    expect(join(a, b)).toBe('keep');
  });

  test('is decided by the document where it writes the word elsewhere', () => {
    expect(join('a co-', 'operation', 'their cooperation ended')).toBe('drop');
    expect(join('the treat-', 'ment', 'a treat-ment of its own')).toBe('keep');
  });
});
