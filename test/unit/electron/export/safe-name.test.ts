import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFreeName, toSafeName } from '../../../../electron/export/safe-name.ts';

const proposals = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(fc.constantFrom('COM1', 'nul', ' ', '.', '\r', '\u200b', 'x', 'x'.repeat(130)), {
      maxLength: 6,
    })
    .map((pieces) => pieces.join('')),
);

describe('the name of an exported file', () => {
  test.each([
    ['quotes.pdf', 'quotes.pdf'],
    ['  quotes .pdf ', 'quotes.pdf'],
    ['../../etc/passwd', '-.-etc-passwd'],
    ['C:\\Windows\\win.ini', 'C--Windows-win.ini'],
    ['a\0b\nc.txt', 'abc.txt'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['zero\u200Bwidth.md', 'zerowidth.md'],
    ['NUL', '_NUL'],
    ['con.txt', '_con.txt'],
    ['COM¹', '_COM¹'],
    // Blanks before the dot go, and Windows does not count them where they stay.
    ['\rCOM1 .csv', '_COM1.csv'],
    ['com1 .report.csv', '_com1 .report.csv'],
    ['...', 'export'],
    ['', 'export'],
    ['?', '-'],
    ['ends with dot.', 'ends with dot'],
    ['Ü\u0308 报告 تقرير.docx', 'Ü\u0308 报告 تقرير.docx'.normalize('NFC')],
  ])('%j becomes %j', (proposal, name) => {
    expect(toSafeName(proposal)).toBe(name);
  });

  test('keeps its suffix when it is too long', () => {
    const name = toSafeName(`${'证'.repeat(300)}.docx`);
    expect(name).toMatch(/^证+\.docx$/);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
  });

  test('is kept whole up to 120 bytes, and cut from there on', () => {
    const longest = `${'x'.repeat(116)}.pdf`;
    expect(toSafeName(longest)).toBe(longest);
    expect(toSafeName(`x${longest}`)).toBe(longest);
  });

  test('has a suffix of up to 15 letters; what is longer is part of the name, and cut like it', () => {
    const [suffix, tooLong] = [`.${'s'.repeat(15)}`, `.${'s'.repeat(16)}`];
    const name = 'x'.repeat(200);
    expect(toSafeName(name + suffix)).toBe('x'.repeat(104) + suffix);
    expect(toSafeName(name + tooLong)).toBe('x'.repeat(120));
  });

  test('is one that every file system takes, whatever was proposed', () => {
    fc.assert(
      fc.property(proposals, (proposal) => {
        const name = toSafeName(proposal);
        expect(name).not.toBe('');
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(name).not.toMatch(/^[. ]|[. ]$/);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d) *(?:\.|$)/i);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
        expect(toSafeName(name)).toBe(name);
      }),
      { numRuns: 2_000 },
    );
  });

  test('steps aside for one that is there', () => {
    const taken = new Set(['quotes.pdf', 'quotes 2.pdf']);
    expect(toFreeName('quotes.pdf', (name) => taken.has(name))).toBe('quotes 3.pdf');
    expect(toFreeName('other.pdf', (name) => taken.has(name))).toBe('other.pdf');
    expect(toFreeName('quotes', (name) => name === 'quotes')).toBe('quotes 2');
    expect(toFreeName('.quotes', (name) => name === '.quotes')).toBe('.quotes 2');
  });
});
