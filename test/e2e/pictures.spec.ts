// Pictures and scans in the running program: looked at, marked by area with the mouse and without, noted, exported.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { addFiles, createLocker, exportQuotes, goTo, openSource } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { pngPicture } from '../support/pictures.ts';
import { RunningApp } from '../support/running-app.ts';
import { smallPdf } from '../support/small-pdf.ts';
import { readZip } from '../support/zip.ts';

const photo = pngPicture(640, 480, (x, y) =>
  x >= 160 && x < 320 && y >= 120 && y < 240 ? [180, 20, 20] : [230, 230, 220],
);

test('a picture and a scan are marked by area, by mouse and by keyboard, and go out as pictures', async ({
  place,
}) => {
  const folder = path.join(path.dirname(place.exports), 'sources');
  mkdirSync(folder);
  const files = [path.join(folder, 'seal.png'), path.join(folder, 'scan.pdf')];
  writeFileSync(files[0] ?? '', photo);
  writeFileSync(files[1] ?? '', new Uint8Array(smallPdf({ pages: [[], []] })));
  const running = await RunningApp.start(place, ['--demo']);
  const { page } = running;
  try {
    await createLocker(page, () => undefined);
    await addFiles(page, files);

    await openSource(page, 'seal.png');
    const sheet = page.locator('[data-box="0"]');
    await expect(sheet.locator('canvas').first()).toBeVisible();
    await page.getByRole('button', { name: 'Area', exact: true }).click();
    const box = await sheet.boundingBox();
    if (box === null) throw new Error('no page');
    await page.mouse.move(box.x + box.width / 4, box.y + box.height / 4);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    const cards = page.getByRole('complementary', { name: 'Marks' });
    await expect(cards.getByRole('img', { name: /^Picture area/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await cards.getByRole('button', { name: 'Write a note' }).click();
    await page.keyboard.type('The seal of the harbour office');
    await page.keyboard.press('Escape');
    await expect(cards.getByText('The seal of the harbour office')).toBeVisible();

    // Dragged to twice its width by the corner, taken back, and done again.
    const picked = cards.getByRole('img', { name: /seal of the harbour|^Picture area/ });
    const shape = () => picked.evaluate((element) => element.style.aspectRatio);
    const drawn = await shape();
    const corner = page.locator('[data-handle="1 1"]');
    await expect(corner).toBeVisible();
    const grip = await corner.boundingBox();
    if (grip === null) throw new Error('no handle');
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(grip.x + box.width / 4, grip.y + grip.height / 2, { steps: 5 });
    await page.mouse.up();
    await expect.poll(shape).not.toBe(drawn);
    await page.keyboard.press('Control+z');
    await expect.poll(shape).toBe(drawn);

    await openSource(page, 'scan.pdf');
    await expect(page.locator('[data-box="0"] canvas').first()).toBeVisible();
    await page.keyboard.press('Alt+5');
    await expect(page.locator('[data-area-draft]')).toBeVisible();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('2');
    await expect(cards.getByRole('img', { name: /^Picture area on page 1/ })).toBeVisible();
    await page.keyboard.press('Escape');
    const cutOut = cards.getByRole('img', { name: /^Picture area on page 1/ });
    const sized = () => cutOut.evaluate((element) => element.style.aspectRatio);
    const first = await sized();
    await page.keyboard.press('e');
    await expect(page.locator('[data-area-draft]')).toBeVisible();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(sized).not.toBe(first);
    await expect(page.locator('[data-area-draft]')).toBeHidden();

    await goTo(page, 'Quotes');
    await exportQuotes(page);
    const [name = ''] = readdirSync(place.exports);
    const exported = path.join(place.exports, name);
    const read = (file: string) => readFileSync(path.join(exported, file));
    const parts = readZip(read('quotes.docx'));
    const pictures = parts.filter((part) => part.name.startsWith('word/media/'));
    expect(pictures).toHaveLength(2);
    const document = parts.find((part) => part.name === 'word/document.xml');
    expect(document?.bytes.toString('utf8')).toContain('The seal of the harbour office');
    expect(read('quotes.html').toString('utf8')).toContain('src="data:image/png;base64,');
    expect(read('quotes.csv').toString('utf8')).toContain('page=1&xywh=');
    const manifest = JSON.parse(read('manifest.json').toString('utf8')) as {
      pictures: { width: number; height: number; sha256: string }[];
    };
    expect(manifest.pictures).toHaveLength(2);
    // The cut-out is the red square of the photograph, pixel by pixel.
    expect(manifest.pictures.some(({ width, height }) => width >= 155 && height >= 115)).toBe(true);
  } finally {
    await running.close();
  }
});
