// Fonts a printed report needs, so that a machine without any prints Chinese, Arabic and Hebrew too, and the words can be
// copied out of the PDF again. Measured: Arabic set in Noto reads back as nothing, in Amiri as it was. Amiri sets western
// text too, because the quotation marks of a Chinese font are as wide as a character.
import amiriRanges from '../../node_modules/@fontsource/amiri/unicode.json';
import notoRanges from '../../node_modules/@fontsource/noto-sans/unicode.json';
import mathFile from '../../node_modules/@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2?url';
import hebrewRanges from '../../node_modules/@fontsource/frank-ruhl-libre/unicode.json';
import emojiRanges from '../../node_modules/@fontsource/noto-emoji/unicode.json';
import simplifiedRanges from '../../node_modules/@fontsource/noto-sans-sc/unicode.json';
import traditionalRanges from '../../node_modules/@fontsource/noto-sans-tc/unicode.json';

const amiriFiles = import.meta.glob<string>(
  [
    '../../node_modules/@fontsource/amiri/files/amiri-*-400-normal.woff2',
    '../../node_modules/@fontsource/amiri/files/amiri-*-400-italic.woff2',
    '../../node_modules/@fontsource/amiri/files/amiri-*-700-normal.woff2',
  ],
  { query: '?url', import: 'default', eager: true },
);
const hebrewFiles = import.meta.glob<string>(
  '../../node_modules/@fontsource/frank-ruhl-libre/files/frank-ruhl-libre-hebrew-400-normal.woff2',
  { query: '?url', import: 'default', eager: true },
);
/** What the others lack of Greek, Cyrillic and Latin, and Devanagari. */
const notoFiles = import.meta.glob<string>(
  [
    '../../node_modules/@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff2',
    '../../node_modules/@fontsource/noto-sans/files/noto-sans-devanagari-400-normal.woff2',
    '../../node_modules/@fontsource/noto-sans/files/noto-sans-greek-ext-400-normal.woff2',
    '../../node_modules/@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff2',
  ],
  { query: '?url', import: 'default', eager: true },
);
/** Its package names the range of another font. These blocks are what it is for. */
const mathRanges = {
  latin: 'U+2032-2037,U+2190-23ff,U+25a0-25ff,U+27c0-27ff,U+2900-2bff,U+1d400-1d7ff',
};
const emojiFiles = import.meta.glob<string>(
  '../../node_modules/@fontsource/noto-emoji/files/noto-emoji-*-400-normal.woff2',
  { query: '?url', import: 'default', eager: true },
);
const simplifiedFiles = import.meta.glob<string>(
  '../../node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-*-400-normal.woff2',
  { query: '?url', import: 'default', eager: true },
);
const traditionalFiles = import.meta.glob<string>(
  '../../node_modules/@fontsource/noto-sans-tc/files/noto-sans-tc-*-400-normal.woff2',
  { query: '?url', import: 'default', eager: true },
);

interface FontPart {
  readonly family: string;
  readonly weight: string;
  readonly style: string;
  readonly url: string;
  /** As in CSS: `U+4E00-4FFF,U+5100`. */
  readonly unicodeRange: string;
}

/** Loads the parts of the fonts that hold the characters of `text`, and no others: all of Chinese is 7 MB. */
export async function loadPrintFonts(text: string): Promise<void> {
  const [first, chinese, wide, last] = parts();
  const afterFirst = without(first, text);
  const afterChinese = without(chinese, afterFirst);
  const wanted = [
    ...first.filter(({ unicodeRange }) => setOf(unicodeRange).test(text)),
    ...chinese.filter(({ unicodeRange }) => setOf(unicodeRange).test(afterFirst)),
    ...wide.filter(({ unicodeRange }) => setOf(unicodeRange).test(afterChinese)),
    ...last.filter(({ unicodeRange }) => setOf(unicodeRange).test(without(wide, afterChinese))),
  ];
  await Promise.all(wanted.map(load));
}

/** For characters that the others say they have, and have not. */
export async function loadWideFonts(characters: string): Promise<void> {
  const [, , wide] = parts();
  await Promise.all(
    wide.filter(({ unicodeRange }) => setOf(unicodeRange).test(characters)).map(load),
  );
}

/** Whether our fonts have every character of `text`. In other fonts 人 can read back as ⼈. */
export function arePrintFontsEnough(text: string): boolean {
  return without(parts().flat(), text.replace(/\s+/g, '')) === '';
}

/** What of the text is in none of these. */
function without(some: readonly FontPart[], text: string): string {
  return some.reduce(
    (left, { unicodeRange }) =>
      left === '' ? left : left.replace(new RegExp(setOf(unicodeRange), 'gu'), ''),
    text,
  );
}

const loaded = new Map<string, Promise<unknown>>();

function load({ family, weight, style, url, unicodeRange }: FontPart): Promise<unknown> {
  const face = new FontFace(family, `url(${url})`, { weight, style, unicodeRange });
  const loading = loaded.get(url) ?? face.load().then((ready) => document.fonts.add(ready));
  loaded.set(url, loading);
  return loading;
}

/** In the order in which a character is looked for. Which Chinese font comes first is the language's to say. */
function parts(): readonly [FontPart[], FontPart[], FontPart[], FontPart[]] {
  return [
    [
      ...partsOf('Print Amiri', amiriFiles, amiriRanges),
      ...partsOf('Print Hebrew', hebrewFiles, hebrewRanges),
    ],
    [
      ...partsOf('Print Noto Sans SC', simplifiedFiles, simplifiedRanges),
      ...partsOf('Print Noto Sans TC', traditionalFiles, traditionalRanges),
    ],
    [
      ...partsOf('Print Noto Sans', notoFiles, notoRanges),
      ...partsOf('Print Noto Sans Math', { '-latin-400-normal.woff2': mathFile }, mathRanges),
    ],
    partsOf('Print Emoji', emojiFiles, emojiRanges),
  ];
}

/** Ranges are named `latin` or `[42]`, their files `…-latin-400-normal.woff2` and `…-42-400-normal.woff2`. */
function partsOf(
  family: string,
  files: Readonly<Record<string, string>>,
  ranges: Readonly<Record<string, string>>,
): FontPart[] {
  return Object.entries(ranges).flatMap(([name, unicodeRange]) => {
    const named = `-${name.replace(/[[\]]/g, '')}-`;
    return Object.entries(files).flatMap(([path, url]) => {
      const [, before = '', weight = '', style = ''] =
        /^(.*-)(\d+)-(normal|italic)\.woff2$/.exec(path) ?? [];
      return before.endsWith(named) ? [{ family, weight, style, url, unicodeRange }] : [];
    });
  });
}

const sets = new Map<string, RegExp>();

function setOf(unicodeRange: string): RegExp {
  const known = sets.get(unicodeRange);
  if (known !== undefined) return known;
  const inside = unicodeRange.replace(
    /U\+([0-9a-f]+)(?:-([0-9a-f]+))?,?/gi,
    (_, from: string, to?: string) =>
      to === undefined ? `\\u{${from}}` : `\\u{${from}}-\\u{${to}}`,
  );
  const made = new RegExp(`[${inside}]`, 'u');
  sets.set(unicodeRange, made);
  return made;
}
