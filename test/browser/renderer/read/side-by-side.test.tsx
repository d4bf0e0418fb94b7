import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page as testPage, userEvent } from 'vitest/browser';
import { lastMarked, openReading, type ReadingWorld } from '../../../support/reading.tsx';

const paragraphs = Array.from(
  { length: 40 },
  (_, i) => `${i + 1}. The shelter stood empty in year ${i}. ${'Nobody asked. '.repeat(20)}`,
);

let world: ReadingWorld;

beforeEach(async () => {
  await testPage.viewport(1500, 800);
  world = await openReading(
    { title: 'Visits', format: 'plain', bytes: new TextEncoder().encode(paragraphs.join('\n\n')) },
    undefined,
    {},
    true,
  );
  await vi.waitFor(() => {
    expect(panes()).toHaveLength(2);
    for (const pane of panes()) {
      expect(pane.querySelectorAll('[data-at]').length).toBeGreaterThan(3);
    }
  });
});

afterEach(() => {
  world.close();
});

const panes = (): readonly HTMLElement[] => [
  ...world.host.querySelectorAll<HTMLElement>('[data-pane]'),
];
const active = (): readonly (string | undefined)[] =>
  panes().map(({ dataset }) => dataset['active']);

test('two documents scroll apart, with one margin, and F6 goes from one to the other', async () => {
  expect(active()).toEqual(['true', 'false']);
  expect(world.host.querySelectorAll('aside[aria-label=Marks]')).toHaveLength(1);
  const [first, second] = panes().map((pane) => pane.querySelector('[aria-label=Document]'));
  second?.scrollTo({ top: 500 });
  expect(first?.scrollTop).toBe(0);
  await userEvent.keyboard('{F6}');
  await vi.waitFor(() => {
    expect(active()).toEqual(['false', 'true']);
  });
  expect(document.activeElement).toBe(second);
});

test('the keys are for the document one is in: finding and marking', async () => {
  await userEvent.keyboard('{F6}');
  await userEvent.keyboard('{Control>}f{/Control}');
  await vi.waitFor(() => {
    expect(panes()[1]?.querySelector('search')).not.toBeNull();
  });
  expect(panes()[0]?.querySelector('search')).toBeNull();
  await userEvent.keyboard('stood EMPTY');
  await vi.waitFor(() => {
    expect(panes()[1]?.querySelector('search [role=status]')?.textContent).toBe('1 of 40');
  });
  await userEvent.keyboard('{Escape}2');
  await vi.waitFor(() => {
    expect(lastMarked(world)?.anchor.exact).toBe('stood empty');
  });
});

test('side by side axe finds nothing', async () => {
  const { violations } = await axe.run(world.host, {
    // Both are shown in full, each with its title.
    rules: { 'heading-order': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
