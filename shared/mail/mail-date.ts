const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const written =
  /^(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{2,4})(?=\s|$)/i;

/**
 * The day of a `Date` field (RFC 5322, 3.3) as its sender had it, `YYYY-MM-DD`; empty where it names none. The zone is left
 * alone: a citation gives the date that stands there.
 */
export function mailDay(value: string): string {
  const found = written.exec(value.trim());
  if (found === null) return '';
  const [, dayText = '', monthText = '', yearText = ''] = found;
  const month = months.indexOf(monthText.toLowerCase()) + 1;
  const day = Number(dayText);
  const year = fullYear(yearText);
  if (month === 0 || year === undefined || day < 1 || day > daysIn(month, year)) return '';
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

/** Two and three digits as RFC 5322, 4.3 reads them. */
function fullYear(text: string): number | undefined {
  const year = Number(text);
  if (text.length === 4) return year >= 1970 ? year : undefined;
  return text.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}

function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
