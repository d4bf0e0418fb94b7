import { expect, test } from 'vitest';
import { suggestTags } from '../../../../renderer/annotate/suggest-tags.ts';
import { plainTag } from '../../../../shared/evidence/tag.ts';
import type { TagId } from '../../../../shared/evidence/ids.ts';

const tags = ['Shelters', 'police protection', 'Registration', 'État civil', 'protection gaps'].map(
  (name, i) => ({ ...plainTag, id: `${i}` as TagId, name }),
);
const namesFor = (typed: string): readonly string[] =>
  suggestTags(tags, typed).tags.map(({ name }) => name);

test('names that begin with what was typed come before names with such a word', () => {
  expect(namesFor('prot')).toEqual(['protection gaps', 'police protection']);
  expect(namesFor('tect')).toEqual(['police protection', 'protection gaps']);
});

test('accents and capitals do not matter', () => {
  expect(namesFor('etat')).toEqual(['État civil']);
  expect(suggestTags(tags, 'etat civil').create).toBe('');
});

test('a new name is offered, with its spaces tidied', () => {
  expect(suggestTags(tags, '  bride   price ').create).toBe('bride price');
  expect(suggestTags(tags, '   ').create).toBe('');
});

test('with nothing typed every tag is offered', () => {
  expect(namesFor('')).toHaveLength(5);
});
