import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page as testPage, userEvent } from 'vitest/browser';
import { lastMarked, openReading, type ReadingWorld } from '../../../support/reading.tsx';
import { runningLines, writePdf } from '../../../support/write-pdf.ts';

const paragraphs = Array.from(
  { length: 60 },
  (_, i) =>
    `Paragraph ${i + 1}. The Émile shelter stood empty, and nobody said “why”. ${'Words. '.repeat(40)}`,
);

let world: ReadingWorld | undefined;

beforeEach(async () => {
  await testPage.viewport(1500, 800);
});

afterEach(() => {
  world?.close();
});

async function openText(): Promise<ReadingWorld> {
  const text = [
    '# First part',
    ...paragraphs.slice(0, 30),
    '## Second part',
    ...paragraphs.slice(30),
  ];
  world = await openReading({
    title: 'Visits',
    format: 'markdown',
    bytes: new TextEncoder().encode(text.join('\n\n')),
  });
  await expect.element(testPage.getByRole('article')).toBeVisible();
  return world;
}

async function openPdf(): Promise<ReadingWorld> {
  const pages = Array.from({ length: 12 }, (_, i) =>
    runningLines([
      `Statement number ${i} about the shelter was given in spring.`,
      `The witness of page ${i} was not heard by anybody at all.`,
    ]),
  );
  world = await openReading({ title: 'Statements', format: 'pdf', bytes: writePdf(pages) }, (w) => {
    w.mark(0, 30, 'supports');
  });
  const { host } = world;
  await vi.waitFor(() => {
    expect(host.querySelector('[data-box="0"] span')?.textContent).toContain('Statement');
  }, 20_000);
  return world;
}

const count = (): Promise<HTMLElement> =>
  vi.waitFor(() => {
    const shown = document.querySelector<HTMLElement>('search [role=status]');
    if (shown === null) throw new Error('nothing is looked for');
    return shown;
  });

test('Ctrl+F finds, Enter walks, Shift+Enter walks back, and Escape leaves the place selected to be marked', async () => {
  const opened = await openText();
  await userEvent.keyboard('{Control>}f{/Control}');
  await userEvent.keyboard('emile SHELTER');
  await expect.element(await count()).toHaveTextContent('1 of 60');
  await userEvent.keyboard('{Enter}');
  await expect.element(await count()).toHaveTextContent('2 of 60');
  await userEvent.keyboard('{Shift>}{Enter}{Enter}{/Shift}');
  await expect.element(await count()).toHaveTextContent('60 of 60');
  await vi.waitFor(() => {
    expect(opened.host.textContent).toContain('Paragraph 60.');
  });
  await userEvent.keyboard('{Escape}');
  expect(opened.host.querySelector('search')).toBeNull();
  await userEvent.keyboard('1');
  await vi.waitFor(() => {
    expect(lastMarked(opened)?.anchor.exact).toBe('Émile shelter');
  });
});

test('all places are painted, and what is not there is said to be not found', async () => {
  const opened = await openText();
  await userEvent.keyboard('{Control>}f{/Control}');
  await userEvent.keyboard("“nobody said 'why'");
  await expect.element(await count()).toHaveTextContent('1 of 60');
  await vi.waitFor(() => {
    expect(opened.host.querySelectorAll('section svg path[class*=found]').length).toBeGreaterThan(
      1,
    );
  });
  await userEvent.keyboard('x');
  await expect.element(await count()).toHaveTextContent('not found');
});

test('the list shows the words around each place, and leads there', async () => {
  const opened = await openText();
  await userEvent.keyboard('{Control>}f{/Control}');
  await userEvent.keyboard('paragraph 5');
  await testPage.getByRole('button', { name: 'List' }).click();
  await vi.waitFor(() => {
    const rows = [...opened.host.querySelectorAll('[role=option]')];
    expect(rows).toHaveLength(11);
    expect(rows[0]?.textContent).toContain('Paragraph 5. The Émile');
  });
  await testPage.getByRole('checkbox', { name: 'Whole words' }).click();
  await expect.element(await count()).toHaveTextContent('1 of 1');
  await axeClean(opened);
});

test('the contents are a tree that is walked by keys and leads to its headings', async () => {
  const opened = await openText();
  const tree = testPage.getByRole('tree');
  await expect.element(tree).toBeVisible();
  opened.host.querySelector<HTMLElement>('[role=tree]')?.focus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await vi.waitFor(() => {
    const here = opened.host.querySelector('[role=treeitem][aria-current]');
    expect(here?.textContent).toBe('Second part');
  });
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(opened.host.querySelectorAll('[role=treeitem]')).toHaveLength(1);
  await axeClean(opened);
});

test('the panel is hidden and shown by F4, and stays so', async () => {
  await openText();
  await userEvent.keyboard('{F4}');
  expect(document.querySelector('[role=tree]')).toBeNull();
  expect(localStorage.getItem('preferences')).toContain('"readerPanel":"none"');
  await userEvent.keyboard('{F4}');
  await expect.element(testPage.getByRole('tree')).toBeVisible();
});

test('pages are small pictures with what is marked on them, drawn where they are seen', async () => {
  const opened = await openPdf();
  await vi.waitFor(() => {
    expect(opened.host.querySelectorAll('[role=option] canvas').length).toBeGreaterThan(2);
  }, 10_000);
  expect(opened.host.querySelector('[aria-label="Page 1, 1 mark"]')).not.toBeNull();
  opened.host.querySelector<HTMLElement>('[role=option][aria-label="Page 4"]')?.click();
  await vi.waitFor(() => {
    const box = opened.host.querySelector<HTMLInputElement>('input[aria-label=Page]');
    expect(box?.value).toBe('4 of 12');
  });
  await axeClean(opened);
});

test('found words are painted on the pages of a PDF', async () => {
  const opened = await openPdf();
  await userEvent.keyboard('{Control>}f{/Control}');
  await userEvent.keyboard('witness of page 9');
  await expect.element(await count()).toHaveTextContent('1 of 1');
  await vi.waitFor(() => {
    expect(opened.host.querySelector('[data-box="9"] svg path[class*=foundHere]')).not.toBeNull();
  }, 10_000);
});

async function axeClean({ host }: ReadingWorld): Promise<void> {
  // Of a long text only a part is in the page, and its headings are its author's.
  const { violations } = await axe.run(host, { rules: { 'heading-order': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
