import { describe, expect, test } from 'vitest';
import { toDom } from '../../../../renderer/export/element-dom.ts';
import { printReport } from '../../../../renderer/export/print.ts';
import { writeHtml } from '../../../../shared/export/element.ts';
import { reportElements } from '../../../../shared/export/report-elements.ts';
import { ok } from '../../../../shared/result.ts';
import { quoted, reportOf } from '../../../support/quoted.ts';

const exact = 'Ten <b>shelters</b> &amp; 返鄉者 قالت الوزارة';
const report = reportOf([quoted(1, { exact, note: '<img src=x>' })]);

describe('the print layout', () => {
  test('is in the page while it is printed, whole, unseen on the screen, and gone afterwards', async () => {
    let seen: { text: string; display: string } | undefined;
    await printReport(report, () => {
      const root = document.querySelector('.print-root');
      if (root !== null) {
        // Without the reading layer, which stands beside the words in a private area of Unicode.
        const passage = root.querySelector('blockquote')?.textContent.replace(/\p{Co}/gu, '') ?? '';
        seen = { text: passage, display: getComputedStyle(root).display };
      }
      return Promise.resolve(ok(new Uint8Array()));
    });
    expect(seen).toEqual({ text: `“${exact}”`, display: 'none' });
    expect(document.querySelector('.print-root')).toBeNull();
  });

  test('is told to readers letter by letter beside what is seen', async () => {
    let told = '';
    const printed = await printReport(report, () => {
      told = document.querySelector('blockquote .told')?.textContent ?? '';
      return Promise.resolve(ok(new Uint8Array()));
    });
    if (!printed.ok) throw new Error('not printed');
    const { letters } = printed.value;
    const read = Array.from(told, (glyph) => letters[(glyph.codePointAt(0) ?? 0) - 0xf0000]);
    expect(read.join('')).toBe('“Ten <b>shelters</b> &amp; 返鄉者');
    expect([...document.fonts].some(({ family }) => family.includes('Reading'))).toBe(false);
  });

  test('is gone after a failed print too', async () => {
    const failing = printReport(report, () => Promise.reject(new Error('no printer')));
    await expect(failing).rejects.toThrow('no printer');
    expect(document.querySelector('.print-root')).toBeNull();
  });

  test('has the fonts of its scripts loaded, and not the thousand others', async () => {
    await printReport(report, () => Promise.resolve(ok(new Uint8Array())));
    const faces = [...document.fonts].filter(({ family }) => family.includes('Print'));
    const families = new Set(faces.map(({ family }) => family.replace(/"/g, '')));
    expect(families).toEqual(new Set(['Print Amiri', 'Print Noto Sans SC', 'Print Noto Sans TC']));
    expect(faces.every(({ status }) => status === 'loaded')).toBe(true);
    expect(faces.length).toBeLessThan(20);
  });

  test('is the same document as the HTML export', () => {
    const elements = reportElements(report);
    const parsed = new DOMParser().parseFromString(writeHtml(elements), 'text/html');
    const built = toDom(elements);
    built.normalize();
    expect(built.outerHTML).toBe(parsed.body.innerHTML);
  });
});
