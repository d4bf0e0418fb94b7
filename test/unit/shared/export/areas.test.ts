// A marked area in every format: its picture where there is room for one, its place and its text alternative elsewhere.
import { expect, test } from 'vitest';
import { exportCsv } from '../../../../shared/export/csv.ts';
import { exportDocx } from '../../../../shared/export/docx.ts';
import { exportHtml } from '../../../../shared/export/html.ts';
import { exportJson } from '../../../../shared/export/json.ts';
import { exportManifest } from '../../../../shared/export/manifest.ts';
import { exportMarkdown } from '../../../../shared/export/markdown.ts';
import type { ReportPicture } from '../../../../shared/export/report-quote.ts';
import { buildReport } from '../../../../shared/export/report.ts';
import type { QuotedMark } from '../../../../shared/quote/quoted-mark.ts';
import { pngPicture } from '../../../support/pictures.ts';
import { quoted } from '../../../support/quoted.ts';
import { readZip } from '../../../support/zip.ts';

const png = pngPicture(30, 20, (x, y) => [x, y, 7]);
const picture: ReportPicture = { png, width: 30, height: 20, sha256: 'ab'.repeat(32) };

function areaMark(note = ''): QuotedMark {
  const one = quoted(1, { exact: '', note });
  const area = { page: 8, x: 72, y: 100.5, width: 200, height: 50 };
  return { ...one, mark: { ...one.mark, kind: 'area', area } };
}

function report(mark: QuotedMark, held: ReportPicture | null = picture) {
  return buildReport(
    [mark],
    { groupBy: 'tag', title: 'Quotes', generatedAt: 1_790_000_000_000, appVersion: '1' },
    new Map(held === null ? [] : [[mark.mark.id, held]]),
  );
}

const words = 'Picture area on page 9 of Exploitation Monitor 2025: Haiyun';

test('Word has the picture itself and its text alternative', async () => {
  const entries = readZip(await exportDocx(report(areaMark())));
  const [media, ...others] = entries.filter(({ name }) => name.startsWith('word/media/'));
  expect(others).toEqual([]);
  expect(new Uint8Array(media?.bytes ?? [])).toEqual(png);
  const xml = entries.find(({ name }) => name === 'word/document.xml')?.bytes.toString('utf8');
  expect(xml).toContain(`descr="${words}"`);
});

test('the same picture gives the same Word file', async () => {
  const [once, again] = [
    await exportDocx(report(areaMark())),
    await exportDocx(report(areaMark())),
  ];
  const parts = (file: Uint8Array<ArrayBuffer>) =>
    readZip(file).map(({ name, bytes }) => [name, bytes.toString('latin1')]);
  expect(parts(once).map(([name]) => name)).toEqual(parts(again).map(([name]) => name));
});

test('HTML has it inside the file, and its policy lets nothing else in', () => {
  const html = exportHtml(report(areaMark('The seal of the ministry')));
  expect(html).toContain(`src="data:image/png;base64,${Buffer.from(png).toString('base64')}"`);
  expect(html).toContain('alt="The seal of the ministry"');
  expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
});

test('without a picture every format still says what and where', async () => {
  const without = report(areaMark(), null);
  expect(exportHtml(without)).toContain(words);
  expect(exportMarkdown(without)).toContain(`[${words}]`);
  const entries = readZip(await exportDocx(without));
  expect(entries.map(({ name }) => name).filter((name) => name.startsWith('word/media/'))).toEqual(
    [],
  );
  const xml = entries.find(({ name }) => name === 'word/document.xml')?.bytes.toString('utf8');
  expect(xml?.replace(/<[^>]+>/g, '')).toContain(words);
});

test('lists and JSON have its place and its words', () => {
  const place = 'page=9&xywh=72,100.5,200,50';
  expect(exportCsv(report(areaMark()))).toContain(`"${place}","${words}"`);
  expect(exportMarkdown(report(areaMark()))).toContain(place);
  const json = JSON.parse(exportJson(report(areaMark()))) as {
    first: { items: { textAlternative: string; target: { selector: object } }[] };
  };
  const [item] = json.first.items;
  expect(item?.textAlternative).toBe(words);
  expect(item?.target.selector).toMatchObject({
    type: 'FragmentSelector',
    value: 'page=9',
    refinedBy: { type: 'FragmentSelector', value: 'xywh=72,100.5,200,50' },
  });
});

test('the manifest names each picture by its hash', () => {
  const manifest = JSON.parse(exportManifest(report(areaMark()), [])) as { pictures: object[] };
  expect(manifest.pictures).toEqual([
    { quote: 1, width: 30, height: 20, sha256: picture.sha256, textAlternative: words },
  ]);
});
