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
        const passage = root.querySelector('blockquote')?.textContent ?? '';
        seen = { text: passage, display: getComputedStyle(root).display };
      }
      return Promise.resolve(ok(new Uint8Array()));
    });
    expect(seen).toEqual({ text: `“${exact}”`, display: 'none' });
    expect(document.querySelector('.print-root')).toBeNull();
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
    expect(families).toEqual(new Set(['Print Amiri', 'Print Noto Sans SC']));
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
