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
    expect(textsOf(xml, 'QuotePassage').map(foldBlanks)).toEqual([`“${foldBlanks(exact)}”`]);
  });

  test('holds any passage, with what XML forbids made visible', async () => {
    const passages = fc.array(hostileText, { minLength: 5, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(passages, async (texts) => {
        const marks = texts.map((exact, at) => quoted(at + 1, { exact }));
        const xml = (await partsOf(marks)).get('word/document.xml') ?? '';
        expect(textsOf(xml, 'QuotePassage').map(foldBlanks)).toEqual(
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

  test('uses named styles', async () => {
    const styles = (await parts('Ten.')).get('word/styles.xml') ?? '';
    for (const name of ['Title', 'heading 1', 'Quote passage', 'Quote citation', 'Quote note']) {
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
