import type { PreciseDate } from '../evidence/source.ts';
import { readDate as readWrittenDate } from '../parity/dates.ts';

/** Months by number, as languages beside English and Chinese write them. */
const months: readonly string[] = [
  'يناير|كانون الثاني|جانفي|janvier|januar|jänner|enero|janeiro|gennaio|stycznia|января|січня|ocak',
  'فبراير|شباط|فيفري|février|februar|febrero|fevereiro|febbraio|lutego|февраля|лютого|şubat',
  'مارس|آذار|mars|märz|marzo|março|marca|марта|березня|mart',
  'أبريل|إبريل|ابريل|نيسان|أفريل|avril|abril|aprile|kwietnia|апреля|квітня|nisan',
  'مايو|أيار|ماي|mai|mayo|maio|maggio|maja|мая|травня|mayıs',
  'يونيو|حزيران|جوان|juin|juni|junio|junho|giugno|czerwca|июня|червня|haziran',
  'يوليو|تموز|جويلية|juillet|juli|julio|julho|luglio|lipca|июля|липня|temmuz',
  'أغسطس|آب|أوت|août|agosto|sierpnia|августа|серпня|ağustos',
  'سبتمبر|أيلول|septembre|septiembre|setembro|settembre|września|сентября|вересня|eylül',
  'أكتوبر|اكتوبر|تشرين الأول|octobre|oktober|octubre|outubro|ottobre|października|октября|жовтня|ekim',
  'نوفمبر|تشرين الثاني|novembre|noviembre|novembro|listopada|ноября|листопада|kasım',
  'ديسمبر|كانون الأول|décembre|dezember|diciembre|dezembro|dicembre|grudnia|декабря|грудня|aralık',
];
const numberOfMonth: ReadonlyMap<string, string> = new Map(
  months.flatMap((names, i) =>
    names.split('|').map((name): [string, string] => [name, String(i + 1).padStart(2, '0')]),
  ),
);
/** "14 مارس 2025", "3. Oktober 2024", "1er août 2024", "5 de mayo de 2024", "Mai 2024". */
const otherTongue =
  /^(?:\p{L}+[,،]?\s+)?(?:le |el |am |den )?(?:([\d٠-٩]{1,2})(?:er|\.|º)?\s+(?:de |di )?)?(\p{L}+(?: (?:الثاني|الأول))?)\s+(?:de )?([\d٠-٩]{4})(?![\p{L}\d])/iu;

/** The date a text begins with, a weekday before it allowed; undefined when it begins with none that exists. */
export function readDate(text: string): PreciseDate | undefined {
  const date = readWrittenDate(inNumbers(text));
  if (date?.possible !== true || date.precision === 'none') return undefined;
  return { value: date.value, precision: date.precision };
}

/** A date in a further language as `YYYY-MM-DD` or `Month YYYY`; any other text as it is. */
function inNumbers(text: string): string {
  const [whole, day, name = '', year = ''] = otherTongue.exec(text.slice(0, 80)) ?? [];
  const month = numberOfMonth.get(name.toLowerCase());
  if (whole === undefined || month === undefined) return text;
  const parts = [
    western(year),
    month,
    ...(day === undefined ? [] : [western(day).padStart(2, '0')]),
  ];
  return parts.join('-');
}

function western(digits: string): string {
  return digits.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));
}
