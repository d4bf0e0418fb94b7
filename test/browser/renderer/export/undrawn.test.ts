import { describe, expect, test } from 'vitest';
import { loadPrintFonts, loadWideFonts } from '../../../../renderer/export/print-fonts.ts';
import { printReport } from '../../../../renderer/export/print.ts';
import { undrawnCharacters } from '../../../../renderer/export/undrawn.ts';
import { ok } from '../../../../shared/result.ts';
import { quoted, reportOf } from '../../../support/quoted.ts';

/** Linear A: in no font that comes with a system. */
const nobodyHas = '\u{10600}';

const ourFonts = [
  ...['Print Amiri', 'Print Hebrew', 'Print Noto Sans SC', 'Print Noto Sans TC'],
  ...['Print Noto Sans', 'Print Noto Sans Math', 'Print Emoji'],
]
  .map((name) => `'${name}'`)
  .join();

test.each([
  ['mathematics', '∗−≤≥≠≈∞√∑∫∂∈∉⊂∪∩∀∃⊕±×÷·′″'],
  ['arrows', '←↑→↓↔⇐⇒⇔↦'],
  ['signs', '•◦■□▪●○◆☐☑§¶†‡№™©®°…‰€£¥₽₺₴₫'],
  ['quotation marks and dashes', '‘’‚“”„«»‹›–—―'],
  ['Latin with its marks', 'ĀāČčĐđŁłŐőŠšȘșṢṣḤḥẒẓʿʾ'],
  ['Vietnamese', 'ẠạẢảẤấẦầẨẩẬậẮắẶặẸẹỀềỂểỄễỆệỌọỒồỘộỚớỢợỤụỨứỰựỲỳỸỹƠơƯưđ'],
  ['sounds', 'ɐɑɒɓɔəɛɡɣɪɲŋøɹʃʊʌʒʔθðːˈˌ'],
  ['Greek', 'ΑΒΓΔΩαβγδωάέήίόύώςἀἁἂἐἠὀὠᾳῃῳ'],
  ['Cyrillic', 'АБВГДЯабвгдяёіїєґҚқҢңҮүӘәӨөҺһЎўЏџЉљЊњЋћЂђ'],
  ['Hebrew, Arabic and Uyghur', 'אבגדابتثپچگئۇيغۇرڭې'],
  ['Devanagari', 'अआकखगनपम'],
  ['Chinese and Japanese', '人国门书國門書臺灣あいうアイウ'],
])('our fonts draw %s', async (_, text) => {
  await loadPrintFonts(text);
  await loadWideFonts(text);
  expect(undrawnCharacters(text, ourFonts)).toEqual([]);
});

test('what no font has is told once, in the order of the text; blanks and marks of direction are not', () => {
  const text = `a${nobodyHas}b \u200f\u00ad\u{10601}${nobodyHas}\n`;
  expect(undrawnCharacters(text, 'serif')).toEqual([nobodyHas, '\u{10601}']);
});

test('a letter that a part of a font claims and lacks is told as well as one that none claims', async () => {
  // Korean letters: parts of the Chinese fonts claim some of them. Where a machine has a font, both are drawn.
  await loadPrintFonts('가나다한국人國');
  const undrawn = undrawnCharacters('가나다한국人國ab', ourFonts);
  expect([[], ['가', '나', '다', '한', '국']]).toContainEqual(undrawn);
});

describe('a print', () => {
  async function print(exact: string) {
    let said: string | undefined;
    const printed = await printReport(reportOf([quoted(1, { exact })]), () => {
      said = document.querySelector('.print-root .undrawn')?.textContent;
      return Promise.resolve(ok(new Uint8Array()));
    });
    if (!printed.ok) throw new Error('not printed');
    return { said, undrawn: printed.value.undrawn };
  }

  test('says on its first page which characters it could not draw', async () => {
    const { said, undrawn } = await print(`The seal says ${nobodyHas}.`);
    expect(undrawn).toEqual([nobodyHas]);
    expect(said).toContain('U+10600');
  });

  test('of scripts that our fonts have says nothing', async () => {
    const exact = 'Ten ≤ 12 shelters → 返鄉者 قالت الوزارة, प्रदेश';
    expect(await print(exact)).toEqual({ said: undefined, undrawn: [] });
  });
});
