import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SearchScreen } from '../../../../renderer/search/SearchScreen.tsx';
import { ok } from '../../../../shared/result.ts';
import { createMarkSearch } from '../../../../shared/search/mark-search.ts';
import type { QuotedMark } from '../../../../shared/quote/quoted-mark.ts';
import { MemoryVault } from '../../../support/memory-vault.ts';
import { quoted, source } from '../../../support/quoted.ts';
import { openScreen, type ScreenWorld } from '../../../support/screen-world.tsx';

const marks = [
  quoted(1, { exact: 'Stigma kept many from asking shelter staff.', tags: ['stigma'] }),
  quoted(2, {
    exact: '返鄉者因污名而不願向收容所求助。',
    source: source(2, { title: '海雲調查' }),
  }),
  quoted(3, { exact: 'Nothing of the kind.', note: 'compare the shelters', tags: ['key passage'] }),
];

let world: ScreenWorld | undefined;
afterEach(() => world?.close());

function open(query: string, held: readonly QuotedMark[] = marks): ScreenWorld {
  const search = createMarkSearch(
    held.map(({ mark, source: { id, details }, tags }) => ({
      mark: mark.id,
      source: id,
      text: mark.anchor.exact,
      note: mark.note,
      tags: tags.map(({ name }) => name),
      title: details.title,
      ...{ colours: [mark.colour], by: 'R. Ito', published: details.published.value },
    })),
  );
  const vault = new MemoryVault({
    search: ({ query: typed, limit }) => ok(search.search(typed, limit)),
    'quotes:read': ({ marks: ids }) =>
      ok(held.filter(({ mark }) => ids === null || ids.includes(mark.id))),
    'library:read': () =>
      ok({
        people: [],
        tags: held.flatMap(({ tags }) => tags.map((tag) => ({ ...tag, marks: 1, marksBelow: 1 }))),
        removedTags: [],
        sources: [...new Set(held.map((one) => one.source))].map((one) => ({
          ...one,
          marks: 1,
          related: [],
        })),
        markCount: held.length,
        organisations: [],
        quoteCount: 0,
      }),
  });
  world = openScreen(vault, { screen: 'search', query });
  world.show(<SearchScreen query={query} />);
  return world;
}

const hits = () => page.getByRole('list', { name: 'Hits' }).getByRole('button');

describe('the search screen', () => {
  test('shows what was found, where, why, and points at the words', async () => {
    open('sheltre ');
    await expect.element(page.getByText('corrected spelling').first()).toBeVisible();
    await expect.element(page.getByText('in the note')).toBeVisible();
    await expect
      .poll(() => hits().first().element().textContent)
      .toContain('Exploitation Monitor 2025: Haiyun, p. 9');
    const found = [...document.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(found).toEqual(['shelter', 'shelters']);
    await expect.element(page.getByText(/^2 marks in \d+ ms$/)).toBeVisible();
  });

  test('says when a hit is in the other Chinese script', async () => {
    open('返乡者');
    await expect.element(page.getByText('other script')).toBeVisible();
    await expect.element(page.getByText('返鄉者').first()).toBeVisible();
  });

  test('a click opens the place', async () => {
    const { went } = open('stigma');
    await hits().first().click();
    expect(went).toEqual([
      { screen: 'reader', source: marks[0]?.source.id, mark: marks[0]?.mark.id },
    ]);
  });

  test('is walked with the arrow keys and opened with Enter', async () => {
    const { went } = open('');
    await expect.element(hits().nth(2)).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}');
    await expect.element(hits().nth(1)).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(went).toEqual([
      { screen: 'reader', source: marks[1]?.source.id, mark: marks[1]?.mark.id },
    ]);
  });

  test('a chosen filter is written into the query', async () => {
    const { went } = open('shelter');
    await page.getByRole('combobox', { name: 'Tag' }).selectOptions('key passage');
    expect(went).toEqual([{ screen: 'search', query: 'tag:"key passage" shelter' }]);
  });

  test('without hits it says what to try, and offers to drop the filters', async () => {
    const { went } = open('tag:stigma qqqwww');
    await expect.element(page.getByText('No mark fits')).toBeVisible();
    await page.getByRole('button', { name: 'Search without filters' }).click();
    expect(went).toEqual([{ screen: 'search', query: 'qqqwww' }]);
  });

  test('without marks it leads to the library', async () => {
    const { went } = open('', []);
    await page.getByRole('button', { name: 'Open the library' }).click();
    expect(went).toEqual([{ screen: 'library' }]);
  });
});
