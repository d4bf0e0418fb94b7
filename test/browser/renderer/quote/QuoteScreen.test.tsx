import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { QuoteScreen } from '../../../../renderer/quote/QuoteScreen.tsx';
import { labelAct } from '../../../../renderer/read/source-acts.ts';
import {
  randomId,
  type FileId,
  type QuoteId,
  type SourceId,
} from '../../../../shared/evidence/ids.ts';
import { emptyDetails } from '../../../../shared/evidence/source.ts';
import type { QuoteContent } from '../../../../shared/evidence/quote.ts';
import { ok } from '../../../../shared/result.ts';
import { encodeWorkingText } from '../../../../shared/text/codec.ts';
import { buildPlainText } from '../../../../shared/text/plain.ts';
import { countWords } from '../../../../shared/text/words.ts';
import { contentOn, quoteMade } from '../../../support/composed.ts';
import { MemoryVault } from '../../../support/memory-vault.ts';
import { openScreen, type ScreenWorld } from '../../../support/screen-world.tsx';

const paragraphs = [
  'Everything here is invented.',
  'However, the ministry said it ran ten shelters. It closed two of them in the winter, but the office denied that anybody was sent away.',
  'Women who asked for help were not heard for months. Nobody knows why.',
];
const text = paragraphs.join('\n\n');

let world: ScreenWorld | undefined;

beforeEach(async () => {
  await page.viewport(1280, 800);
});

afterEach(() => {
  world?.close();
});

interface Opened {
  readonly vault: MemoryVault;
  readonly world: ScreenWorld;
  readonly quote: QuoteId;
  readonly source: SourceId;
  /** The quote as it was saved last. */
  readonly saved: () => QuoteContent | undefined;
}

async function open(
  words: string,
  answers: ConstructorParameters<typeof MemoryVault>[0] = {},
): Promise<Opened> {
  const built = buildPlainText(text, 'plain');
  const work = { ...built, words: countWords(built.text), unreadable: 0 };
  const encoded = encodeWorkingText(work).buffer;
  const vault = new MemoryVault({ 'text:read': () => ok(encoded.slice(0)), ...answers });
  const source: SourceId = randomId();
  const file: FileId = randomId();
  const original = {
    file,
    name: 'notes.txt',
    mediaType: 'text/plain',
    sizeBytes: 9,
    sha256: 'a'.repeat(64),
  };
  const working = { file, extractor: work.extractor, pages: 1, words: work.words, unreadable: 0 };
  vault.record([
    {
      subject: `source/${source}`,
      kind: 'source-imported',
      payload: {
        ...{ source, format: 'plain', original, status: 'text', working },
        details: { ...emptyDetails, title: 'Shelter visits', publisher: 'Northern Union' },
      },
    },
  ]);
  const quote: QuoteId = randomId();
  const start = work.text.indexOf(words);
  const content = contentOn(work.text, [[start, start + words.length]], { workingFile: file });
  vault.record([quoteMade(source, content, quote)]);
  const opened = openScreen(vault, { screen: 'quote', quote });
  world = opened;
  opened.show(<QuoteScreen quote={quote} />);
  await expect.element(page.getByRole('article', { name: 'As printed' })).toBeVisible();
  return { vault, world: opened, quote, source, saved: () => vault.state.quotes.get(quote) };
}

const printed = (): string =>
  document.querySelector('[aria-label="As printed"] blockquote')?.textContent ?? '';

/** As a drag with the mouse over these words of the source. */
function choose(words: string): void {
  for (const run of document.querySelectorAll('[aria-label="Source"] [data-at]')) {
    const node = run.firstChild;
    const at = node?.textContent?.indexOf(words) ?? -1;
    if (node === null || at < 0) continue;
    document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
    return;
  }
  throw new Error(`not shown: ${words}`);
}

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const first = 'However, the ministry said it ran ten shelters.';

