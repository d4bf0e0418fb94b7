import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page as testPage, userEvent } from 'vitest/browser';
import { lastMarked, openReading, type ReadingWorld } from '../../../support/reading.tsx';

const paragraphs = [
  'Shelter visits, spring',
  'The inspectors came twice. They were shown an empty house and a list of names.',
  'ذهبت المفتشة إلى الملجأ مرتين ولم تجد أحداً هناك.',
  'Nobody could say where the women had been taken, and nobody had asked.',
];

let world: ReadingWorld;

beforeEach(async () => {
  await testPage.viewport(1280, 800);
  world = await openReading({
    title: 'Visits',
    format: 'plain',
    bytes: new TextEncoder().encode(paragraphs.join('\n\n')),
  });
  await vi.waitFor(() => {
    expect(world.host.querySelectorAll('[data-at]').length).toBeGreaterThan(3);
  });
});

afterEach(() => {
  world.close();
});

test('a selection inside a paragraph becomes exactly those words', async () => {
  const text = textWith('came twice');
  const from = text.data.indexOf('came');
  select([text, from], [text, from + 'came twice'.length]);
  expect((await markSelection()).exact).toBe('came twice');
});

test('a selection over paragraphs keeps the line ends between them', async () => {
  const from = textWith('Shelter visits');
  const to = textWith('came twice');
  select([from, 8], [to, 'The inspectors'.length]);
  expect((await markSelection()).exact).toBe('visits, spring\n\nThe inspectors');
});

test('a selection of right-to-left text is in logical order', async () => {
  const text = textWith('المفتشة');
  const from = text.data.indexOf('المفتشة');
  select([text, from + 'المفتشة'.length], [text, from]);
  expect((await markSelection()).exact).toBe('المفتشة');
});

test('a triple click marks the paragraph and not a letter of the next', async () => {
  await userEvent.tripleClick(textWith('Nobody could').parentElement ?? world.host);
  expect((await markSelection()).exact).toBe(paragraphs[3]);
});

test('a mark is painted over its words', async () => {
  const text = textWith('an empty house');
  const from = text.data.indexOf('an empty house');
  select([text, from], [text, from + 'an empty house'.length]);
  const wanted = document.getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();
  await markSelection();
  const painted = await vi.waitFor(() => {
    const path = world.host.querySelector('section svg path');
    if (path === null) throw new Error('nothing is painted');
    return path.getBoundingClientRect();
  });
  for (const side of ['left', 'right', 'top', 'bottom'] as const) {
    expect(Math.abs(painted[side] - wanted[side])).toBeLessThanOrEqual(1);
  }
});

test('the sentence cursor walks, grows and marks without a mouse', async () => {
  await userEvent.keyboard('..');
  expect(heard()).toBe('Selected: The inspectors came twice.');
  await userEvent.keyboard('{Shift>}.{/Shift}');
  expect(heard()).toContain('a list of names.');
  await userEvent.keyboard(',');
  expect(heard()).toBe('Selected: Shelter visits, spring');
  await userEvent.keyboard('.{Shift>}{ArrowLeft}{/Shift}3');
  await vi.waitFor(() => {
    expect(lastMarked(world)?.anchor.exact).toBe('The inspectors came twice');
  });
  expect(lastMarked(world)?.colour).toBe('contradicts');
});

test('going to a mark of two ranges points both of them out', async () => {
  await userEvent.keyboard('.1');
  await vi.waitFor(() => {
    expect(lastMarked(world)?.anchor.exact).toBe('Shelter visits, spring');
  });
  const far = textWith('Nobody could');
  select([far, 0], [far, 'Nobody could'.length]);
  await vi.waitFor(() => {
    expect(world.host.querySelector('[role="toolbar"]')).not.toBeNull();
  });
  await userEvent.keyboard('m');
  await vi.waitFor(() => {
    expect(world.host.querySelector('[data-mark]')?.textContent).toContain('[...] Nobody could');
  });
  expect(flashed()).toHaveLength(0);
  await userEvent.click(world.host.querySelector('[data-mark]') ?? world.host);
  await vi.waitFor(() => {
    expect(flashed()).toHaveLength(2);
  });
  const [heading, last] = ['Shelter visits', 'Nobody could'].map((words) => {
    const range = document.createRange();
    range.setStart(textWith(words), 0);
    range.setEnd(textWith(words), words.length);
    return range.getBoundingClientRect();
  });
  const path = flashPath()?.getBoundingClientRect();
  expect(path?.top).toBeCloseTo(heading?.top ?? NaN, 0);
  expect(path?.bottom).toBeCloseTo(last?.bottom ?? NaN, 0);
});

test('a key is about what is selected when it is pressed, however late the news of the selection comes', async () => {
  const { text, from } = await selectCame();
  select([text, from], [text, from + 'came twice'.length]);
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }));
  await vi.waitFor(() => {
    expect(lastMarked(world)?.anchor.exact).toBe('came twice');
  });
});

test('a key pressed in the middle of a drag does not mark what was selected before it', async () => {
  const { text } = await selectCame();
  const press = { bubbles: true, button: 0 };
  text.parentElement?.dispatchEvent(new PointerEvent('pointerdown', press));
  select([text, 0], [text, 0]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }));
  text.parentElement?.dispatchEvent(new PointerEvent('pointerup', press));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(lastMarked(world)).toBeUndefined();
});

test('Escape lets go of the selection', async () => {
  await userEvent.keyboard('.');
  expect(world.host.querySelector('[role="toolbar"]')).not.toBeNull();
  await userEvent.keyboard('{Escape}');
  expect(world.host.querySelector('[role="toolbar"]')).toBeNull();
});

test('Ctrl+C takes the passage with its citation', async () => {
  await userEvent.keyboard('..');
  const copy = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), cancelable: true });
  document.dispatchEvent(copy);
  expect(copy.defaultPrevented).toBe(true);
  expect(copy.clipboardData?.getData('text/plain')).toMatch(
    /^“The inspectors came twice\.”\nExploitation Monitor, “Visits”/,
  );
});

function textWith(words: string): Text {
  const runs = [...world.host.querySelectorAll('[data-at]')];
  const node = runs.find((run) => run.textContent.includes(words))?.firstChild;
  if (!(node instanceof Text)) throw new Error(`no run shows “${words}”`);
  return node;
}

function flashPath(): Element | null {
  return world.host.querySelector('path[class*="flash"]');
}

/** The boxes that are pointed out now. */
function flashed(): readonly string[] {
  return (
    flashPath()
      ?.getAttribute('d')
      ?.match(/M[^M]+/g) ?? []
  );
}

function select(
  [anchor, from]: readonly [Node, number],
  [focus, to]: readonly [Node, number],
): void {
  document.getSelection()?.setBaseAndExtent(anchor, from, focus, to);
}

/** One word of a text that goes on. */
async function selectCame(): Promise<{ readonly text: Text; readonly from: number }> {
  const text = textWith('came twice');
  const from = text.data.indexOf('came');
  select([text, from], [text, from + 'came'.length]);
  await vi.waitFor(() => {
    expect(world.host.querySelector('[role="toolbar"]')).not.toBeNull();
  });
  return { text, from };
}

function heard(): string {
  return world.host.querySelector('[aria-live="polite"]')?.textContent ?? '';
}

async function markSelection(): Promise<{ readonly exact: string }> {
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
