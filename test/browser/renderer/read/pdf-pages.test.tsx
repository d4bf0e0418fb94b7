import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page as testPage, userEvent } from 'vitest/browser';
import { ok } from '../../../../shared/result.ts';
import { encodeWorkingText } from '../../../../shared/text/codec.ts';
import {
  lastMarked,
  openReading,
  workingTextOf,
  type ReadingWorld,
} from '../../../support/reading.tsx';
import { runningLines, writePdf } from '../../../support/write-pdf.ts';

const pageCount = 60;
/** Names in letters: lines that differ by their numbers only are taken for page heads. */
const witnesses = Array.from(
  { length: pageCount },
  (_, i) => `Mo${String.fromCharCode(97 + Math.floor(i / 26), 97 + (i % 26))}`,
);
const pages = witnesses.map((name) =>
  runningLines([
    `Statement of ${name} was given in the spring of that year.`,
    `Nobody at the office of the ministry ever read what ${name} had said.`,
  ]),
);
const bytes = writePdf(pages);

let world: ReadingWorld | undefined;

beforeEach(async () => {
  await testPage.viewport(1280, 800);
});

afterEach(() => {
  world?.close();
});

test('only pages near the window are real, wherever one scrolls', async () => {
  const opened = await open();
  for (const share of [0, 0.3, 0.9]) {
    const scroller = scrollerOf(opened);
    scroller.scrollTo({ top: scroller.scrollHeight * share });
    await vi.waitFor(() => {
      expect(opened.host.querySelectorAll('canvas').length).toBeGreaterThan(0);
      expect(spans(opened).length).toBeGreaterThan(0);
    }, 20_000);
    expect(opened.host.querySelectorAll('canvas').length).toBeLessThan(8);
    expect(opened.host.querySelectorAll('[data-box]')).toHaveLength(pageCount);
  }
});

test('a selection outlives the scrolling away of the page it stands on', async () => {
  const opened = await open();
  const first = await spanWith(opened, 'Moaa was');
  document.getSelection()?.setBaseAndExtent(first, 0, first, 'Statement of Moaa'.length);
  await vi.waitFor(() => {
    expect(document.querySelector('[role=toolbar]')).not.toBeNull();
  }, 10_000);
  scrollerOf(opened).scrollTo({ top: scrollerOf(opened).scrollHeight });
  await spanWith(opened, 'Moch was');
  await userEvent.keyboard('1');
  await vi.waitFor(() => {
    expect(lastMarked(opened)?.anchor.exact).toBe('Statement of Moaa');
  }, 10_000);
});

test('a selection over pages that are not drawn holds all their text', async () => {
  const opened = await open();
  const first = await spanWith(opened, 'Moaa was');
  scrollerOf(opened).scrollTo({ top: 0 });
  document.getSelection()?.setBaseAndExtent(first, 0, first, 9);
  scrollerOf(opened).scrollTo({ top: scrollerOf(opened).scrollHeight });
  const last = await spanWith(opened, 'Moch was');
  document.getSelection()?.extend(last, 9);
  await vi.waitFor(() => {
    expect(document.querySelector('[role=toolbar]')).not.toBeNull();
  }, 10_000);
  await userEvent.keyboard('1');
  await vi.waitFor(() => {
    const exact = lastMarked(opened)?.anchor.exact ?? '';
    expect(exact.startsWith(witnesses[0] ?? '', 'Statement of '.length)).toBe(true);
    for (const name of witnesses.slice(0, -1)) expect(exact).toContain(`Statement of ${name} was`);
    expect(exact.endsWith('Statement')).toBe(true);
  }, 10_000);
  expect(lastMarked(opened)).toMatchObject({ firstPage: 0, lastPage: pageCount - 1 });
});

test('where the stored text is not the page’s, a mark is drawn by its words or listed as not placed', async () => {
  const work = await workingTextOf('pdf', bytes);
  const prints = work.pages.map((page) => ({ ...page, print: `${page.print}?` }));
  const doubted = encodeWorkingText({ ...work, pages: prints }).buffer;
  const opened = await open(
    ({ mark }) => {
      mark(0, 'Statement of Moaa'.length, 'key');
      const elsewhere = work.text.indexOf('Statement of Moab');
      mark(elsewhere, elsewhere + 'Statement of Moab'.length, 'law', 0);
    },
    { 'text:read': () => ok(doubted.slice(0)) },
  );
  await vi.waitFor(() => {
    expect(opened.host.querySelectorAll('[data-box="0"] svg path').length).toBeGreaterThan(0);
    expect(opened.host.querySelectorAll('[data-box="0"] svg path').length).toBeLessThan(3);
  }, 10_000);
  await expect.element(testPage.getByText(/^Not found on its page/)).toBeInTheDocument();
});

test('where the stored text is not the page’s, a selection makes no mark and says why', async () => {
  const work = await workingTextOf('pdf', bytes);
  const prints = work.pages.map((page) => ({ ...page, print: `${page.print}?` }));
  const doubted = encodeWorkingText({ ...work, pages: prints }).buffer;
  const opened = await open(undefined, { 'text:read': () => ok(doubted.slice(0)) });
  const first = await spanWith(opened, 'Moaa was');
  document.getSelection()?.setBaseAndExtent(first, 0, first, 9);
  await expect
    .element(testPage.getByText(/^This selection holds no readable text/))
    .toBeInTheDocument();
  await userEvent.keyboard('1');
  expect(lastMarked(opened)).toBeUndefined();
});

async function open(
  prepare?: Parameters<typeof openReading>[1],
  answers?: Parameters<typeof openReading>[2],
): Promise<ReadingWorld> {
  const opened = await openReading({ title: 'Statements', format: 'pdf', bytes }, prepare, answers);
  world = opened;
  await vi.waitFor(() => {
    expect(spans(opened).length).toBeGreaterThan(0);
  }, 20_000);
  return opened;
}

function spans({ host }: ReadingWorld): readonly HTMLElement[] {
  return [...host.querySelectorAll<HTMLElement>('[data-box] span')];
}

function scrollerOf({ host }: ReadingWorld): HTMLElement {
  const scroller = host.querySelector('[data-box]')?.parentElement?.parentElement;
  if (!(scroller instanceof HTMLElement)) throw new Error('there are no pages');
  return scroller;
}

async function spanWith(opened: ReadingWorld, words: string): Promise<Text> {
  return vi.waitFor(() => {
    const node = spans(opened).find((span) => span.textContent.includes(words))?.firstChild;
    if (!(node instanceof Text)) throw new Error(`no span shows “${words}”`);
    return node;
  }, 20_000);
}
