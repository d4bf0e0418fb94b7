import fc from 'fast-check';

const pieces = [
  'shelter staff',
  '返鄉者不願求助',
  'قالت الوزارة',
  '٣ ملاجئ',
  '“quoted”',
  '"straight"',
  "'",
  ',',
  ';',
  '\n',
  '\r\n',
  '\t',
  '=1+1',
  '+',
  '-',
  '@SUM',
  '＝',
  '<b>&amp;</b>',
  ']]>',
  '[text](http://example.org)',
  '[...]',
  '*',
  '_',
  '`',
  '\\$',
  '# ',
  '1. ',
  '\u202e',
  '\u2067',
  '\u200f',
  '\u00a0',
  '\u0000',
  '\u0007',
  '\u001b',
  '\ud800',
  '\uffff',
  '👩🏽‍⚖️',
];

/** Everything that has ever broken a file format, in random order. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(' '));

/** As a reader compares: white space of any kind is one blank. */
export function foldBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
