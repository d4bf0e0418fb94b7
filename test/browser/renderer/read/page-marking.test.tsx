import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page as testPage } from 'vitest/browser';
import { textRangeOf } from '../../../../renderer/highlight/text-selection.ts';
import { textRects } from '../../../../renderer/highlight/text-rects.ts';
import { workOfPage } from '../../../support/web-page.ts';
import { openReading, type ReadingWorld } from '../../../support/reading.tsx';

const html = `<h1>Mills of Haiyun</h1><p>The <b>Ministry</b> <a href="/x">counted</a> them.<sup>2</sup></p>
  <table><caption>Workers</caption><tr><th>Mill<th colspan=2>Men and women<th>Paid
  <tr><td rowspan=2>North<td>120<td>الملجأ<td>no<tr><td>13<td><td>yes
  <tr><td>South and the <i>river</i> mill<td>7<td>見る<td>never</table>
  <ul><li>One<li>Two<ul><li>Inner</ul></ul><blockquote>Nobody came.</blockquote><pre>a\n  b</pre>
  <table><tr><th>A<th>B<tr><td>1<td>2</table><p>The end.</p>`;
const work = workOfPage(html);

let world: ReadingWorld;

beforeEach(async () => {
  await testPage.viewport(1024, 800);
  world = await openReading({
    title: 'Mills',
    format: 'html',
    bytes: new TextEncoder().encode(html),
  });
  await vi.waitFor(() => {
    expect(world.host.querySelectorAll('td')).toHaveLength(13);
  });
});

afterEach(() => {
  world.close();
});

function runs(): { readonly node: Text; readonly at: number }[] {
  return Array.from(world.host.querySelectorAll<HTMLElement>('[data-at]')).flatMap((element) =>
    element.firstChild instanceof Text
      ? [{ node: element.firstChild, at: Number(element.dataset['at']) }]
      : [],
  );
}

test('every selection over tables, lists and headings is the stretch of the text that is seen', () => {
  const column = world.host.querySelector('article');
  if (column === null) throw new Error('no column');
  const all = runs();
  const place = fc.tuple(fc.nat(all.length - 1), fc.nat(1000)).map(([index, offset]) => {
    const run = all[index];
    if (run === undefined) throw new Error('no run');
    return { ...run, offset: offset % (run.node.length + 1) };
  });
  fc.assert(
    fc.property(place, place, (a, b) => {
      const [from, to] = a.at + a.offset <= b.at + b.offset ? [a, b] : [b, a];
      const range = document.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      const { start, end } = textRangeOf(column, range, work.text.length);
      expect([start, end]).toEqual([from.at + from.offset, to.at + to.offset]);
      expect(work.text.slice(start, end).replace(/\s/g, '')).toBe(
        range.toString().replace(/\s/g, ''),
      );
      // Painted over the same letters: the boxes of the offsets are those of the selection's text.
      const area = (rects: readonly DOMRect[]) =>
        Math.round(rects.reduce((sum, { width, height }) => sum + width * height, 0));
      const nodes = all.filter(({ at, node }) => at < end && at + node.length > start);
      const wanted = nodes.flatMap(({ at, node }) => {
        const part = document.createRange();
        part.setStart(node, Math.max(0, start - at));
        part.setEnd(node, Math.min(node.length, end - at));
        return [...part.getClientRects()];
      });
      expect(area(textRects(column, { start, end }))).toBe(area(wanted));
    }),
    { numRuns: 300 },
  );
});

test('a page is shown with what it is made of, and its links lead nowhere', () => {
  const names = ['h2', 'table', 'th', 'td[rowspan="2"]', 'blockquote', 'pre', '[data-marker="•"]'];
  for (const name of names) expect.soft(world.host.querySelector(name), name).not.toBeNull();
  expect(world.host.querySelector('article a, article img, article script')).toBeNull();
  expect(world.host.querySelector('[title="https://haiyun.example/x"]')?.textContent).toBe(
    'counted',
  );
  const table = world.host.querySelector('table')?.getBoundingClientRect();
  const column = world.host.querySelector('article')?.getBoundingClientRect();
  expect(table?.right ?? Infinity).toBeLessThanOrEqual(column?.right ?? 0);
});
