// Whole numbers in words, for tests of what reads them back. Written the other way round from the reader, on purpose.

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** 0 to 999,999,999,999, British: “one hundred and five thousand”. */
export function inEnglish(n: number): string {
  if (n < 20) return small[n] ?? '';
  if (n < 100) {
    const ten = tens[Math.floor(n / 10) - 2] ?? '';
    return n % 10 === 0 ? ten : `${ten}-${inEnglish(n % 10)}`;
  }
  if (n < 1000) {
    const rest = n % 100 === 0 ? '' : ` and ${inEnglish(n % 100)}`;
    return `${inEnglish(Math.floor(n / 100))} hundred${rest}`;
  }
  for (const [scale, word] of [
    [1e9, 'billion'],
    [1e6, 'million'],
    [1e3, 'thousand'],
  ] as const) {
    if (n < scale) continue;
    const rest = n % scale;
    const joint = rest === 0 ? '' : rest < 100 ? ' and ' : ' ';
    return `${inEnglish(Math.floor(n / scale))} ${word}${joint}${rest === 0 ? '' : inEnglish(rest)}`;
  }
  throw new Error(String(n));
}

const scripts = {
  traditional: { digits: '零一二三四五六七八九', scales: ['', '萬', '億'] },
  simplified: { digits: '零一二三四五六七八九', scales: ['', '万', '亿'] },
};

/** 1 to 999,999,999,999 in full Chinese numerals: 一百零五萬二千. */
export function inChinese(n: number, script: keyof typeof scripts): string {
  const { digits, scales } = scripts[script];
  let out = '';
  let zero = false;
  const sections = String(n).padStart(12, '0').match(/.{4}/g) ?? [];
  for (const [index, section] of sections.entries()) {
    const scale = scales[2 - index] ?? '';
    if (Number(section) === 0) {
      zero ||= out !== '';
      continue;
    }
    for (const [place, digit] of Array.from(section, Number).entries()) {
      if (digit === 0) {
        zero ||= out !== '';
        continue;
      }
      if (zero) out += digits.charAt(0);
      zero = false;
      out += digits.charAt(digit) + (['千', '百', '十', ''][place] ?? '');
    }
    zero = false;
    out += scale;
  }
  return out.replace(/^一十/, '十');
}
