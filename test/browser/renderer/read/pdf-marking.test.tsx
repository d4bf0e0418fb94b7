import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent, page as testPage } from 'vitest/browser';
import type { TextAnchor } from '../../../../shared/evidence/mark.ts';
import { lastMarked, openReading, type ReadingWorld } from '../../../support/reading.tsx';
import { runningLines, writePdf } from '../../../support/write-pdf.ts';

const first = [
  'The inspectors visited nine shelters in the spring of that year and',
  'found that two of them had been closed for repair since the winter.',
  'No office could say where the women who had lived there were taken.',
  'A second visit was announced, put off twice, and never made by',
];
const second = [
  'the ministry, which gave no reason for it when it was asked to.',
  'Local posts kept their own lists of names (under other headings).',
];

let world: ReadingWorld;

beforeEach(async () => {
  await testPage.viewport(1280, 800);
  const bytes = writePdf([runningLines(first), runningLines(second), runningLines(['The end.'])]);
  world = await openReading({ title: 'Shelters', format: 'pdf', bytes });
  await vi.waitFor(() => {
    expect(spanOf('nine shelters')).toBeDefined();
    expect(spanOf('Local posts')).toBeDefined();
  }, 20_000);
});

afterEach(() => {
  world.close();
});

test('a selection inside a line becomes exactly those words', async () => {
  const span = spanOf('nine shelters');
  const from = textOf(span).data.indexOf('nine');
  select([textOf(span), from], [textOf(span), from + 'nine shelters'.length]);
  expect((await markSelection()).exact).toBe('nine shelters');
});

test('a selection made backwards is the same selection', async () => {
  const span = spanOf('nine shelters');
  const from = textOf(span).data.indexOf('visited');
  select([textOf(span), from + 7], [textOf(span), from]);
  expect((await markSelection()).exact).toBe('visited');
});

test('blanks at the ends of a selection do not belong to the mark', async () => {
  const span = spanOf('nine shelters');
  const from = textOf(span).data.indexOf(' nine');
  select([textOf(span), from], [textOf(span), from + ' nine '.length]);
  expect((await markSelection()).exact).toBe('nine');
});

test('a selection over line ends is running text', async () => {
  const from = textOf(spanOf('nine shelters'));
  const to = textOf(spanOf('two of them'));
  select([from, from.data.indexOf('that year')], [to, to.data.indexOf('two') + 3]);
  expect((await markSelection()).exact).toBe('that year and found that two');
});

test('a selection over a page break is one sentence', async () => {
  const from = textOf(spanOf('second visit'));
  const to = textOf(spanOf('which gave'));
  select([from, 0], [to, 'the ministry'.length]);
  const { exact } = await markSelection();
  expect(exact).toBe('A second visit was announced, put off twice, and never made by the ministry');
});

test('ends that stand between elements mean the next text', async () => {
  const layer = parentOf(spanOf('nine shelters'));
  select([layer, 0], [parentOf(spanOf('which gave')), 0]);
  const { exact } = await markSelection();
  expect(exact.startsWith('The inspectors')).toBe(true);
  expect(exact.endsWith('never made by')).toBe(true);
});

test('an end in a line break or in a span itself counts as after the text before it', async () => {
  const span = spanOf('two of them');
  select([span, 0], [span, 1]);
  expect((await markSelection()).exact).toBe(first[1]);
});

test('a triple click marks the line and not a letter of the next', async () => {
  await userEvent.tripleClick(spanOf('two of them'));
  expect((await markSelection()).exact).toBe(first[1]);
});

test('a double click marks the word', async () => {
  const span = spanOf('nine shelters');
  const word = document.createRange();
  const at = textOf(span).data.indexOf('shelters');
  word.setStart(textOf(span), at);
  word.setEnd(textOf(span), at + 8);
  const target = word.getBoundingClientRect();
  const box = span.getBoundingClientRect();
  await userEvent.dblClick(span, {
    position: { x: target.left + target.width / 2 - box.left, y: box.height / 2 },
  });
  expect((await markSelection()).exact).toBe('shelters');
});

test('everything selected is the whole text', async () => {
  document
    .getSelection()
    ?.selectAllChildren(world.host.querySelector('[data-box]')?.parentElement ?? world.host);
  const { start, end } = await markSelection();
  expect([start, end]).toEqual([0, world.work.text.length]);
});

test('a selection of blanks alone makes no mark and says so', async () => {
  const text = textOf(spanOf('nine shelters'));
  const blank = text.data.indexOf(' ');
  select([text, blank], [text, blank + 1]);
  await userEvent.keyboard('1');
  expect(lastMarked(world)).toBeUndefined();
});

test('what is painted lies over the words that were selected', async () => {
  const text = textOf(spanOf('two of them'));
  const from = text.data.indexOf('two of them');
  select([text, from], [text, from + 'two of them'.length]);
  const wanted = document.getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();
  await markSelection();
  await vi.waitFor(() => {
    expect(world.host.querySelector('[data-box] svg path')).not.toBeNull();
  });
  const painted =
    world.host.querySelector('[data-box] svg path')?.getBoundingClientRect() ?? new DOMRect();
  expect(Math.abs(painted.left - wanted.left)).toBeLessThanOrEqual(2);
  expect(Math.abs(painted.right - wanted.right)).toBeLessThanOrEqual(2);
  expect(painted.top).toBeLessThan(wanted.top + 4);
  expect(painted.bottom).toBeGreaterThan(wanted.bottom - 4);
});

test('going to a mark of ranges on two pages points them out on both', async () => {
  const begun = textOf(spanOf('two of them'));
  select([begun, 0], [begun, 5]);
  await markSelection();
  const far = textOf(spanOf('Local posts'));
  select([far, 0], [far, 'Local posts'.length]);
  await vi.waitFor(() => {
    expect(world.host.querySelector('[role="toolbar"]')).not.toBeNull();
  });
  await userEvent.keyboard('m');
  await vi.waitFor(() => {
    expect(world.host.querySelector('[data-mark]')?.textContent).toContain('[...]');
  });
  await userEvent.click(world.host.querySelector('[data-mark]') ?? world.host);
  await vi.waitFor(() => {
    const pages = [...world.host.querySelectorAll('[data-box]')];
    const flashing = pages.map((box) => box.querySelector('path[class*="flash"]') !== null);
    expect(flashing).toEqual([true, true, false]);
  });
});

function spanOf(words: string): HTMLElement {
  const spans = [...world.host.querySelectorAll<HTMLElement>('[data-box] span')];
  const found = spans.find((span) => span.textContent.includes(words));
  if (found === undefined) throw new Error(`no span shows “${words}”`);
  return found;
}

function textOf(span: HTMLElement): Text {
  if (!(span.firstChild instanceof Text)) throw new Error('the span is empty');
  return span.firstChild;
}

function parentOf(element: HTMLElement): HTMLElement {
  if (element.parentElement === null) throw new Error('the element has no parent');
  return element.parentElement;
}

function select(
  [anchor, from]: readonly [Node, number],
  [focus, to]: readonly [Node, number],
): void {
  document.getSelection()?.setBaseAndExtent(anchor, from, focus, to);
}

/** Marks with the keyboard what is selected now. */
async function markSelection(): Promise<TextAnchor> {
  await vi.waitFor(() => {
    expect(world.host.querySelector('[role="toolbar"]')).not.toBeNull();
  });
  await userEvent.keyboard('1');
  return vi.waitFor(() => {
    const marked = lastMarked(world);
    if (marked === undefined) throw new Error('no mark was made');
    return marked.anchor;
  });
}
