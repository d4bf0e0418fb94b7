import { describe, expect, test } from 'vitest';
import { editionOf, type EditionFacts } from '../../../../shared/editions/edition.ts';
import { proposeRelation } from '../../../../shared/editions/relation.ts';
import { sketchText } from '../../../../shared/editions/sketch.ts';
import { readDate } from '../../../../shared/text/dates.ts';
import { prose } from '../../../support/made-up-prose.ts';

const body = prose(1, 3000);
const source = (
  text: string,
  facts: Partial<Omit<EditionFacts, 'published'>> & { published?: string } = {},
): EditionFacts => ({
  title: 'Haiyun River Labour Monitor 2025',
  publisher: 'Office of the Rivers',
  sketch: sketchText(text),
  ...facts,
  published: readDate(facts.published ?? '') ?? { value: '', precision: 'none' },
});
const relate = (a: EditionFacts, b: EditionFacts) => {
  const there = proposeRelation(editionOf(a), editionOf(b));
  const back = proposeRelation(editionOf(b), editionOf(a));
  expect(back).toEqual({
    ...there,
    ...(there.newer && { newer: there.newer === 'a' ? 'b' : 'a' }),
  });
  return there;
};

describe('the same work', () => {
  test('is an archive’s copy with a head and a foot', () => {
    const copy = source(`${prose(2, 120)} ${body} ${prose(3, 80)}`, {
      title: 'Archive | Haiyun River Labour Monitor 2025',
      publisher: 'The Haiyun Archive',
    });
    expect(relate(source(body), copy)).toEqual({
      kind: 'same-work',
      confidence: 'sure',
      reasons: ['nearly-same-text', 'same-series', 'other-publisher'],
    });
  });

  test('is one whose archive tells the day of its own', () => {
    const copy = source(`${body} ${prose(3, 80)}`, { published: '2031' });
    expect(relate(source(body, { published: '2025' }), copy)).toMatchObject({
      kind: 'same-work',
      confidence: 'sure',
    });
  });

  test('is likely under another title', () => {
    const copy = source(body, { title: 'What We Saw on the River', publisher: 'Mill Watch' });
    expect(relate(source(body), copy)).toMatchObject({ kind: 'same-work', confidence: 'likely' });
  });

  test('is sure where nothing else is known', () => {
    expect(relate(source(body, { title: '' }), source(body, { title: '' }))).toMatchObject({
      kind: 'same-work',
      confidence: 'sure',
    });
  });

  test('is possible where one text is a chapter of another', () => {
    const chapter = source(prose(1, 900), { title: 'Ferries', publisher: 'Mill Watch' });
    expect(relate(source(body), chapter)).toMatchObject({
      kind: 'same-work',
      confidence: 'possible',
      reasons: ['one-holds-the-other', 'other-publisher'],
    });
  });
});

describe('an edition', () => {
  test('is another year of a series, with the newer named', () => {
    const older = source(`${prose(1, 1200)} ${prose(4, 1800)}`, {
      title: 'Haiyun River Labour Monitor 2024',
    });
    expect(relate(source(body), older)).toEqual({
      kind: 'edition',
      confidence: 'sure',
      reasons: ['much-same-text', 'same-series', 'same-publisher', 'other-edition'],
      newer: 'a',
    });
  });

  test('is so even where one word differs', () => {
    const older = source(body.replace(/ferry/, 'barge'), {
      title: 'Haiyun River Labour Monitor 2024',
    });
    expect(relate(source(body), older)).toMatchObject({
      kind: 'edition',
      confidence: 'sure',
      newer: 'a',
    });
  });

  test('is so by its number', () => {
    const [fifth, sixth] = ['5th periodic report of Haiyun', 'Sixth periodic report of Haiyun'].map(
      (title, i) => source(prose(10 + i, 1000), { title }),
    );
    expect(relate(fifth ?? source(''), sixth ?? source(''))).toMatchObject({
      kind: 'edition',
      newer: 'b',
    });
  });

  test('is told by the date where the title does not', () => {
    const [one, other] = [
      ['2023', prose(1, 2000)],
      ['2025', `${prose(1, 800)} ${prose(5, 1200)}`],
    ].map(([published = '', text = '']) =>
      source(text, { title: 'Haiyun River Labour Monitor', published }),
    );
    expect(relate(one ?? source(''), other ?? source(''))).toMatchObject({
      kind: 'edition',
      confidence: 'likely',
      newer: 'b',
    });
  });
});

describe('nothing', () => {
  const none = { kind: 'none', confidence: 'possible', reasons: [] };

  test('is proposed of two reports of one publisher', () => {
    const other = source(prose(6, 3000), { title: 'Haiyun Mill Safety Survey 2024' });
    expect(relate(source(body), other)).toEqual(none);
  });

  test('is proposed of reports whose titles differ in the country', () => {
    const [one, other] = ['Haiyun', 'Bailuo'].map((country, i) =>
      source(`${prose(7, 300)} ${prose(20 + i, 2500)}`, { title: `2025 River Report: ${country}` }),
    );
    expect(relate(one ?? source(''), other ?? source(''))).toEqual(none);
  });

  test('is proposed of a longer title that begins the same', () => {
    const other = source(prose(8, 3000), {
      title: 'Haiyun River Labour Monitor 2024: Prisons and Barges',
    });
    expect(relate(source(body), other)).toEqual(none);
  });

  test('is proposed of two statements of one publisher', () => {
    const [one, other] = ['2023', '2024'].map((published, i) =>
      source(prose(30 + i, 300), { title: 'Statement', published }),
    );
    expect(relate(one ?? source(''), other ?? source(''))).toEqual(none);
  });

  test('is proposed of texts that share one stock sentence, or have no text', () => {
    const stock = prose(9, 14);
    const article = source(`${stock} ${prose(40, 60)}`, {
      title: 'A Ferry Sank',
      publisher: 'Haiyun Post',
    });
    expect(relate(source(`${stock} ${body}`), article)).toEqual(none);
    expect(relate(source('', { title: 'Ferries' }), source('', { title: 'Mills' }))).toEqual(none);
  });
});
