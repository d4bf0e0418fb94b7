import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page as testPage, userEvent } from 'vitest/browser';
import { exifBlock, pngPicture, withExif } from '../../../support/pictures.ts';
import { jpegPicture } from '../../../support/jpeg-picture.ts';
import { lastMarked, openReading, type ReadingWorld } from '../../../support/reading.tsx';
import { smallPdf } from '../../../support/small-pdf.ts';
import { runningLines, writePdf } from '../../../support/write-pdf.ts';

let world: ReadingWorld | undefined;

beforeEach(async () => {
  await testPage.viewport(1280, 800);
});

afterEach(() => {
  world?.close();
});

/** Black, with a red square from (200, 100) to (300, 200). */
const picture = pngPicture(800, 600, (x, y) =>
  x >= 200 && x < 300 && y >= 100 && y < 200 ? [200, 0, 0] : [0, 0, 0],
);

async function open(title: string, format: 'image' | 'pdf', bytes: Uint8Array<ArrayBuffer>) {
  world = await openReading({ title, format, bytes });
  const { host } = world;
  await vi.waitFor(() => {
    expect(host.querySelector('[data-box] canvas')).not.toBeNull();
  }, 20_000);
  return world;
}

function pageOf({ host }: ReadingWorld): HTMLElement {
  const page = host.querySelector<HTMLElement>('[data-box="0"]');
  if (page === null) throw new Error('no page');
  return page;
}

/** Points as shares of the page. */
function drag(page: HTMLElement, from: readonly [number, number], to: readonly [number, number]) {
  const box = page.getBoundingClientRect();
  const at = ([x, y]: readonly [number, number]) => ({
    clientX: box.left + x * box.width,
    clientY: box.top + y * box.height,
  });
  const layer = document.elementFromPoint(at(from).clientX, at(from).clientY);
  const send = (type: string, point: readonly [number, number]) =>
    layer?.dispatchEvent(
      new PointerEvent(type, { ...at(point), bubbles: true, pointerId: 1, button: 0 }),
    );
  send('pointerdown', from);
  send('pointermove', to);
  send('pointerup', to);
}

/** A pixel in the middle of the card's picture. */
async function cardPixel({ host }: ReadingWorld): Promise<readonly number[]> {
  const canvas = await vi.waitFor(() => {
    const found = host.querySelector<HTMLCanvasElement>('aside [role=img] canvas');
    expect(found).not.toBeNull();
    return found;
  }, 20_000);
  const middle = [Math.floor((canvas?.width ?? 0) / 2), Math.floor((canvas?.height ?? 0) / 2)];
  const pixel = canvas?.getContext('2d')?.getImageData(middle[0] ?? 0, middle[1] ?? 0, 1, 1);
  return [...(pixel?.data ?? [])];
}

test('an area of a picture is marked by dragging, framed, and shown cut out in the margin', async () => {
  const opened = await open('photo.png', 'image', picture);
  await userEvent.click(testPage.getByRole('button', { name: 'Area', exact: true }));
  drag(pageOf(opened), [0.25, 1 / 6], [0.375, 1 / 3]);
  await vi.waitFor(() => {
    expect(lastMarked(opened)).toMatchObject({ kind: 'area', anchor: { start: 0, exact: '' } });
  });
  const area = lastMarked(opened)?.area;
  for (const [side, wanted] of [
    ['x', 200],
    ['y', 100],
    ['width', 100],
    ['height', 100],
  ] as const) {
    expect(Math.abs((area?.[side] ?? 0) - wanted), side).toBeLessThan(3);
  }
  expect(await cardPixel(opened)).toEqual([200, 0, 0, 255]);
  const { violations } = await axe.run(opened.host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  expect(pageOf(opened).textContent).toContain('1');
});

test('an area is marked by keyboard alone: placed, moved, sized, marked in a colour', async () => {
  const opened = await open('photo.png', 'image', picture);
  await userEvent.keyboard('{Alt>}5{/Alt}');
  // As parts of the page: its picture may still be growing to the width of its window.
  const draft = () => {
    const box = opened.host.querySelector('[data-area-draft]')?.getBoundingClientRect();
    const page = pageOf(opened).getBoundingClientRect();
    if (box === undefined) return undefined;
    return { left: (box.left - page.left) / page.width, width: box.width / page.width };
  };
  await vi.waitFor(() => {
    expect(draft()).toBeDefined();
  });
  const before = draft();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}{Shift>}{ArrowLeft}{/Shift}');
  await vi.waitFor(() => {
    expect(draft()?.left).toBeGreaterThan(before?.left ?? 0);
    expect(draft()?.width).toBeLessThan(before?.width ?? 0);
  });
  await userEvent.keyboard('3');
  await vi.waitFor(() => {
    expect(lastMarked(opened)).toMatchObject({ kind: 'area', colour: 'contradicts' });
  });
  // A picture has nothing else to mark, so it goes on until it is ended.
  expect(draft()).toBeUndefined();
  await userEvent.keyboard('{Escape}');
  await vi.waitFor(() => {
    expect(opened.host.querySelector('[aria-pressed=true]')?.textContent).not.toBe('Area');
  });
});

