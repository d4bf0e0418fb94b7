// Numbers of lists as Word writes them (`w:numFmt`, ISO/IEC 29500-1, 17.18.59). What is not here is written in digits.
import { romanNumeral } from '../text/roman-numeral.ts';

export function formatNumber(value: number, format: string): string {
  const own = Object.hasOwn(formats, format) ? formats[format] : undefined;
  // Beyond these nothing is a list any more, and some forms grow with the number.
  if (own === undefined || value < 1 || value > 3999) return String(value);
  return own(value);
}

const formats: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  lowerLetter: (value) => letters(value, latin),
  upperLetter: (value) => letters(value, latin).toUpperCase(),
  lowerRoman: romanNumeral,
  upperRoman: (value) => romanNumeral(value).toUpperCase(),
  ordinal,
  russianLower: (value) => letters(value, cyrillic),
  russianUpper: (value) => letters(value, cyrillic).toUpperCase(),
  arabicAlpha: (value) => letters(value, arabic),
  arabicAbjad: (value) => letters(value, abjad),
  hebrew2: (value) => letters(value, hebrew),
  hindiNumbers: (value) => otherDigits(value, 0x0966),
  thaiNumbers: (value) => otherDigits(value, 0x0e50),
  decimalFullWidth: (value) => otherDigits(value, 0xff10),
  decimalFullWidth2: (value) => otherDigits(value, 0xff10),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) =>
    value <= 20 ? String.fromCodePoint(0x2473 + value) : `(${value})`,
  numberInDash: (value) => `- ${value} -`,
  aiueo: (value) => letters(value, kana),
  iroha: (value) => letters(value, iroha),
  ganada: (value) => letters(value, hangul),
  chineseCounting: (value) => chinese(value),
  chineseCountingThousand: (value) => chinese(value),
  taiwaneseCounting: (value) => chinese(value),
  taiwaneseCountingThousand: (value) => chinese(value),
  japaneseCounting: (value) => chinese(value),
  ideographDigital: chineseDigits,
  japaneseDigitalTenThousand: chineseDigits,
  taiwaneseDigital: chineseDigits,
  chineseLegalSimplified: (value) => chinese(value, '零壹贰叁肆伍陆柒捌玖', '拾佰仟'),
  ideographLegalTraditional: (value) => chinese(value, '零壹貳參肆伍陸柒捌玖', '拾佰仟'),
  ideographTraditional: (value) => letters(value, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (value) => letters(value, '子丑寅卯辰巳午未申酉戌亥'),
};

const latin = 'abcdefghijklmnopqrstuvwxyz';
const cyrillic = 'абвгдежзиклмнопрстуфхцчшщыэюя';
const arabic = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي';
const abjad = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';
const hebrew = 'אבגדהוזחטיכלמנסעפצקרשת';
const kana =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
const iroha =
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス';
const hangul = '가나다라마바사아자차카타파하';

/** Past the last letter all are doubled: z, aa, bb. */
function letters(value: number, alphabet: string): string {
  const letter = alphabet.charAt((value - 1) % alphabet.length);
  return letter.repeat(Math.floor((value - 1) / alphabet.length) + 1);
}

function ordinal(value: number): string {
  const isTeen = Math.floor(value / 10) % 10 === 1;
  const ending = isTeen ? undefined : ['', 'st', 'nd', 'rd'][value % 10];
  return `${value}${ending === undefined || ending === '' ? 'th' : ending}`;
}

function otherDigits(value: number, zero: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

function circled(value: number): string {
  return value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
}

function chineseDigits(value: number): string {
  return String(value).replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));
}

/** Up to 3999: 十二, 一百零五. */
function chinese(value: number, digits = '零一二三四五六七八九', units = '十百千'): string {
  let text = '';
  let isGap = false;
  const places = String(value);
  for (let at = 0; at < places.length; at++) {
    const digit = Number(places[at]);
    const unit = units.charAt(places.length - at - 2);
    if (digit === 0) isGap = text !== '';
    else {
      text += (isGap ? digits.charAt(0) : '') + digits.charAt(digit) + unit;
      isGap = false;
    }
  }
  return value < 20 && units === '十百千' ? text.replace(/^一十/, '十') : text;
}