describe('the quote editor', () => {
  test('shows the passage among its surroundings, its print, its citation and the verdict by name', async () => {
    await open(first);
    expect(printed()).toBe(`“${first}”`);
    await expect.element(page.getByText('verbatim', { exact: true })).toBeVisible();
    await expect.element(page.getByText('Women who asked', { exact: false })).toBeVisible();
    await expect.element(page.getByText(/Northern Union, “Shelter visits”/)).toBeVisible();
    expect(document.body.textContent).not.toMatch(/\d\s?%/);
  });

  test('calls the pages of the source as a person does, and stores them as the document does', async () => {
    const { vault, source, saved } = await open(first);
    expect(document.querySelector('[aria-label="Source"] [data-page]')).toBeNull();
    vault.record([labelAct(source, [{ from: 0, style: 'decimal', prefix: 'Annex ', first: 1 }])]);
    await vi.waitFor(() => {
      const shown = document.querySelector<HTMLElement>('[aria-label="Source"] [data-page]');
      expect(shown?.dataset['page']).toBe('p. Annex 1');
    });
    choose('said it');
    await press('Cut');
    await vi.waitFor(() => {
      expect(saved()?.passages.map(({ pageLabel }) => pageLabel)).toEqual(['', '']);
    });
  });

  test('another source with the same words is opened beside its own, each at its place', async () => {
    const [edition, letter]: readonly SourceId[] = [randomId(), randomId()];
    if (edition === undefined || letter === undefined) throw new Error('two were made');
    const { world: opened, source } = await open(first, {
      'quotes:elsewhere': ({ quotes }) =>
        ok(
          quotes.map((quote) => ({
            quote,
            related: [
              {
                ...{ source: edition, title: 'Visits 2024', relation: 'edition', hasText: true },
                ...{ tier: 'verbatim', differences: [], start: 7, end: 54 },
              },
            ],
            sameOrigin: [
              { source: edition, title: 'Visits 2024', start: 7, end: 54 },
              { source: letter, title: 'A letter', start: 3, end: 50 },
            ],
          })),
        ),
    });
    const elsewhere = page.getByRole('region', { name: 'In other sources' });
    const start = text.indexOf(first);
    const own = { screen: 'reader', source, at: { start, end: start + first.length } };
    // The edition is told once with its ways there, and once in the sentence on one origin.
    await expect.poll(() => elsewhere.getByRole('button', { name: 'Open beside' }).length).toBe(2);
    await elsewhere.getByRole('button', { name: 'Open beside' }).first().click();
    expect(opened.went.at(-1)).toEqual({
      ...own,
      ...{ beside: edition, besideAt: { start: 7, end: 54 } },
    });
    await elsewhere.getByRole('button', { name: 'Open beside' }).nth(1).click();
    expect(opened.went.at(-1)).toEqual({
      ...own,
      ...{ beside: letter, besideAt: { start: 3, end: 50 } },
    });
  });

  test('cuts, inserts, replaces and emphasises with the mouse; each is saved at once', async () => {
    const { saved } = await open(first);
    choose('said it');
    await press('Cut');
    expect(printed()).toBe('“However, the ministry [...] ran ten shelters.”');
    choose('ministry');
    await press('Insert');
    await userEvent.keyboard('interior{Enter}');
    expect(printed()).toBe('“However, the [interior] ministry [...] ran ten shelters.”');
    choose('shelters');
    await press('Replace');
    await userEvent.keyboard('houses{Enter}');
    choose('ten');
    await press('Emphasise');
    expect(printed()).toBe(
      '“However, the [interior] ministry [...] ran ten [houses]. [emphasis added]”',
    );
    expect(saved()?.passages).toHaveLength(2);
    expect(saved()?.edits).toHaveLength(2);
    await expect.element(page.getByText('marked edits', { exact: true })).toBeVisible();
  });

  test('works without a mouse, and says aloud what is chosen', async () => {
    await open(first);
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByText('Chosen: However')).toBeInTheDocument();
    await userEvent.keyboard('x');
    await vi.waitFor(() => {
      expect(printed()).toBe('“[...] the ministry said it ran ten shelters.”');
    });
    await userEvent.keyboard('{ArrowRight}c');
    await vi.waitFor(() => {
      expect(printed()).toBe('“[...] [T]he ministry said it ran ten shelters.”');
    });
    await userEvent.keyboard('{ArrowRight}s');
    await vi.waitFor(() => {
      expect(printed()).toBe('“[...] [T]he ministry [sic] said it ran ten shelters.”');
    });
  });

  test('a bracket that stands for a number is altered, in red, with the place and the way back', async () => {
    await open(first);
    choose('ten');
    await press('Replace');
    await userEvent.keyboard('twelve{Enter}');
    await expect.element(page.getByText('altered', { exact: true })).toBeVisible();
    await expect
      .element(page.getByText(/a bracket stands for words that matter: “ten”/))
      .toBeVisible();
    await page.getByRole('button', { name: /^Take out: \[twelve\]/ }).click();
    await expect.element(page.getByText('verbatim', { exact: true })).toBeVisible();
  });

  test('a cut at the end shows what it hides, and says so in print when asked', async () => {
    await open('It closed two of them in the winter');
    await expect
      .element(page.getByText(/stops in mid-sentence, before “, but the office/))
      .toBeVisible();
    await page.getByRole('button', { name: 'Say so with [...]' }).click();
    await vi.waitFor(() => {
      expect(printed()).toBe('“It closed two of them in the winter [...]”');
    });
    await expect.element(page.getByText(/stops in mid-sentence/)).not.toBeInTheDocument();
  });

  test('what was cut is restored from the list, and words around it are taken in', async () => {
    await open(first);
    choose('said it');
    await press('Cut');
    await page.getByRole('button', { name: /^Restore: \[\.\.\.\] leaves out 2 words/ }).click();
    await vi.waitFor(() => {
      expect(printed()).toBe(`“${first}”`);
    });
    choose('Nobody knows why.');
    await press('Take in');
    expect(printed()).toBe(`“${first} [...] Nobody knows why.”`);
  });

  test('an act that cannot be done says why', async () => {
    await open(first);
    choose('Nobody');
    await press('Cut');
    await expect.element(page.getByText(/These words are not in the quote/)).toBeVisible();
    choose('ministry');
    await press('Insert');
    await userEvent.keyboard('sic{Enter}');
    await expect.element(page.getByText(/take this bracket for another sign/)).toBeVisible();
  });

  test('the note is saved when its field is left; the quote is copied with its citation', async () => {
    const { saved, world: shown } = await open(first);
    await page.getByLabelText('Why it is relied on').fill('Answers the ministry.');
    await page.getByRole('button', { name: 'Copy with citation' }).click();
    expect(saved()?.note).toBe('Answers the ministry.');
    expect(shown.copied[0]).toContain(`“${first}”\nNorthern Union`);
  });

  test('is removed, which an undo takes back, and leads to the others', async () => {
    const { vault, world: shown, quote } = await open(first);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Remove this quote' }).click();
    await vi.waitFor(() => {
      expect(vault.state.quotes.get(quote)?.removed).toBe(true);
    });
    expect(shown.went).toEqual([{ screen: 'quotes' }]);
    await expect.element(page.getByText('This quote is not here')).toBeVisible();
  });

  test('axe finds nothing wrong', async () => {
    await open(first);
    choose('said it');
    await press('Cut');
    await expect.element(page.getByText(/What is left out between its parts/)).toBeVisible();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
