import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { exportDocx } from '../../../../shared/export/docx.ts';
import { printable } from '../../../../shared/export/visible-text.ts';
import type { QuotedMark } from '../../../../shared/quote/quoted-mark.ts';
import { foldBlanks, hostileText } from '../../../support/hostile-text.ts';
import { quoted, reportOf, source } from '../../../support/quoted.ts';
import { readZip } from '../../../support/zip.ts';

async function partsOf(marks: readonly QuotedMark[]): Promise<ReadonlyMap<string, string>> {
  const entries = readZip(await exportDocx(reportOf(marks)));
  return new Map(entries.map(({ name, bytes }) => [name, bytes.toString('utf8')]));
}

const parts = (exact: string, note = '') => partsOf([quoted(1, { exact, note })]);

function decode(xml: string): string {
  return xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

/** The texts of each paragraph of a style, strung together as they stand. */
function textsOf(xml: string, style: string): string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([paragraph]) => paragraph)
    .filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)]
        .map(([, text]) => decode(text ?? '\t'))
        .join(''),
    );
}

describe('the Word export', () => {
  test.each([
    'The Ministry said it ran “ten” shelters;\nit gave no figures.\n\nNone.',
    '返鄉者因污名而不願向收容所求助。',
    'قالت الوزارة إنها تدير عشرة ملاجئ (10) على الأقل.',
  ])('holds %o as it is', async (exact) => {
    const xml = (await parts(exact)).get('word/document.xml') ?? '';
    expect(textsOf(xml, 'Quote').map(foldBlanks)).toEqual([`“${foldBlanks(exact)}”`]);
  });

  test('holds any passage, with what XML forbids made visible', async () => {
    const passages = fc.array(hostileText, { minLength: 5, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(passages, async (texts) => {
        const marks = texts.map((exact, at) => quoted(at + 1, { exact }));
        const xml = (await partsOf(marks)).get('word/document.xml') ?? '';
        expect(textsOf(xml, 'Quote').map(foldBlanks)).toEqual(
          texts.map((exact) => foldBlanks(`“${printable(exact)}”`)),
        );
        // XML 1.0, production 2: other characters make a file no word processor opens.
        expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
      }),
      { numRuns: 10 },
    );
  });

  test('tells direction and language', async () => {
    const xml = (await parts('قالت الوزارة')).get('word/document.xml') ?? '';
    expect(xml).toContain('<w:bidi/>');
    expect(xml).toContain('<w:rtl/>');
    expect(xml).toContain('<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>');
  });

  test.each([
    ['قالت', 'ar', 'w:eastAsia="zh-CN" w:bidi="ar-SA"'],
    ['ئۇلارنىڭ كۆپىنچىسى', '', 'w:eastAsia="zh-CN" w:bidi="ug-CN"'],
    ['המשרד', 'en', 'w:eastAsia="zh-CN" w:bidi="he-IL"'],
    ['وزارت', 'fa', 'w:eastAsia="zh-CN" w:bidi="fa-IR"'],
    ['返鄉者', 'zh-Hant', 'w:eastAsia="zh-TW" w:bidi="ar-SA"'],
    ['返鄉者', 'zh-HK', 'w:eastAsia="zh-HK" w:bidi="ar-SA"'],
  ])('says of %o (%s) which language it is', async (exact, language, told) => {
    const of = source(1, { language });
    const xml = (await partsOf([quoted(1, { exact, source: of })])).get('word/document.xml') ?? '';
    const [passage] = /<w:p><w:pPr><w:pStyle w:val="Quote"\/>.*?<\/w:p>/s.exec(xml) ?? [''];
    expect(passage).toContain(`<w:lang w:val="en-GB" ${told}/>`);
  });

  test('has what must be said of a passage in a footnote, and the rows of its tables headed on every page', async () => {
    const all = await parts('a\u202eb');
    const xml = all.get('word/document.xml') ?? '';
    expect(xml).toContain('<w:footnoteReference w:id="1"/>');
    expect(all.get('word/footnotes.xml')).toContain('holds invisible direction controls: U+202E');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(xml.match(/<w:tbl>/g)?.length ?? 0);
    expect(xml).toContain('<w:tbl>');
  });

  test('tells what sources do not mention, what was looked for and where', async () => {
    const statement = {
      terms: ['refuge', '收容所'],
      citation: [{ kind: 'plain' as const, text: 'Northern Union Desk, “Monitor”' }],
      searched: [
        { title: 'Monitor', relation: null, hasText: true, count: 0 },
        { title: 'Monitor 2024', relation: 'edition' as const, hasText: true, count: 2 },
        { title: 'Scan', relation: 'same-work' as const, hasText: false, count: 0 },
      ],
    };
    const report = { ...reportOf([quoted(1)]), statements: [statement] };
    const zip = readZip(await exportDocx(report));
    const document = zip.find(({ name }) => name === 'word/document.xml');
    const texts = textsOf(document?.bytes.toString('utf8') ?? '', 'TableText');
    expect(texts).toContain('Does not mention “refuge”, “收容所”.');
    expect(texts).toContain('Its other edition “Monitor 2024”: mentioned in 2 places.');
    expect(texts).toContain('Its copy “Scan”: no text to search.');
  });

  test('uses named styles', async () => {
    const styles = (await parts('Ten.')).get('word/styles.xml') ?? '';
    for (const name of [
      'Title',
      'heading 1',
      'heading 2',
      'Quote',
      'Citation',
      'Note',
      'Table text',
    ]) {
      expect(styles.toLowerCase()).toContain(`<w:name w:val="${name.toLowerCase()}"/>`);
    }
  });

  test('names nobody and leads nowhere', async () => {
    for (const [name, xml] of await parts('Ten.', 'See https://example.org/note')) {
      const outside =
        /TargetMode="External"|HYPERLINK|INCLUDE|Un-named|creator>|lastModifiedBy|Ito/;
      expect([name, outside.exec(xml)]).toEqual([name, null]);
    }
  });

  test('is the same bytes for the same report, whenever and wherever it is made', async () => {
    const report = reportOf([quoted(1, { tags: ['a'] }), quoted(2, { source: source(2) })]);
    const first = await exportDocx(report);
    vi.useFakeTimers({ now: Date.UTC(2031, 0, 1), toFake: ['Date'] });
    const second = await exportDocx(report);
    vi.useRealTimers();
    expect(Buffer.compare(first, second)).toBe(0);
    expect(new Set(readZip(first).map(({ dosDate }) => dosDate))).toEqual(new Set([0x00210000]));
  });
});