test('a marked area is moved and sized with the mouse, its picture follows, and undo takes it back', async () => {
  const opened = await open('photo.png', 'image', picture);
  await userEvent.click(testPage.getByRole('button', { name: 'Area', exact: true }));
  drag(pageOf(opened), [0.5, 0.5], [0.6, 0.6]);
  await vi.waitFor(() => {
    expect(lastMarked(opened)).toMatchObject({ kind: 'area' });
  });
  expect(await cardPixel(opened)).toEqual([0, 0, 0, 255]);
  // While areas are drawn the page is for that.
  expect(opened.host.querySelector('[data-area-handles]')).toBeNull();
  await userEvent.keyboard('{Escape}');
  const held = () => [...opened.vault.state.marks.values()][0];
  const before = held()?.area;
  await vi.waitFor(() => {
    expect(opened.host.querySelector('[data-area-handles]')).not.toBeNull();
  });

  // By the grip in its middle onto the red square.
  drag(pageOf(opened), [0.55, 0.55], [0.3125, 0.25]);
  await vi.waitFor(() => {
    expect(held()?.area?.x).toBeLessThan(300);
  });
  expect(held()?.area?.width).toBeCloseTo(before?.width ?? 0, 0);
  await vi.waitFor(async () => {
    expect(await cardPixel(opened)).toEqual([200, 0, 0, 255]);
  }, 10_000);
  // By its lower right corner.
  const { x = 0, y = 0, width = 0, height = 0 } = held()?.area ?? {};
  drag(pageOf(opened), [(x + width) / 800, (y + height) / 600], [0.75, 0.75]);
  await vi.waitFor(() => {
    expect(held()?.area?.width).toBeGreaterThan(300);
  });
  expect(held()?.area).toMatchObject({ x, y });
  // It is still selected: the press picked nothing else.
  expect(opened.host.querySelectorAll('[data-area-handles]')).toHaveLength(1);
  expect(
    opened.vault.acts.map(({ kind }) => kind).filter((kind) => kind === 'marks-placed'),
  ).toEqual(['marks-placed', 'marks-placed']);
});

test('a marked area is moved and sized by keyboard; Escape leaves it as it was', async () => {
  const opened = await open('photo.png', 'image', picture);
  await userEvent.keyboard('{Alt>}5{/Alt}');
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => {
    expect(lastMarked(opened)).toMatchObject({ kind: 'area' });
  });
  await userEvent.keyboard('{Escape}');
  const area = () => [...opened.vault.state.marks.values()][0]?.area;
  const before = area();
  const draft = () => opened.host.querySelector('[data-area-draft]');
  await userEvent.keyboard('e');
  await vi.waitFor(() => {
    expect(draft()).not.toBeNull();
  });
  await userEvent.keyboard('{ArrowRight}{ArrowDown}{Escape}');
  await vi.waitFor(() => {
    expect(draft()).toBeNull();
  });
  expect(area()).toEqual(before);

  await userEvent.keyboard('e');
  await vi.waitFor(() => {
    expect(draft()).not.toBeNull();
  });
  // A colour's key would mark another.
  await userEvent.keyboard('3{ArrowRight}{Shift>}{ArrowDown}{/Shift}{Enter}');
  await vi.waitFor(() => {
    expect(area()?.x).toBeGreaterThan(before?.x ?? Infinity);
  });
  expect(area()?.height).toBeGreaterThan(before?.height ?? Infinity);
  expect(area()?.width).toBe(before?.width);
  expect(opened.vault.state.marks.size).toBe(1);
  expect(draft()).toBeNull();
  const { violations } = await axe.run(opened.host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('a photograph taken on its side stands upright', async () => {
  // Stored 64 × 32, red on the left; turned a quarter to the right red is above.
  const bytes = withExif(await jpegPicture(64, 32), exifBlock(6));
  const opened = await open('photo.jpg', 'image', bytes);
  const canvas = pageOf(opened).querySelector('canvas');
  const context = canvas?.getContext('2d');
  const { width = 0, height = 0 } = canvas ?? {};
  expect(height).toBeGreaterThan(width);
  const above = context?.getImageData(width / 2, height / 4, 1, 1).data;
  const below = context?.getImageData(width / 2, (3 * height) / 4, 1, 1).data;
  expect(above?.[0]).toBeGreaterThan(200);
  expect(below?.[2]).toBeGreaterThan(200);
});

test('a PDF without text is looked at and marked by area', async () => {
  const scan = await open('scan.pdf', 'pdf', new Uint8Array(smallPdf({ pages: [[], []] })));
  await userEvent.click(testPage.getByRole('button', { name: 'Area', exact: true }));
  drag(pageOf(scan), [0.1, 0.1], [0.5, 0.2]);
  await vi.waitFor(() => {
    expect(lastMarked(scan)).toMatchObject({ firstPage: 0, lastPage: 0, pageLabel: '1' });
  });
  expect(Math.abs((lastMarked(scan)?.area?.width ?? 0) - 0.4 * 595)).toBeLessThan(3);
});

test('an ordinary PDF is marked by area, and then by its words again', async () => {
  const lines = runningLines(['Nobody at the mill had seen the inspectors that spring.']);
  const report = await open('report.pdf', 'pdf', writePdf([lines]));
  await userEvent.keyboard('{Alt>}5{/Alt}');
  await vi.waitFor(() => {
    expect(report.host.querySelector('[data-area-draft]')).not.toBeNull();
  });
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => {
    expect(lastMarked(report)).toMatchObject({ kind: 'area', colour: 'key' });
  });
  // Where there is text, the pointer goes back to it.
  expect(report.host.querySelector('[data-area-draft]')).toBeNull();
});
