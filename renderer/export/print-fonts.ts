// Fonts a printed report needs, so that a machine without any prints Chinese and Arabic too, and the words can be copied
// out of the PDF again. Measured: Arabic set in Noto reads back as nothing, in Amiri as it was. Amiri sets western text
// too, because the quotation marks of a Chinese font are as wide as a character.
import amiriRanges from '../../node_modules/@fontsource/amiri/unicode.json';
import notoRanges from '../../node_modules/@fontsource/noto-sans-sc/unicode.json';

const notoFiles = import.meta.glob<string>(
  '../../node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-*-400-normal.woff2',
  { query: '?url', import: 'default', eager: true },
);
const amiriFiles = import.meta.glob<string>(
  '../../node_modules/@fontsource/amiri/files/amiri-*-400-normal.woff2',
  { query: '?url', import: 'default', eager: true },
);

interface FontPart {
  readonly family: string;
  readonly url: string;
  /** As in CSS: `U+4E00-4FFF,U+5100`. */
  readonly unicodeRange: string;
}

/** Loads the parts of the fonts that hold the characters of `text`, and no others: all of Chinese is 4 MB. */
export async function loadPrintFonts(text: string): Promise<void> {
  const wanted = parts().filter(({ unicodeRange }) => touches(unicodeRange, text));
  await Promise.all(wanted.map(load));
}

const loaded = new Map<string, Promise<unknown>>();

function load({ family, url, unicodeRange }: FontPart): Promise<unknown> {
  const face = new FontFace(family, `url(${url})`, { unicodeRange });
  const loading = loaded.get(url) ?? face.load().then((ready) => document.fonts.add(ready));
  loaded.set(url, loading);
  return loading;
}

function parts(): readonly FontPart[] {
  return [
    ...partsOf('Print Amiri', amiriFiles, amiriRanges),
    ...partsOf('Print Noto Sans SC', notoFiles, notoRanges),
  ];
}

/** Ranges are named `latin` or `[42]`, their files `…-latin-400-normal.woff2` and `…-42-400-normal.woff2`. */
function partsOf(
  family: string,
  files: Readonly<Record<string, string>>,
  ranges: Readonly<Record<string, string>>,
): FontPart[] {
  return Object.entries(ranges).flatMap(([name, unicodeRange]) => {
    const ending = `-${name.replace(/[[\]]/g, '')}-400-normal.woff2`;
    const file = Object.entries(files).find(([path]) => path.endsWith(ending));
    return file === undefined ? [] : [{ family, url: file[1], unicodeRange }];
  });
}

function touches(unicodeRange: string, text: string): boolean {
  const inside = unicodeRange.replace(
    /U\+([0-9a-f]+)(?:-([0-9a-f]+))?,?/gi,
    (_, from: string, to?: string) =>
      to === undefined ? `\\u{${from}}` : `\\u{${from}}-\\u{${to}}`,
  );
  return new RegExp(`[${inside}]`, 'u').test(text);
}
